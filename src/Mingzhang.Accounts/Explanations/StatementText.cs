using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Layout;
using Mingzhang.Core.Sources;

namespace Mingzhang.Accounts.Explanations;

/// <summary>Writes a form as it is printed: title, number, department and unit, table, notes; gives the statement the places of what it wrote.</summary>
internal static class StatementText
{
    /// <summary>Writes a statement.</summary>
    /// <param name="text">The text.</param>
    /// <param name="form">Its form.</param>
    /// <param name="statement">The figures.</param>
    /// <param name="title">The title line.</param>
    /// <param name="facts">The words of the head.</param>
    /// <param name="department">Who publishes.</param>
    internal static Statement Write(DisclosureText text, FormDefinition form, Statement statement, string title, FactBook facts, string department)
    {
        TextSpan heading = text.WriteLine(title);
        text.WriteLine(facts.Word("formMark").Replace("$1", form.Id, StringComparison.Ordinal));
        text.WriteLine(facts.Word("formHead").Replace("$1", department, StringComparison.Ordinal));
        int first = text.Line;
        Grid grid = StatementGrid.Of(form, statement);
        TextTable table = GridText.Write(grid, first);
        foreach (string line in table.Lines) text.WriteLine(line);
        var cells = new Dictionary<Address, TextSpan>();
        foreach (CellPlace place in table.Places)
        {
            if (place.Cell.Address is { } address) cells.TryAdd(address, place.Span);
        }

        Dictionary<string, PrintedRow> rows = Rows(grid, table, first);
        ImmutableArray<Note> notes = [.. Notes(form, statement, facts).Select(n => new Note(n, text.WriteLine(n)))];
        return statement with
        {
            Heading = heading,
            LastLine = text.Line - 1,
            AmountUnit = facts.Word("money"),
            Rows = [.. statement.Rows.Select(r => r with
            {
                Span = rows.GetValueOrDefault(r.Key).Span,
                Caption = form.Shape == FormShape.Lines ? rows.GetValueOrDefault(r.Key).Caption ?? "" : r.Caption,
                Cells = [.. r.Cells.Select(c => c with { Span = cells.GetValueOrDefault(new Address(form.Id, r.Key, c.Column)) })],
            })],
            Notes = notes,
        };
    }

    private static IEnumerable<string> Notes(FormDefinition form, Statement statement, FactBook facts)
    {
        if (!statement.Notes.IsEmpty) return statement.Notes.Select(n => n.Text);
        return statement.State == StatementState.Empty && form.EmptyNote.Length > 0
            ? form.Notes.Append(facts.Word("emptyForm").Replace("$1", form.EmptyNote, StringComparison.Ordinal))
            : form.Notes;
    }

    /// <summary>Where the rows stand: on forms with several rows in a line, from the caption to the last figure of each.</summary>
    private static Dictionary<string, PrintedRow> Rows(Grid grid, TextTable table, int first)
    {
        var rows = new Dictionary<string, PrintedRow>();
        ILookup<int, CellPlace> places = table.Places.ToLookup(p => p.Span.Line);
        for (int i = 0; i < grid.Rows.Length; i++)
        {
            int from = 0;
            foreach (IGrouping<string, GridCell> row in grid.Rows[i].Cells.Where(c => c.Address is not null).GroupBy(c => c.Address!.Value.Row))
            {
                int last = row.Max(c => c.Column);
                CellPlace[] own = [.. places[first + i].Where(p => p.Cell.Column >= from && p.Cell.Column <= last)];
                string caption = own.FirstOrDefault(p => p.Cell.Role == CellRole.Text)?.Cell.Text ?? "";
                rows.TryAdd(row.Key, new PrintedRow(own.Length == 0 ? TextSpan.InLine(first + i, 0, 0) : own[0].Span.To(own[^1].Span), caption));
                from = last + 1;
            }
        }

        return rows;
    }

    /// <summary>A row as it is printed: its place and its caption, on forms of lines with the ordinal.</summary>
    private readonly record struct PrintedRow(TextSpan Span, string Caption);
}
