using System.Text;
using Mingzhang.Core.Sources;

namespace Mingzhang.Publishing.Marked;

/// <summary>Finds the characters of a paragraph that a stretch of the text was taken from. Blanks are not compared: the text has none at line ends.</summary>
internal static class WordSearch
{
    /// <summary>The first and the last character of a stretch within one origin; null where they are not found as they stand.</summary>
    /// <param name="pieces">The text of the origin's paragraphs.</param>
    /// <param name="line">The line of the text.</param>
    /// <param name="mark">The origin's part of the line.</param>
    /// <param name="start">First character of the stretch in the line.</param>
    /// <param name="end">One past its last.</param>
    public static ((WordPiece Piece, int Character) First, (WordPiece Piece, int Character) Last)? Find(IReadOnlyList<WordPiece> pieces, string line, OriginMark mark, int start, int end)
    {
        string wanted = Dense(line.AsSpan(start, end - start));
        if (wanted.Length == 0) return null;
        (string text, List<(WordPiece, int)> places) = Join(pieces);

        // An automatic number before the text is not in the paragraph, so the same words are counted, not characters.
        int earlier = CountOf(Dense(line.AsSpan(mark.Column, mark.EndColumn - mark.Column)), wanted, Dense(line.AsSpan(mark.Column, start - mark.Column)).Length);
        int found = -1;
        for (int at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            found = at;
            if (earlier-- == 0) break;
        }

        return found < 0 ? null : (places[found], places[found + wanted.Length - 1]);
    }

    /// <summary>How often a word begins in a text before a place.</summary>
    private static int CountOf(string text, string word, int before)
    {
        int count = 0;
        for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0 && at < before; at = text.IndexOf(word, at + 1, StringComparison.Ordinal)) count++;
        return count;
    }

    private static string Dense(ReadOnlySpan<char> text)
    {
        var dense = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c)) dense.Append(c);
        }

        return dense.ToString();
    }

    private static (string Text, List<(WordPiece Piece, int Character)> Places) Join(IReadOnlyList<WordPiece> pieces)
    {
        var text = new StringBuilder();
        var places = new List<(WordPiece, int)>();
        foreach (WordPiece piece in pieces)
        {
            for (int i = 0; i < piece.Text.Length; i++)
            {
                if (char.IsWhiteSpace(piece.Text[i])) continue;
                text.Append(piece.Text[i]);
                places.Add((piece, i));
            }
        }

        return (text.ToString(), places);
    }
}
