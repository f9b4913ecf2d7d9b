using System.Text;

namespace Mingzhang.Reading.Formats.Word;

/// <summary>Counts the numbered paragraphs of a document and writes their numbers as Word shows them.</summary>
internal sealed class WordNumbering(WordLists lists, WordStyles styles)
{
    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<int> _begun = [];

    /// <summary>The number before the next paragraph; empty if it has none.</summary>
    /// <param name="style">Its style.</param>
    /// <param name="list">The list that it names itself.</param>
    /// <param name="level">Its level there.</param>
    internal string Next(string? style, int? list, int? level)
    {
        var inherited = list is null ? styles.ListOf(style) : default;
        list ??= inherited.List;
        if (list is not > 0 || lists[list.Value] is not { } found) return "";
        int at = Math.Clamp(level ?? inherited.Level ?? LevelOf(found.Levels, style), 0, WordLists.Levels - 1);
        if (found.Levels[at] is not { } own) return "";
        int?[] counters = Counters(list.Value, found.Counters, found.Starts);
        counters[at] = Following(counters[at], own.Start);
        for (int deeper = at + 1; deeper < counters.Length; deeper++) counters[deeper] = null;
        return Write(own, found.Levels, counters);
    }

    private static int Following(int? count, int start) => count is { } before ? before == int.MaxValue ? before : before + 1 : start;

    private static int LevelOf(WordLevel?[] levels, string? style) =>
        style is null ? 0 : Math.Max(0, Array.FindIndex(levels, l => l?.Style == style));

    private int?[] Counters(int list, int id, int?[] starts)
    {
        if (!_counters.TryGetValue(id, out int?[]? counters)) _counters[id] = counters = new int?[WordLists.Levels];
        if (!_begun.Add(list)) return counters;
        for (int i = 0; i < starts.Length; i++)
        {
            if (starts[i] is { } start) counters[i] = start > int.MinValue ? start - 1 : start;
        }

        return counters;
    }

    private static string Write(WordLevel own, WordLevel?[] levels, int?[] counters)
    {
        if (own.Format is "bullet" or "none") return "";
        var text = new StringBuilder();
        for (int i = 0; i < own.Text.Length; i++)
        {
            if (own.Text[i] != '%' || i + 1 >= own.Text.Length || own.Text[i + 1] is not (>= '1' and <= '9'))
            {
                text.Append(own.Text[i]);
                continue;
            }

            int level = own.Text[++i] - '1';
            WordLevel? shown = levels[level];
            text.Append(NumberWords.Write(counters[level] ?? shown?.Start ?? 1, own.IsLegal ? "decimal" : shown?.Format ?? "decimal"));
        }

        if (own.IsSpaced && text.Length > 0 && (char.IsAsciiLetterOrDigit(text[^1]) || text[^1] is >= '\u4E00' and <= '\u9FFF')) text.Append(' ');
        return text.ToString();
    }
}
