namespace Mingzhang.Store.Search;

/// <summary>
/// The single characters, pairs of neighbours and runs of three digits of a folded text, and its kind and year, as numbers that an inverted index keeps. A text that holds a
/// word has all of its pairs; whether a longer word itself stands there is then looked at in the few texts that have them.
/// </summary>
internal static class Grams
{
    private const char Break = ' ';

    // The first character of a pair is a digit or comes behind: below its number others are free.
    private const int Years = 0x1_0000, Kinds = 0x2_0000, Digits = 0x4_0000;

    /// <summary>All of an entry's, in order, none twice.</summary>
    public static int[] OfEntry(string key, string kind, int year)
    {
        var grams = new HashSet<int>(key.Length * 2) { OfYear(year), OfKind(kind) };
        for (int i = 0; i < key.Length; i++)
        {
            if (key[i] is Break) continue;
            grams.Add(key[i]);
            if (i + 1 < key.Length && key[i + 1] is not Break) grams.Add(Pair(key[i], key[i + 1]));
            if (AreDigits(key, i)) grams.Add(OfDigits(key, i));
        }

        int[] sorted = [.. grams];
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>Those that a text with all words has.</summary>
    public static IEnumerable<int> OfWords(IEnumerable<string> words)
    {
        var grams = new HashSet<int>();
        foreach (string word in words)
        {
            if (word.Length == 1) grams.Add(word[0]);
            for (int i = 0; i + 1 < word.Length; i++)
            {
                // Every text has pairs of digits; runs of three tell figures apart.
                if (AreDigits(word, i)) grams.Add(OfDigits(word, i));
                else if (!AreDigits(word, i - 1)) grams.Add(Pair(word[i], word[i + 1]));
            }
        }

        return grams;
    }

    /// <summary>What all entries of a fiscal year have.</summary>
    public static int OfYear(int year) => Years + year;

    /// <summary>What all entries of a kind of disclosure have.</summary>
    public static int OfKind(string kind) => Kinds + (kind is "budget" ? 1 : 0);

    private static bool AreDigits(string text, int at) =>
        at >= 0 && at + 2 < text.Length && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]);

    private static int OfDigits(string text, int at) => Digits + ((text[at] - '0') * 100) + ((text[at + 1] - '0') * 10) + (text[at + 2] - '0');

    private static int Pair(char first, char second) => unchecked((first << 16) | second);
}
