namespace Mingzhang.Accounts.Explanations;

/// <summary>The number that a list item begins with: <c>1.</c>, <c>（1）</c>, <c>一、</c>, <c>（一）</c>.</summary>
internal static class ListMark
{
    private const string ChineseDigits = "一二三四五六七八九十";

    /// <summary>How many characters of a line the number takes; 0 if the line is no list item.</summary>
    internal static int Length(string line)
    {
        bool bracket = line.StartsWith('（');
        int start = bracket ? 1 : 0, at = start;
        while (at < line.Length && at - start < 3 && char.IsAsciiDigit(line[at])) at++;
        bool arabic = at > start;
        while (!arabic && at < line.Length && at - start < 4 && ChineseDigits.Contains(line[at], StringComparison.Ordinal)) at++;
        if (at == start || at >= line.Length) return 0;
        bool closed = bracket ? line[at] == '）' : line[at] == '、' || (arabic && line[at] == '.');
        return closed ? at + 1 : 0;
    }
}
