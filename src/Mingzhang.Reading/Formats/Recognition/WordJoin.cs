using System.Text.RegularExpressions;
using Mingzhang.Reading.Formats.Pdf.Pages;

namespace Mingzhang.Reading.Formats.Recognition;

/// <summary>Puts what tesseract gives in pieces together: characters of one line that stand close are a word, unless a line of a table parts them.</summary>
internal static partial class WordJoin
{
    // By the height of the line: Chinese characters have air of their own, the digits of a figure none.
    private const double Close = 0.9, CloseDigits = 0.45;

    /// <summary>The words joined.</summary>
    /// <param name="pieces">The pieces in tesseract's order.</param>
    /// <param name="rulings">The page's lines, in points.</param>
    /// <param name="scale">Points for a dot.</param>
    internal static List<RecognisedWord> Join(IEnumerable<RecognisedWord> pieces, List<Ruling> rulings, double scale)
    {
        var words = new List<RecognisedWord>();
        foreach (RecognisedWord piece in pieces)
        {
            if (words.Count > 0 && words[^1] is var last && GoesOn(last, piece) && !Parted(last, piece, rulings, scale))
            {
                int left = Math.Min(last.Left, piece.Left), top = Math.Min(last.Top, piece.Top);
                words[^1] = new RecognisedWord(last.Text + piece.Text, last.Line, left, top, Math.Max(last.Right, piece.Right) - left, Math.Max(last.Bottom, piece.Bottom) - top, Math.Min(last.Confidence, piece.Confidence));
                continue;
            }

            words.Add(piece);
        }

        return [.. words.Select(w => w.Text.Contains('十') ? w with { Text = Plus().Replace(w.Text, "+") } : w)];
    }

    /// <summary>A plus sign between the numbers of a formula, taken for the character of its shape.</summary>
    [GeneratedRegex(@"(?<=\d)十(?=[\d…])|(?<=…)十(?=\d)")]
    private static partial Regex Plus();

    private static bool GoesOn(RecognisedWord word, RecognisedWord next)
    {
        if (word.Line != next.Line || IsFigure(word.Text[^1]) != IsFigure(next.Text[0])) return false;
        double gap = (next.Left - word.Right) / (double)Math.Max(1, Math.Max(word.Height, next.Height));
        return gap > -2 && gap < (IsFigure(next.Text[0]) ? CloseDigits : Close);
    }

    private static bool IsFigure(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or ',' or '%' or '-';

    private static bool Parted(RecognisedWord word, RecognisedWord next, List<Ruling> rulings, double scale)
    {
        double from = (word.Right - (word.Height / 4.0)) * scale, to = (next.Left + (next.Height / 4.0)) * scale, middle = (next.Top + (next.Height / 2.0)) * scale;
        return rulings.Exists(r => !r.IsHorizontal && r.At >= from && r.At <= to && r.From <= middle && r.To >= middle);
    }
}
