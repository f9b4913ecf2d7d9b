using System.Buffers;

namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>Words of a line that stand together: a field of a table without lines.</summary>
/// <param name="Words">The words.</param>
/// <param name="Box">Where they stand.</param>
internal sealed record Segment(List<PdfWordBox> Words, Box Box)
{
    // By the size of type.
    private const double Gap = 0.9, FigureGap = 0.5;

    private static readonly SearchValues<char> Number = SearchValues.Create("0123456789.,-%—"), Figure = SearchValues.Create("0123456789.,%");

    /// <summary>Whether it is a figure as amounts are printed: with decimals or thousands parted.</summary>
    internal bool IsAmount { get; } = IsAmountOf(string.Concat(Words.Select(w => w.Text)));

    /// <summary>Whether it is a number of any kind, or a mark that stands for none.</summary>
    internal bool IsNumber { get; } = Words.TrueForAll(w => w.Text.AsSpan().IndexOfAnyExcept(Number) < 0);

    /// <summary>The segments of a line.</summary>
    internal static List<Segment> Of(TextLine line)
    {
        var segments = new List<Segment>();
        foreach (PdfWordBox word in line.Words)
        {
            if (segments.Count > 0 && segments[^1] is var last)
            {
                double gap = word.Box.Left - last.Box.Right;
                bool figures = char.IsAsciiDigit(last.Words[^1].Text[^1]) && char.IsAsciiDigit(word.Text[0]);
                if (gap < line.Em * (figures ? FigureGap : Gap))
                {
                    last.Words.Add(word);
                    segments[^1] = new Segment(last.Words, last.Box.Around(word.Box));
                    continue;
                }
            }

            segments.Add(new Segment([word], word.Box));
        }

        return segments;
    }

    private static bool IsAmountOf(string text)
    {
        ReadOnlySpan<char> digits = text.AsSpan().TrimStart('-');
        return digits.Length > 2 && digits.IndexOfAnyExcept(Figure) < 0 && digits.IndexOfAny('.', ',') > 0 && char.IsAsciiDigit(digits[0]);
    }
}
