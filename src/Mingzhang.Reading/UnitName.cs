using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Outlines;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading;

/// <summary>
/// Finds the name of the department or unit: what most forms print above their table (<c>部门：…</c>), else what stands before 概况 in the heading
/// of part one.
/// </summary>
internal static class UnitName
{
    private const int Longest = 60;
    private static readonly string[] Labels = ["部门:", "单位:", "编制部门:", "编制单位:", "公开部门:", "公开单位:", "部门名称:", "单位名称:", "部门(单位):", "单位(部门):", "填报单位:", "填报部门:"];

    private static readonly System.Buffers.SearchValues<char> Separators = System.Buffers.SearchValues.Create("\t：:|");
    private static readonly System.Buffers.SearchValues<char> TableWords = System.Buffers.SearchValues.Create("项收支表年栏");

    /// <summary>The name as printed, without white space where it was broken; empty if none is found.</summary>
    internal static string Of(SourceText text, Outline outline, IEnumerable<Statement> statements)
    {
        var names = new Dictionary<string, int>();
        foreach (Statement form in statements)
        {
            int last = form.Rows.IsEmpty ? form.LastLine : form.Rows[0].Span.Line;
            for (int line = form.Heading.Line; line <= Math.Min(last, form.Heading.EndLine + 30); line++)
            {
                if (Labelled(text, line) is { Length: > 1 } name) names[name] = names.GetValueOrDefault(name) + 1;
            }
        }

        if (names.Count > 0) return names.MaxBy(n => n.Value).Key;
        string part = outline.Find("一")?.Title ?? "";
        int overview = part.IndexOf("概况", StringComparison.Ordinal);
        string before = overview < 0 ? "" : Joined(part[..overview]);
        return before is "部门" or "单位" or "" ? "" : before.TrimEnd('的');
    }

    private static string? Labelled(SourceText text, int line)
    {
        foreach (string piece in text.Lines[line - 1].Split('\t', '|'))
        {
            string plain = Characters.Squeeze(piece);
            string? label = Array.Find(Labels, l => plain.StartsWith(l, StringComparison.Ordinal));
            if (label is null || piece.Length > 200) continue;
            string value = piece[(piece.AsSpan().IndexOfAny(':', '：') + 1)..].Trim();
            int end = End(value);
            string name = Joined(value[..end]);
            if (name.Length == 0 || name is "万元" or "元" or "千元" or "亿元") return null;
            return end == value.Length ? name + Rest(text, line) : name;
        }

        return null;
    }

    /// <summary>A name that goes on in the next line: a line directly below with nothing but a few words.</summary>
    private static string Rest(SourceText text, int line)
    {
        if (line >= text.Lines.Length) return "";
        string next = text.Lines[line].Trim();
        bool words = next.Length is > 0 and <= 30 && !next.AsSpan().ContainsAny(Separators) && !next.StartsWith("公开", StringComparison.Ordinal) && End(next) == next.Length;
        return words && !next.AsSpan().ContainsAny(TableWords) && !next.AsSpan().ContainsAnyInRange('0', '9') ? Joined(next) : "";
    }

    /// <summary>Where the name ends: before the form's number, the amounts' unit or a wide blank.</summary>
    private static int End(string value)
    {
        int end = Math.Min(value.Length, Longest);
        foreach (string stop in (string[])["公开0", "公开 0", "公开０", "金额单位", "单位：", "单位:", "  ", "\u3000\u3000"])
        {
            int at = value.IndexOf(stop, StringComparison.Ordinal);
            if (at >= 0) end = Math.Min(end, at);
        }

        return end;
    }

    private static string Joined(string words) => string.Concat(words.Where(c => !Characters.IsSpace(c)));
}
