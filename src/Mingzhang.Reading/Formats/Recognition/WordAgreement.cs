using System.Text.RegularExpressions;

namespace Mingzhang.Reading.Formats.Recognition;

/// <summary>
/// How sure a word is after two passes over the page in different sizes. Tesseract's own figure is about 0.9 for what it reads rightly and says little
/// alone; two passes that err alike are rare. Where both read the same, both would have to be wrong: 1 − (1 − a)(1 − b). Where they differ, at most
/// half; where one pass does not find the word, less than its own figure. Below <see cref="Sure"/> a figure is unsure.
/// </summary>
internal static partial class WordAgreement
{
    /// <summary>From here on a word counts as read; see the confidence in docs/reports.md.</summary>
    internal const double Sure = 0.9;

    private const double Apart = 0.5, Alone = 0.9, Leader = 0.6, Clearly = 0.1;

    /// <summary>What a word is and how sure, given what the second pass reads in its place.</summary>
    internal static (string Text, double Confidence) Of(string word, double confidence, string second, double secondConfidence)
    {
        if (confidence < Leader && Dots().IsMatch(word)) return ("……", confidence);
        if (second.Length == 0) return (word, Math.Min(confidence * Alone, Sure - 0.01));
        if (string.Equals(word, second, StringComparison.Ordinal))
        {
            double both = 1 - ((1 - confidence) * (1 - secondConfidence));
            return (word, OddFigure().IsMatch(word) ? Math.Min(both, Apart) : both);
        }

        return (secondConfidence > confidence + Clearly && PlainFigure().IsMatch(second) ? second : word, Math.Min(confidence, secondConfidence) * Apart);
    }

    /// <summary>The dots of a table of contents, taken for letters.</summary>
    [GeneratedRegex("^[a-z]{6,}$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Dots();

    [GeneratedRegex(@"^-?\d[\d,]*(?:\.\d+)?%?$", RegexOptions.NonBacktracking)]
    private static partial Regex PlainFigure();

    /// <summary>Something with digits that no figure looks like: digits behind the per cent sign, letters among digits, two points.</summary>
    [GeneratedRegex(@"%\d|\d[A-Za-z]|[A-Za-z]\d|\.\d*\.", RegexOptions.NonBacktracking)]
    private static partial Regex OddFigure();
}
