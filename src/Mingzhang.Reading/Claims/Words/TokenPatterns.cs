namespace Mingzhang.Reading.Claims.Words;

/// <summary>What stands after a word, where its meaning depends on that.</summary>
internal static class TokenPatterns
{
    /// <summary>The bracket that closes the one at <paramref name="open"/>; −1 if none does soon.</summary>
    internal static int Matching(List<Token> tokens, int open)
    {
        for (int i = open + 1; i < tokens.Count && i < open + 60; i++)
        {
            if (tokens[i].Kind == TokenKind.Close) return i;
            if (tokens[i].Kind is TokenKind.Open or TokenKind.Stop) return -1;
        }

        return -1;
    }

    /// <summary>Whether 其中 is followed by a subject with its amount: after the reasons, parts again.</summary>
    internal static bool AmountsFollow(List<Token> tokens, int i)
    {
        i++;
        while (i < tokens.Count && tokens[i].Kind is TokenKind.Colon or TokenKind.Comma) i++;
        return i < tokens.Count && tokens[i].Kind == TokenKind.Term && AmountFollows(tokens, i);
    }

    /// <summary>Whether an amount or count follows a term directly.</summary>
    internal static bool AmountFollows(List<Token> tokens, int term)
    {
        int i = term + 1;
        while (i < tokens.Count && tokens[i].Kind is TokenKind.Filler or TokenKind.Measure) i++;
        return i < tokens.Count && tokens[i] is { Kind: TokenKind.Figure, Figure: { } figure } && (figure.IsMoney || figure.IsCount);
    }
}
