using System.Buffers;
using Mingzhang.Core.Layout;
using Mingzhang.Reading.Outlines;

namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>Tells where running text goes on from line to line: a line that reaches the right margin is continued by one that begins at the left.</summary>
internal sealed class ParagraphFlow
{
    // Text goes on over a page's end only from the lower part of one to the upper part of the next.
    private const double Wide = 0.5, LastLines = 0.7, FirstLines = 0.3;

    private static readonly SearchValues<char> Unbroken = SearchValues.Create("0123456789.,%abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private readonly Dictionary<int, (double Left, double Right)> _margins = [];

    /// <summary>Measures the margins of the text by the width of its pages.</summary>
    internal ParagraphFlow(List<(PdfPage Page, List<TextLine> Lines)> pages)
    {
        foreach (var group in pages.GroupBy(p => (int)p.Page.Width))
        {
            List<TextLine> wide = [.. group.SelectMany(p => p.Lines).Where(l => !l.HasWideGap && l.Box.Width > group.Key * Wide)];
            if (wide.Count == 0) continue;
            _margins[group.Key] = (Common(wide.Select(l => l.Box.Left)), Common(wide.Select(l => l.Box.Right)));
        }
    }

    /// <summary>Whether a line goes on in the next.</summary>
    internal bool GoesOn(TextLine line, PdfPage page, TextLine next, PdfPage nextPage)
    {
        if (!_margins.TryGetValue((int)page.Width, out var margins) || (int)page.Width != (int)nextPage.Width) return false;
        if (line.HasWideGap || next.HasWideGap || Math.Abs(line.Em - next.Em) > 0.2 * line.Em) return false;
        // A figure or Latin word does not break: it goes to the next line whole.
        double unbroken = 0.6 * next.Em * Math.Max(next.Text.AsSpan().IndexOfAnyExcept(Unbroken), 0);
        if (line.Box.Right < margins.Right - (1.6 * line.Em) - unbroken) return false;
        if (next.Box.Left > margins.Left + (0.8 * next.Em) && !(page == nextPage && IsRestOfTitle(line, next, margins))) return false;
        bool apart = page == nextPage
            ? next.Box.Top - line.Box.Bottom > 2.2 * line.Em
            : line.Box.Bottom < page.Height * LastLines || next.Box.Top > nextPage.Height * FirstLines;
        return !apart && !IsShortHeading(line, next, margins.Right) && HeadingLine.Parse(next.Text, 1) is not { Rank: HeadingRank.Part } && !EndsInLeaders(line.Text) && !(ListMark.Read(next.Text).Style != MarkStyle.None && line.Text[^1] is '。' or '；' or '：' or ';' or ':');
    }

    /// <summary>Whether a short line stands in the middle under a title that fills the line.</summary>
    private static bool IsRestOfTitle(TextLine line, TextLine next, (double Left, double Right) margins)
    {
        double middle = (margins.Left + margins.Right) / 2;
        return Math.Abs(line.Box.CentreX - middle) < line.Em && Math.Abs(next.Box.CentreX - middle) < next.Em && next.Box.Width < line.Box.Width * 0.8
            && line.Text[^1] is not ('。' or '；' or '：' or ';' or ':' or '！' or '）') && HeadingLine.Parse(next.Text, 1) is { Rank: HeadingRank.None } && !char.IsAsciiDigit(next.Text[0]);
    }

    // A title with its ordinal, alone in its line: 三、政府采购预算情况. Behind 第 or 、 it is the rest of an enumeration.
    private static bool IsShortHeading(TextLine line, TextLine next, double right) =>
        next.Box.Right < right - (8 * next.Em) && line.Text[^1] is not ('第' or '、' or '，' or '（') && HeadingLine.Parse(next.Text, 1) is { Rank: HeadingRank.Section or HeadingRank.SubSection, IsTitleLike: true };

    private static bool EndsInLeaders(string text)
    {
        ReadOnlySpan<char> before = text.AsSpan().TrimEnd("0123456789 ");
        return before.Length < text.Length && before.EndsWith("..") || before.EndsWith("…") || before.EndsWith("··");
    }

    /// <summary>The place that most lines share, to two points.</summary>
    private static double Common(IEnumerable<double> places) => places.GroupBy(p => Math.Round(p / 2)).MaxBy(g => g.Count())!.Average();
}
