using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Terminal;

/// <summary>
/// The forms of a disclosure for people, line by line: key, caption and figures below the nested captions of the columns. Rows without a figure are left out.
/// A form of one row stands upright, a line for each column.
/// </summary>
public static class StatementTables
{
    private const string Gap = "  ";

    /// <summary>Writes the forms without colour and without wrapping.</summary>
    public static void Write(Disclosure disclosure, TextWriter writer, string language = "zh") =>
        PlainText.Write(Lines(disclosure, language), writer);

    /// <summary>Writes the forms to a terminal.</summary>
    public static void WriteToTerminal(Disclosure disclosure, TextWriter terminal, string language = "zh") =>
        TerminalText.Write(Lines(disclosure, language), terminal);

    private static IEnumerable<ReportLine> Lines(Disclosure disclosure, string language)
    {
        yield return ReportLine.Of(0, Words.Heading(disclosure, language), Tone.Strong);
        foreach (Statement statement in disclosure.Statements)
        {
            if (disclosure.Edition.Form(statement.Form) is not { } form) continue;
            yield return ReportLine.Empty;
            yield return ReportLine.Of(
                0, new Run($"{Chapter.FormName(form.Id, language)}  {statement.Title}", Tone.Strong), new Run($"{Gap}{statement.AmountUnit ?? disclosure.AmountUnit}", Tone.Faint));
            string[][] rows = form.Shape == FormShape.SingleRow ? [.. Upright(form, statement)] : [.. Across(form, statement)];
            if (rows.Length == 0)
            {
                yield return ReportLine.Of(2, form.EmptyNote.Length > 0 && language != "en" ? form.EmptyNote : Words.Of(StatementState.Empty).In(language));
                continue;
            }

            string[][] head = form.Shape == FormShape.SingleRow ? [] : [.. Head(form)];
            int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(c => head.Concat(rows).Max(r => Wrapping.Cells(r[c])))];
            foreach (string[] line in head) yield return ReportLine.Of(2, Aligned(line, widths), Tone.Faint);
            foreach (string[] line in rows) yield return ReportLine.Of(2, Aligned(line, widths));
        }
    }

    /// <summary>Key, caption, figures of the rows that have any.</summary>
    private static IEnumerable<string[]> Across(FormDefinition form, Statement statement) =>
        statement.Rows.Where(r => !r.Cells.IsEmpty).Select(r => (string[])[r.Key == r.Caption ? "" : r.Key, r.Caption, .. form.Columns.Select(c => Figure(r, c))]);

    /// <summary>Column number, captions, figure of the columns that have one.</summary>
    private static IEnumerable<string[]> Upright(FormDefinition form, Statement statement) =>
        statement.Rows.SelectMany(r => form.Columns.Where(c => r.Cell(c.Number) is not null).Select(c => (string[])[c.Number, string.Join('/', c.Captions), Figure(r, c)]));

    /// <summary>The captions of the columns level by level; one that stands over several columns stands at the first.</summary>
    private static IEnumerable<string[]> Head(FormDefinition form)
    {
        ImmutableArray<FormColumn> columns = form.Columns;
        int levels = columns.Max(c => c.Captions.Length);
        for (int level = 0; level < levels; level++)
            yield return ["", "", .. columns.Select((c, i) => c.Captions.Length <= level || (i > 0 && IsCovered(columns[i - 1], c, level)) ? "" : c.Captions[level])];
    }

    /// <summary>Whether the caption to the left covers this column as well.</summary>
    private static bool IsCovered(FormColumn left, FormColumn column, int level) =>
        level < column.Captions.Length - 1 && left.Captions.Length > level && left.Captions.Take(level + 1).SequenceEqual(column.Captions.Take(level + 1));

    private static string Figure(StatementRow row, FormColumn column) => row.Cell(column.Number) is { } cell ? cell.Figure?.ToString() ?? cell.Text : "";

    /// <summary>Keys and captions from the left, figures and their captions from the right.</summary>
    private static string Aligned(string[] cells, int[] widths) =>
        string.Join(Gap, cells.Select((c, i) => i < 2 ? c + Blanks(widths[i], c) : Blanks(widths[i], c) + c)).TrimEnd();

    private static string Blanks(int width, string text) => new(' ', width - Wrapping.Cells(text));
}
