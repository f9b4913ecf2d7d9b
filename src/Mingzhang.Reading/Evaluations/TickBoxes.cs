using System.Collections.Immutable;
using System.Text;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Reading.Evaluations;

/// <summary>
/// Reads choices with boxes: HTML inputs, □ ☐ for empty and √ ☑ ■ for ticked ones, before or behind their text, or a √ alone
/// behind one of several numbered choices.
/// </summary>
internal static class TickBoxes
{
    private const char Empty = '\u0001', Ticked = '\u0002';

    private static readonly string[] Labels = ["项目类别", "项目属性", "项目类型", "项目性质", "资金来源", "项目分类"];

    /// <summary>Whether a label stands beside choices.</summary>
    public static bool IsLabel(string label) => Array.IndexOf(Labels, PrintedText.Squeeze(label).TrimEnd(':', '：')) >= 0;

    /// <summary>Whether a text as printed has a box.</summary>
    public static bool HasBox(ReadOnlySpan<char> raw)
    {
        foreach (char c in raw)
        {
            if (BoxOf(c) != default) return true;
        }

        return raw.Contains("<input", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The choices of a text as printed; empty if it has neither boxes nor numbered choices.</summary>
    public static ImmutableArray<TickBox> Read(ReadOnlySpan<char> raw)
    {
        string text = Marked(raw);
        List<string> choices = ByNumber(text);
        if (choices.Count < 2) choices = ByBox(text);
        var boxes = ImmutableArray.CreateBuilder<TickBox>(choices.Count);
        foreach (string choice in choices)
        {
            string label = PrintedText.Tidy(choice.Replace(Empty, ' ').Replace(Ticked, ' ')).TrimStart('.', '、', '．').Trim()
                .Replace("（）", "", StringComparison.Ordinal).Replace("()", "", StringComparison.Ordinal);
            if (label.Length > 0) boxes.Add(new TickBox(label, choice.Contains(Ticked)));
        }

        return boxes.ToImmutable();
    }

    private static char BoxOf(char c) => c switch
    {
        '□' or '☐' or '◻' or '▢' or '○' or '¨' or '\uF0A8' or '\uF06F' => Empty,
        '☑' or '☒' or '■' or '√' or '✓' or '✔' or '●' or '⊠' or '▣' or 'þ' or '\uF0FE' or '\uF052' or '\uF0FC' => Ticked,
        _ => default,
    };

    /// <summary>The text with every box as one mark.</summary>
    private static string Marked(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '<' && raw[i..].StartsWith("<input", StringComparison.OrdinalIgnoreCase))
            {
                int end = raw[i..].IndexOf('>');
                if (end < 0) end = raw.Length - i - 1;
                bool ticked = raw.Slice(i, end + 1).Contains("checked", StringComparison.OrdinalIgnoreCase);
                text.Append(ticked ? Ticked : Empty);
                i += end;
                continue;
            }

            if (raw[i] == '[' && raw[i..] is ['[', var mark, ']', ..])
            {
                text.Append(mark is ' ' or '\u3000' ? Empty : Ticked);
                i += 2;
                continue;
            }

            char box = BoxOf(raw[i]);
            text.Append(box == default ? raw[i] : box);
        }

        return text.ToString();
    }

    /// <summary>Choices that begin with 1、 2. (3) …; a box before the first number belongs to it, and so on.</summary>
    private static List<string> ByNumber(string text)
    {
        var starts = new List<int>();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '1' + starts.Count || starts.Count >= 9) continue;
            int next = i + 1;
            while (next < text.Length && text[next] == ' ') next++;
            if (next < text.Length && text[next] is '、' or '.' or '．' or ')' or '）') starts.Add(i);
        }

        var choices = new List<string>(starts.Count);
        bool before = starts.Count > 0 && text.AsSpan(0, starts[0]).IndexOfAny(Empty, Ticked) >= 0;
        for (int i = 0; i < starts.Count; i++)
        {
            int from = before ? BoxBefore(text, starts[i]) : starts[i];
            int to = i + 1 == starts.Count ? text.Length : before ? BoxBefore(text, starts[i + 1]) : starts[i + 1];
            string choice = text[from..to];
            int digit = choice.IndexOf((char)('1' + i));
            choices.Add(choice[..digit] + choice[(digit + 1)..].TrimStart(' ', ')', '）'));
        }

        return choices;
    }

    private static int BoxBefore(string text, int at)
    {
        int from = at;
        while (from > 0 && text[from - 1] is ' ' or '(' or '（' or Empty or Ticked) from--;
        return from;
    }

    /// <summary>Choices between boxes: each box opens one if the text begins with a box, else closes one.</summary>
    private static List<string> ByBox(string text)
    {
        var choices = new List<string>();
        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        bool before = start is [Empty or Ticked, ..];
        int from = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is not (Empty or Ticked)) continue;
            if (before)
            {
                if (text.AsSpan(from, i - from).Trim().Length > 0) choices.Add(text[from..i]);
                from = i;
            }
            else
            {
                while (i + 1 < text.Length && text[i + 1] is Empty or Ticked) i++;
                choices.Add(text[from..(i + 1)]);
                from = i + 1;
            }
        }

        if (before && from < text.Length) choices.Add(text[from..]);
        return choices;
    }
}
