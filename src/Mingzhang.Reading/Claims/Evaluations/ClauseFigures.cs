using Mingzhang.Reading.Claims.Words;

namespace Mingzhang.Reading.Claims.Evaluations;

/// <summary>A figure of a paragraph with the words before it in its clause.</summary>
/// <param name="Token">The figure.</param>
/// <param name="ClauseStart">Where the clause begins: after the last mark, or the last figure.</param>
internal readonly record struct ClauseFigure(Token Token, int ClauseStart);

/// <summary>Goes through the figures of a paragraph clause by clause.</summary>
internal static class ClauseFigures
{
    /// <summary>The figures with a unit, in order; years are none.</summary>
    internal static IEnumerable<ClauseFigure> Read(string text, int start)
    {
        int clause = start;
        for (int at = start; at < text.Length; at++)
        {
            char c = text[at];
            if (c is '，' or '。' or '；' or '：' or '（' or '）' or '！')
            {
                clause = at + 1;
                continue;
            }

            if (c is < '0' or > '9' && !IsMinus(text, at)) continue;
            if (BasisReader.TryYear(text, at, out _, out int end))
            {
                at = end - 1;
                continue;
            }

            if (FigureReader.Read(text, at, out end) is { Unit.Length: > 0 } figure)
            {
                yield return new ClauseFigure(new Token(TokenKind.Figure, at, end) { Figure = figure }, clause);
                clause = end;
            }

            at = end - 1;
        }
    }

    /// <summary>Whether a minus stands here: a dash before a figure. After a letter or another figure it joins.</summary>
    internal static bool IsMinus(string text, int at) =>
        text[at] == '-' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]));

    /// <summary>The words of the clause before the figure.</summary>
    internal static ReadOnlySpan<char> Before(this ClauseFigure figure, string text) => text.AsSpan(figure.ClauseStart, figure.Token.Start - figure.ClauseStart);

    /// <summary>Whether any of the words occurs.</summary>
    internal static bool Says(this ReadOnlySpan<char> clause, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (clause.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
