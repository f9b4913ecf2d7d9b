using System.Collections.Immutable;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Marked;

/// <summary>A note on a cell: the findings at it.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Paragraphs">The lines of each finding, gravest first.</param>
/// <param name="Severity">The gravest severity.</param>
internal sealed record CellNote(CellOrigin Cell, ImmutableArray<IReadOnlyList<string>> Paragraphs, Severity Severity);

/// <summary>A workbook with a note at the cell of each finding.</summary>
internal static class MarkedWorkbook
{
    /// <summary>Marks a workbook. Notes that it has stay; those of a cell with findings go on.</summary>
    public static void Mark(CheckReport report, MarkedPackage package, string language)
    {
        SourceText source = report.Disclosure.Source;
        var notes = report.Result.Findings
            .GroupBy(f => CellOf(source, f))
            .Select(g => new CellNote(g.Key, [.. g.OrderBy(f => f.Severity).Select(f => MarkNote.Lines(report, f, language))], g.Min(f => f.Severity)))
            .OrderBy(n => (n.Cell.Row, n.Cell.Column));
        foreach (IGrouping<string, CellNote> sheet in notes.GroupBy(n => n.Cell.Part)) new SheetNotes(package, sheet.Key).Add([.. sheet]);
    }

    /// <summary>The cell of a finding; the first one with text for what has no place.</summary>
    private static CellOrigin CellOf(SourceText source, Finding finding) =>
        FindingPlace.CellOf(source, FindingPlace.Of(source, finding)) ?? (CellOrigin)source.Origins[0].Origin;
}
