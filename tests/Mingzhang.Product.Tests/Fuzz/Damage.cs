using System.Text;

namespace Mingzhang.Product.Tests.Fuzz;

/// <summary>Ways in which a text can arrive broken, each from a seeded generator.</summary>
internal static class Damage
{
    private static readonly Func<string, Random, string>[] Ways =
    [
        Truncated, Shuffled, Noisy, LongLine, Nested, Duplicated, RandomUnicode, TabsForBlanks, WithoutLineEnds, EveryCharacterALine, HugeFigures, Repeated, Dropped, Interleaved,
    ];

    /// <summary>How many ways there are.</summary>
    public static int Count => Ways.Length;

    /// <summary>The text damaged in one to three ways.</summary>
    public static string Apply(string text, int way, Random random)
    {
        text = Ways[way % Ways.Length](text, random);
        for (int more = random.Next(3); more > 0; more--) text = Ways[random.Next(Ways.Length)](text, random);
        return text.Length > 400_000 ? text[..400_000] : text;
    }

    private static string Truncated(string text, Random random) => random.Next(2) == 0 ? text[..random.Next(text.Length + 1)] : text[random.Next(text.Length + 1)..];

    private static string Shuffled(string text, Random random)
    {
        string[] lines = text.Split('\n');
        for (int swaps = random.Next(1, 30); swaps > 0; swaps--)
        {
            int a = random.Next(lines.Length), b = random.Next(lines.Length);
            (lines[a], lines[b]) = (lines[b], lines[a]);
        }

        return string.Join('\n', lines);
    }

    private static string Noisy(string text, Random random)
    {
        if (text.Length == 0) return "\0";
        char[] chars = text.ToCharArray();
        for (int hits = random.Next(1, 40); hits > 0; hits--) chars[random.Next(chars.Length)] = (char)random.Next(1, 0x250);
        return new string(chars);
    }

    private static string LongLine(string text, Random random)
    {
        string[] lines = text.Split('\n');
        int at = random.Next(lines.Length);
        string unit = lines[at].Length == 0 ? "（" : lines[at];
        lines[at] = string.Concat(Enumerable.Repeat(unit, Math.Min(3000, 60_000 / unit.Length)));
        return string.Join('\n', lines);
    }

    private static string Nested(string text, Random random)
    {
        string open = "（([【“<《"[random.Next(7)].ToString(), close = "）)]】”>》"[random.Next(7)].ToString();
        int depth = random.Next(1, 5000), at = random.Next(text.Length + 1);
        string inner = random.Next(2) == 0 ? "其中：" : "1.23万元";
        return text[..at] + string.Concat(Enumerable.Repeat(open + inner, depth / 10)) + string.Concat(Enumerable.Repeat(open, depth)) + string.Concat(Enumerable.Repeat(close, depth)) + text[at..];
    }

    private static string Duplicated(string text, Random random)
    {
        int from = random.Next(text.Length + 1), length = random.Next(text.Length - from + 1);
        return text.Insert(random.Next(text.Length + 1), string.Concat(Enumerable.Repeat(text.Substring(from, length), random.Next(1, 4))));
    }

    private static string RandomUnicode(string text, Random random)
    {
        var inserted = new StringBuilder(text);
        for (int hits = random.Next(1, 20); hits > 0; hits--)
        {
            char c = (char)random.Next(0x20, 0xFFFF);
            inserted.Insert(random.Next(inserted.Length + 1), random.Next(3) switch { 0 => c.ToString(), 1 => "\uD83D\uDE00", _ => new string(c, random.Next(1, 50)) });
        }

        return inserted.ToString();
    }

    private static string TabsForBlanks(string text, Random random) => random.Next(3) switch
    {
        0 => text.Replace('\t', ' '),
        1 => text.Replace(' ', '\t'),
        _ => text.Replace("\t", "", StringComparison.Ordinal),
    };

    private static string WithoutLineEnds(string text, Random random) => text.Replace("\n", random.Next(2) == 0 ? "" : " ", StringComparison.Ordinal);

    private static string EveryCharacterALine(string text, Random random)
    {
        int from = random.Next(text.Length + 1), length = Math.Min(2000, text.Length - from);
        return text[..from] + string.Join('\n', text.Substring(from, length).ToCharArray()) + text[(from + length)..];
    }

    private static string HugeFigures(string text, Random random)
    {
        string[] figures = ["9999999999999.99", "10000000000000", "0.000000000001", new string('9', 60), "-0", "0.00", "1,2,3,4", "1e308", "79228162514264337593543950335", "-9999999999999", "0.0000001%", "１２３．４５"];
        var changed = new StringBuilder();
        bool inFigure = false;
        foreach (char c in text)
        {
            bool digit = char.IsAsciiDigit(c) || (inFigure && c == '.');
            if (digit && !inFigure && random.Next(6) == 0) changed.Append(figures[random.Next(figures.Length)]);
            inFigure = digit;
            changed.Append(c);
        }

        return changed.ToString();
    }

    private static string Repeated(string text, Random random)
    {
        string[] lines = text.Split('\n');
        int at = random.Next(lines.Length);
        return string.Join('\n', lines[..at].Concat(Enumerable.Repeat(lines[at], Math.Min(random.Next(2, 400), 400_000 / Math.Max(1, lines[at].Length)))).Concat(lines[at..]));
    }

    private static string Dropped(string text, Random random)
    {
        int one = random.Next(2, 12);
        return string.Join('\n', text.Split('\n').Where(_ => random.Next(one) != 0));
    }

    private static string Interleaved(string text, Random random)
    {
        string[] lines = text.Split('\n');
        int half = lines.Length / 2;
        return string.Join('\n', Enumerable.Range(0, half).SelectMany(i => random.Next(2) == 0 ? new[] { lines[i], lines[half + i] } : [lines[half + i] + lines[i]]));
    }
}
