using System.Collections.Immutable;
using System.Text;

namespace Mingzhang.Publishing.Terminal;

/// <summary>
/// Breaks report lines at a terminal's width: between Chinese characters, which take two cells, and between words; never inside a figure,
/// an address or a word that fits on a line, and never before closing punctuation.
/// </summary>
internal static class Wrapping
{
    private const string Closing = "，。；：、！？）》」』】”’%,.;:!?)]}";

    /// <summary>The line as lines of at most <paramref name="width"/> cells, each without its indent.</summary>
    public static IEnumerable<ImmutableArray<Run>> Wrap(ReportLine line, int width)
    {
        int room = Math.Max(width - line.Indent, 10);
        var current = ImmutableArray.CreateBuilder<Run>();
        int used = 0;
        foreach ((string text, Tone tone) in Units(line))
        {
            int cells = Cells(text);
            if (used > 0 && used + Cells(text.TrimEnd()) > room)
            {
                yield return current.ToImmutable();
                current.Clear();
                used = 0;
                if (string.IsNullOrWhiteSpace(text)) continue;
            }

            foreach (string part in Cut(text, room))
            {
                if (used > 0 && used + Cells(part.TrimEnd()) > room)
                {
                    yield return current.ToImmutable();
                    current.Clear();
                    used = 0;
                }

                current.Add(new Run(part, tone));
                used += Cells(part);
            }
        }

        if (current.Count > 0) yield return current.ToImmutable();
    }

    /// <summary>How many cells a text takes.</summary>
    public static int Cells(string text)
    {
        int cells = 0;
        foreach (Rune rune in text.EnumerateRunes()) cells += IsWide(rune.Value) ? 2 : 1;
        return cells;
    }

    /// <summary>What may not be divided: a Chinese character, a word, each with the punctuation and blanks that follow it.</summary>
    private static IEnumerable<(string Text, Tone Tone)> Units(ReportLine line)
    {
        foreach (Run run in line.Runs)
        {
            string text = PlainText.Clean(run.Text);
            int start = 0;
            for (int at = 1; at <= text.Length; at++)
            {
                if (at < text.Length && !MayBreak(text[at - 1], text[at])) continue;
                yield return (text[start..at], run.Tone);
                start = at;
            }
        }
    }

    private static bool MayBreak(char before, char after)
    {
        if (after == ' ' || Closing.Contains(after) || char.IsLowSurrogate(after)) return false;
        if (before is '（' or '“' or '‘' or '(' or '[' or '《') return false;
        return before == ' ' || IsWide(before) || IsWide(after);
    }

    /// <summary>A unit in parts that fit on a line.</summary>
    private static IEnumerable<string> Cut(string text, int room)
    {
        while (Cells(text) > room)
        {
            int length = 0, cells = 0;
            foreach (Rune rune in text.EnumerateRunes())
            {
                cells += IsWide(rune.Value) ? 2 : 1;
                if (cells > room) break;
                length += rune.Utf16SequenceLength;
            }

            yield return text[..length];
            text = text[length..];
        }

        yield return text;
    }

    // East Asian wide and full width (Unicode TR 11); ambiguous characters are narrow, as terminals take them.
    private static bool IsWide(int rune) =>
        rune is (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0xa4cf) or (>= 0xac00 and <= 0xd7a3) or (>= 0xf900 and <= 0xfaff)
            or (>= 0xfe30 and <= 0xfe6f) or (>= 0xff01 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6) or (>= 0x1f300 and <= 0x1faff) or (>= 0x20000 and <= 0x3fffd);
}
