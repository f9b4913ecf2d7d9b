using System.Text;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Evaluations;

/// <summary>What lies between a fragment and the one before it.</summary>
internal enum Gap
{
    /// <summary>A blank on the same line.</summary>
    Space,

    /// <summary>The end of the line.</summary>
    Line,

    /// <summary>The end of the line and at least one empty line.</summary>
    Blank,
}

/// <summary>A run of characters without blanks in a table whose cells are no longer separated.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="Span">Where.</param>
/// <param name="Before">What lies before it.</param>
internal readonly record struct Fragment(string Text, TextSpan Span, Gap Before)
{
    private const string Units = "个次人件家篇份期场项辆台套天日户条批名起处所座本卷册吨分元万亿月年%种面亩米例宗只";

    /// <summary>Room the text takes, in Chinese characters.</summary>
    public double Width
    {
        get
        {
            double width = 0;
            foreach (char c in Text) width += c < 0x100 ? 0.5 : 1;
            return width;
        }
    }

    /// <summary>The fragments of a stretch of lines; page numbers are passed over, a figure and its unit kept together.</summary>
    public static List<Fragment> Of(SourceText source, int first, int last)
    {
        var fragments = new List<Fragment>();
        Gap gap = Gap.Blank;
        for (int number = first; number <= last; number++)
        {
            string line = source.Lines[number - 1];
            if (string.IsNullOrWhiteSpace(line))
            {
                gap = Gap.Blank;
                continue;
            }

            if (IsPageNumber(source, number)) continue;
            Divide(line, number, gap, fragments);
            gap = Gap.Line;
        }

        return fragments;
    }

    /// <summary>The texts of fragments one after another; blanks only between Latin letters and digits.</summary>
    public static string Join(List<Fragment> fragments, int from, int to)
    {
        if (to - from == 1) return fragments[from].Text;
        var text = new StringBuilder();
        for (int i = from; i < to; i++)
        {
            if (text.Length > 0 && fragments[i].Before == Gap.Space) text.Append(' ');
            text.Append(fragments[i].Text);
        }

        return PrintedText.Tidy(text.ToString());
    }

    private static void Divide(string line, int number, Gap gap, List<Fragment> fragments)
    {
        int start = 0;
        while (true)
        {
            while (start < line.Length && IsBlank(line[start])) start++;
            if (start == line.Length) return;
            int end = start;
            while (end < line.Length && !IsBlank(line[end])) end++;
            if (gap == Gap.Space && IsUnitOf(fragments[^1].Text, line.AsSpan(start, end - start)))
            {
                Fragment figure = fragments[^1];
                fragments[^1] = figure with { Text = figure.Text + line[start..end], Span = figure.Span.To(TextSpan.InLine(number, start, end - start)) };
            }
            else
            {
                fragments.Add(new Fragment(line[start..end], TextSpan.InLine(number, start, end - start), gap));
            }

            gap = Gap.Space;
            start = end;
        }
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '|';

    private static bool IsUnitOf(string figure, ReadOnlySpan<char> text) =>
        figure.Length > 0 && char.IsAsciiDigit(figure[^1]) && text.Length <= 3 && Units.Contains(text[0]);

    /// <summary>— 23 —, or a number alone at the end of a page.</summary>
    private static bool IsPageNumber(SourceText source, int number)
    {
        ReadOnlySpan<char> line = source.Lines[number - 1].AsSpan().Trim();
        ReadOnlySpan<char> digits = line.Trim("-—–－ ·");
        if (digits.Length is 0 or > 4 || digits.ContainsAnyExceptInRange('0', '9')) return false;
        if (digits.Length < line.Length) return line[0] is '-' or '—' or '–' or '－' or '·';
        int next = number + 1;
        while (next <= source.Lines.Length && next <= number + 4 && string.IsNullOrWhiteSpace(source.Lines[next - 1])) next++;
        return next > number + 1 && source.PageOf(next) is { } page && page != source.PageOf(number);
    }
}
