using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Publishing.Reports;

/// <summary>The characters that a finding is about, for marks on a page, in a document or in a sheet.</summary>
internal static class FindingPlace
{
    /// <summary>The field of a table's row that states the finding's figure, where its place is such a row; else its place.</summary>
    public static TextSpan Of(SourceText source, Finding finding) => Of(source, finding.Where.Span, finding.Stated);

    /// <summary>The field of a table's row that shows a value, where a stretch is such a row; else the stretch.</summary>
    public static TextSpan Of(SourceText source, TextSpan span, string? stated)
    {
        if (!span.IsSome || span.Line != span.EndLine || span.Line > source.Lines.Length || stated is null or "") return span;
        string line = source.Lines[span.Line - 1];
        int end = Math.Min(span.EndColumn, line.Length);

        // The figure stands at the end of the stretch, behind the row's code and name.
        while (end > span.Column)
        {
            int start = Math.Max(span.Column, line.LastIndexOf('\t', end - 1, end - span.Column) + 1);
            if (start == span.Column && end == span.EndColumn) return span;
            ReadOnlySpan<char> field = line.AsSpan(start, end - start);
            if (IsSame(field, stated))
            {
                int lead = field.Length - field.TrimStart().Length;
                return TextSpan.InLine(span.Line, start + lead, field.Trim().Length);
            }

            end = start - 1;
        }

        return span;
    }

    /// <summary>The cell of a workbook that a stretch ends in, where it is a row's, else the one it begins in; null where it was not read from a workbook.</summary>
    public static CellOrigin? CellOf(SourceText source, TextSpan span)
    {
        ReadOnlySpan<OriginMark> marks = source.OriginsOf(span);
        return marks.Length == 0 ? null : (span.Line == span.EndLine ? marks[^1] : marks[0]).Origin as CellOrigin;
    }

    /// <summary>Whether a field shows a value, with or without thousands separators.</summary>
    private static bool IsSame(ReadOnlySpan<char> field, string stated)
    {
        field = field.Trim();
        return field.SequenceEqual(stated) || (field.Contains(',') && field.ToString().Replace(",", "", StringComparison.Ordinal) == stated);
    }
}
