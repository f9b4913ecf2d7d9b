using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Evaluations;

/// <summary>Points that a label carries at its end: <c>数量指标（9分）</c>, <c>派遣人员到岗率(4 分)</c>.</summary>
internal static class Points
{
    /// <summary>Points that are a cell of their own: <c>20分</c>, <c>1.5 分</c>.</summary>
    public static bool TryParse(string text, out Printed points)
    {
        points = default;
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        return rest is [.., '分'] && Printed.TryParse(rest[..^1].TrimEnd(), out points);
    }

    /// <summary>
    /// Splits a label from the points at its end. One of the two brackets may be lost; without any bracket it is no weight.
    /// </summary>
    /// <param name="label">The label with or without points.</param>
    /// <param name="plain">The label alone.</param>
    /// <param name="points">The points; null if it has none.</param>
    public static void Split(string label, out string plain, out Printed? points)
    {
        plain = label;
        points = null;
        if (!Locate(label, out int start, out int figure, out int end)) return;
        if (!Printed.TryParse(label.AsSpan(figure, end - figure), out Printed value)) return;
        points = value;
        plain = label[..start].TrimEnd();
    }

    /// <summary>The points at the end of a cell as a field (<c>4分</c>) at their place; null if it has none.</summary>
    public static Field? FieldIn(SourceText source, TextSpan cell)
    {
        if (!cell.IsSome) return null;
        string line = source.Lines[cell.EndLine - 1];
        int from = cell.Line == cell.EndLine ? cell.Column : 0;
        string raw = line[from..cell.EndColumn];
        if (!Locate(raw, out _, out int figure, out int end)) return null;
        if (!Printed.TryParse(raw.AsSpan(figure, end - figure), out Printed value)) return null;
        int unit = raw.IndexOf('分', end);
        return new Field(PrintedText.Tidy(raw.AsSpan(figure, unit + 1 - figure)), TextSpan.InLine(cell.EndLine, from + figure, unit + 1 - figure), value, "分");
    }

    /// <summary>The first points anywhere in a cell: <c>得分 （20分*执行率）</c>; null if it has none.</summary>
    public static Field? FirstIn(SourceText source, TextSpan cell)
    {
        if (!cell.IsSome || cell.Line != cell.EndLine) return null;
        ReadOnlySpan<char> raw = source.Lines[cell.Line - 1].AsSpan(cell.Column, cell.EndColumn - cell.Column);
        for (int at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '分') continue;
            int end = Back(raw, at), start = end;
            while (start > 0 && (char.IsAsciiDigit(raw[start - 1]) || raw[start - 1] == '.')) start--;
            if (start == end || !Printed.TryParse(raw[start..end], out Printed points)) continue;
            return new Field(PrintedText.Tidy(raw[start..(at + 1)]), TextSpan.InLine(cell.Line, cell.Column + start, at + 1 - start), points, "分");
        }

        return null;
    }

    private static bool Locate(ReadOnlySpan<char> label, out int start, out int figure, out int end)
    {
        start = figure = end = 0;
        int at = Back(label, label.Length);
        bool closed = at > 0 && label[at - 1] is ')' or '）';
        if (closed) at = Back(label, at - 1);
        if (at == 0 || label[at - 1] != '分') return false;
        end = at = Back(label, at - 1);
        while (at > 0 && (char.IsAsciiDigit(label[at - 1]) || label[at - 1] == '.')) at--;
        figure = at;
        if (figure == end) return false;
        at = Back(label, at);
        bool opened = at > 0 && label[at - 1] is '(' or '（';
        start = opened ? at - 1 : at;
        return start > 0 && (opened || closed);
    }

    private static int Back(ReadOnlySpan<char> text, int at)
    {
        while (at > 0 && char.IsWhiteSpace(text[at - 1])) at--;
        return at;
    }
}
