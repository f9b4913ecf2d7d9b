using Mingzhang.Accounts.Books.Values;
using Mingzhang.Accounts.Imports.Sheets;

namespace Mingzhang.Accounts.Imports.Rows;

/// <summary>Codes in cells: alone, stored as numbers, or with the name in one cell (<c>[2010301]行政运行</c>, <c>2010301-行政运行</c>, <c>2010301 行政运行</c>).</summary>
internal static class CodeCell
{
    private const string Open = "[【(（「", Close = "]】)）」";

    /// <summary>The code with which a cell begins; the whole text if it begins with none.</summary>
    internal static string Leading(string text) => Split(text).Code;

    /// <summary>The name behind the code; the whole text if there is no code.</summary>
    internal static string Name(string text) => Split(text) is { Name.Length: > 0 } split ? split.Name : Widths.Narrow(text);

    /// <summary>An account's code with the marks between its levels left out: <c>7101.01</c>, <c>7101\01</c>.</summary>
    internal static string Account(string text)
    {
        string code = Widths.Narrow(text);
        if (code.Length > 0 && Open.Contains(code[0], StringComparison.Ordinal)) code = Leading(code);
        int end = 0;
        while (end < code.Length && (char.IsAsciiDigit(code[end]) || (code[end] is '.' or '\\' or '/' or '-' or '_' && end + 1 < code.Length && char.IsAsciiDigit(code[end + 1])))) end++;
        return end == 0 ? code : string.Concat(code.AsSpan(0, end).ToString().Where(char.IsAsciiDigit));
    }

    /// <summary>
    /// The one of some known codes or names that a cell means: as it stands, by its code, by its name, or, for a number that lost its leading zeros, by
    /// its value; null if it is none, or not one alone.
    /// </summary>
    internal static string? Known(SheetCell cell, IReadOnlySet<string> known)
    {
        string text = Widths.Narrow(cell.Text);
        if (known.Contains(text)) return text;
        (string code, string name) = Split(text);
        if (known.Contains(code)) return code;
        if (name.Length > 0 && known.Contains(name)) return name;
        if (!cell.IsNumber) return null;
        string? found = null;
        foreach (string candidate in known)
        {
            if (candidate.TrimStart('0') != text) continue;
            if (found is not null) return null;
            found = candidate;
        }

        return found;
    }

    private static (string Code, string Name) Split(string text)
    {
        text = Widths.Narrow(text);
        if (text.Length == 0) return ("", "");
        int bracket = Open.IndexOf(text[0], StringComparison.Ordinal);
        if (bracket >= 0)
        {
            int close = text.IndexOf(Close[bracket], StringComparison.Ordinal);
            return close > 1 ? (text[1..close].Trim(), text[(close + 1)..].Trim(' ', '-', '_', '—')) : (text, "");
        }

        int end = 0;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
        return end == 0 ? (text, "") : (text[..end], text[end..].TrimStart(' ', '\u3000', '-', '_', '—', '－', ':', '：', '/', '\\', '|', '.'));
    }
}
