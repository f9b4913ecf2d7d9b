using System.Buffers;

namespace Mingzhang.Reading.Claims.Paragraphs;

/// <summary>What a chart prints beside its slices (基本支出，59.07%　项目支出，27.45%), which is no sentence.</summary>
internal static class ChartLabels
{
    private const int Longest = 400;
    private const int LongestLabel = 24;
    private const int LongestTitle = 20;

    // Any of these makes a sentence of it.
    private static readonly SearchValues<char> SentenceCharacters = SearchValues.Create("。；：！？占增减升降为比元万是");
    private static readonly SearchValues<char> Marks = SearchValues.Create("，。；：、！？（）0123456789");

    /// <summary>Whether a joined text is nothing but labels with percentages, at least two, and what a legend adds behind them.</summary>
    internal static bool Are(string text)
    {
        if (text.Length > Longest || text.AsSpan().ContainsAny(SentenceCharacters)) return false;
        int percentages = 0, from = 0;
        for (int at = text.IndexOf('%'); at >= 0; at = text.IndexOf('%', at + 1))
        {
            int start = at;
            while (start > from && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] == '.')) start--;
            if (start == at || start - from > LongestLabel || text.AsSpan(from, start - from).ContainsAnyInRange('0', '9')) return false;
            percentages++;
            from = at + 1;
        }

        return percentages > 1;
    }

    /// <summary>Whether a line is a chart's title: a few words that end with 图.</summary>
    internal static bool IsTitle(ReadOnlySpan<char> line) => line.Length is > 2 and <= LongestTitle && line[^1] == '图' && !line.ContainsAny(Marks);
}
