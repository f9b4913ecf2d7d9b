using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>A form that goes on on the next sheet of a workbook, without its title: the sheet begins with rows of codes, or with the form's own head.</summary>
internal static class NextSheet
{
    private const int LongestHead = 12;

    /// <summary>Whether the lines from <paramref name="from"/> on go on with the form above them.</summary>
    /// <param name="text">The document.</param>
    /// <param name="form">The form's lines so far.</param>
    /// <param name="from">First line of the next sheet.</param>
    /// <param name="to">Its last line.</param>
    internal static bool GoesOn(SourceText text, FormRegion form, int from, int to)
    {
        if (text.FileOf(from) != text.FileOf(form.FirstLine)) return false;
        while (from <= to && text.Lines[from - 1].AsSpan().IsWhiteSpace()) from++;
        if (from > to) return false;
        string line = text.Lines[from - 1];
        int tab = line.IndexOf('\t', StringComparison.Ordinal);
        if (tab < 0) return false;
        if (IsCode(line.AsSpan(0, tab).Trim())) return HasCodes(text, form);
        for (int head = form.FirstLine; head <= Math.Min(form.LastLine, form.FirstLine + LongestHead); head++)
        {
            if (text.Lines[head - 1] == line) return true;
        }

        return false;
    }

    private static bool HasCodes(SourceText text, FormRegion form)
    {
        for (int line = form.LastLine; line >= form.FirstLine; line--)
        {
            string above = text.Lines[line - 1];
            int tab = above.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0 && IsCode(above.AsSpan(0, tab).Trim())) return true;
        }

        return false;
    }

    private static bool IsCode(ReadOnlySpan<char> cell) => cell.Length is 3 or 5 or 7 && cell.IndexOfAnyExceptInRange('0', '9') < 0;
}
