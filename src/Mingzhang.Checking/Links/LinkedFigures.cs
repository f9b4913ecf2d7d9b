using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Links;

/// <summary>The cells of a linked document as occurrences of a network.</summary>
internal sealed class LinkedFigures(CheckContext context, LinkedDocument link, FactNetwork network)
{
    private readonly Dictionary<(Address Address, decimal Unit), int> _known = [];

    /// <summary>The document.</summary>
    public LinkedDocument Link => link;

    /// <summary>The cell of the other document that is the same as one of this document's edition: the same form, line and column, however numbered there; −1 if there is none or it is unknown.</summary>
    /// <param name="address">A cell of this document's edition.</param>
    /// <param name="unit">The unit to which a text that speaks of it rounds: a form in 元 is then taken as rounded to 万元 with two decimals, as those who write such texts do.</param>
    public int Same(Address address, decimal unit = 0)
    {
        if (context.Edition.Form(address.Form) is not { } form || FormLike(form) is not { } other) return -1;
        if (ColumnLike(form, other, address.Column) is not { } column || RowLike(form, other, address.Row) is not { } row) return -1;
        return At(new Address(other.Id, row, column), unit);
    }

    /// <summary>A cell of the other document by its own address; −1 if it is unknown.</summary>
    public int At(Address address, decimal unit = 0)
    {
        if (_known.TryGetValue((address, unit), out int known)) return known;
        return _known[(address, unit)] = Read(address, unit);
    }

    /// <summary>The form of the other edition that is the same: of one place and kind by number, else by what it is.</summary>
    public FormDefinition? FormLike(FormDefinition form)
    {
        Core.Statutes.Edition edition = link.Disclosure.Edition;
        if (edition.Kind == context.Edition.Kind && edition.Form(form.Id) is { } same && (same.Subject == form.Subject || same.Title == form.Title)) return same;
        return form.Subject.Length == 0 ? null : edition.Forms.FirstOrDefault(f => f.Subject == form.Subject);
    }

    private static string? ColumnLike(FormDefinition form, FormDefinition other, string number)
    {
        if (form.Column(number) is not { } column) return null;
        if (other.Columns.FirstOrDefault(c => c.Captions.SequenceEqual(column.Captions)) is { } equal) return equal.Number;
        // The first column of a table by codes is the amount that the others divide; other columns must be called the same.
        bool byCode = form.Shape is FormShape.FunctionalCodes or FormShape.EconomicCodes or FormShape.EconomicBlocks;
        if (byCode && number == form.Columns[0].Number) return other.Columns[0].Number;
        FormColumn[] named = [.. other.Columns.Where(c => c.Caption == column.Caption)];
        return named.Length == 1 ? named[0].Number : null;
    }

    private static string? RowLike(FormDefinition form, FormDefinition other, string row)
    {
        if (form.Shape is not FormShape.Lines) return other.Shape is FormShape.Lines ? null : row;
        if (other.Shape is not FormShape.Lines || form.Line(row) is not { } line) return null;
        FormLine? same = line.Class is { } c ? other.LineOfClass(c) : other.Lines.FirstOrDefault(l => l.Caption == line.Caption && l.Columns.SequenceEqual(line.Columns));
        return same?.Number;
    }

    private int Read(Address address, decimal unit)
    {
        Disclosure disclosure = link.Disclosure;
        if (disclosure.Statement(address.Form) is not { State: not StatementState.Unread } statement) return -1;
        StatementRow? row = statement.Row(address.Row);
        if (row is null && !statement.Unread.IsEmpty) return -1;
        if (row is not null && row.UnreadColumns.Contains(address.Column)) return -1;
        Cell? cell = row?.Cell(address.Column);
        if (cell is { Figure: null }) return -1;
        Printed figure = cell?.Figure ?? default;
        if (!Facts.Figures.IsUsable(figure)) return -1;
        decimal scale = Facts.Figures.Scale(statement.AmountUnit ?? disclosure.AmountUnit, context.Disclosure.AmountUnit);
        return network.Add(new Occurrence(OccurrenceKind.Linked, figure.Value * scale, cell is null ? 0 : Math.Max(figure.Unit * scale, unit), address, row, cell, Link: link));
    }
}
