using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Statements;

/// <summary>Exact forms as they are printed: figures in 万元, captions of the classifications in force, the prescribed notes.</summary>
internal sealed class StatementPrinter(Edition edition)
{
    /// <summary>The unit of every printed amount.</summary>
    internal const string AmountUnit = "万元";

    /// <summary>A form.</summary>
    /// <param name="form">Its definition.</param>
    /// <param name="exact">Its exact amounts.</param>
    /// <param name="print">The figure of a row and column, from its amount in 分.</param>
    internal Statement Print(FormDefinition form, ExactForm exact, Func<string, int, long, Printed> print)
    {
        bool empty = form.MayBeEmpty && exact.IsEmpty;
        ImmutableArray<string> notes = empty && form.EmptyNote.Length > 0 ? form.Notes.Add(form.EmptyNote) : form.Notes;
        return new Statement
        {
            Form = form.Id,
            Title = form.Title,
            Heading = TextSpan.None,
            State = empty ? StatementState.Empty : StatementState.Read,
            AmountUnit = AmountUnit,
            Rows = [.. exact.Rows.Select(r => Row(form, r.Key, r.Cents, print))],
            Notes = [.. notes.Select(n => new Note(n, TextSpan.None))],
        };
    }

    /// <summary>The figure of an amount on its own: 万元 with two decimals, half away from zero.</summary>
    internal static Printed Plain(long cents)
    {
        long units = (Math.Abs(cents) + 5_000) / 10_000;
        return Figure(cents < 0 ? -units : units);
    }

    /// <summary>A figure of so many hundredths of a 万元.</summary>
    internal static Printed Figure(long hundredths) => new(hundredths / 100m, 2);

    private StatementRow Row(FormDefinition form, string key, long[] cents, Func<string, int, long, Printed> print)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>();
        for (int column = 0; column < cents.Length; column++)
        {
            if (cents[column] == 0) continue;
            Printed figure = print(key, column, cents[column]);
            cells.Add(new Cell(form.Columns[column].Number, figure, figure.ToString(), TextSpan.None));
        }

        return new StatementRow { Key = key, Caption = Caption(form, key), Span = TextSpan.None, Cells = cells.ToImmutable() };
    }

    private string Caption(FormDefinition form, string key) => form.Shape switch
    {
        FormShape.Lines => form.Line(key)?.Caption ?? "",
        FormShape.FunctionalCodes => key == Address.Total ? key : edition.Functional.Find(key)?.Name ?? "",
        FormShape.EconomicBlocks => char.IsAsciiDigit(key[0]) ? edition.Economic.Find(key)?.Name ?? Code(form, key) : Code(form, key),
        _ => "",
    };

    private static string Code(FormDefinition form, string key) => form.Codes.FirstOrDefault(c => c.Key == key)?.Caption ?? "";
}
