namespace Mingzhang.Store.Search;

/// <summary>
/// The single characters and pairs of neighbours of a folded text, as numbers that an inverted index keeps. A text that holds a word has all of its pairs; whether the
/// word itself stands there is then looked at in the few texts that have them.
/// </summary>
internal static class Grams
{
    private const char Break = ' ';

    /// <summary>All of a text's, in order, none twice.</summary>
    public static int[] OfText(string key)
    {
        var grams = new HashSet<int>(key.Length * 2);
        for (int i = 0; i < key.Length; i++)
        {
            if (key[i] is Break) continue;
            grams.Add(key[i]);
            if (i + 1 < key.Length && key[i + 1] is not Break) grams.Add(Pair(key[i], key[i + 1]));
        }

        int[] sorted = [.. grams];
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>
    /// Some that a text with all words must have: pairs that together cover each word, or the character of a word of one. The word itself is looked for afterwards, so
    /// not every pair is needed.
    /// </summary>
    public static int[] OfWords(IEnumerable<string> words)
    {
        var grams = new HashSet<int>();
        foreach (string word in words)
        {
            if (word.Length == 1) grams.Add(word[0]);
            for (int i = 0; i + 1 < word.Length; i += 2) grams.Add(Pair(word[i], word[i + 1]));
            if (word.Length > 1) grams.Add(Pair(word[^2], word[^1]));
        }

        return [.. grams];
    }

    private static int Pair(char first, char second) => unchecked((first << 16) | second);
}
