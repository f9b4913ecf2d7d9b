using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Mingzhang.Store.Search;

/// <summary>
/// A text as search compares it: letters and digits in half width and lower case, without blanks, quotation marks and brackets; where a sentence or clause ends
/// there is one blank, so that nothing is found across it. Every character knows where in the text it came from.
/// </summary>
public sealed class FoldedText
{
    private static readonly FrozenDictionary<char, string> Foldings = Load();

    private readonly int[] _from;

    private FoldedText(string key, int[] from)
    {
        Key = key;
        _from = from;
    }

    /// <summary>The folded characters.</summary>
    public string Key { get; }

    /// <summary>Where in the text the folded character at a place stands.</summary>
    public int From(int place) => _from[place];

    /// <summary>Folds a text.</summary>
    public static FoldedText Of(string text)
    {
        var key = new StringBuilder(text.Length);
        var from = new List<int>(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (Foldings.TryGetValue(text[i], out string? meant))
            {
                foreach (char c in meant) Add(c, i);
            }
            else
            {
                Add(text[i], i);
            }
        }

        if (key.Length > 0 && key[^1] is ' ') key.Length--;
        return new FoldedText(key.ToString(), [.. from]);

        void Add(char c, int at)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.LetterNumber) Append(char.ToLowerInvariant(c), at);
            else if (c is '.' or ',' && key.Length > 0 && char.IsAsciiDigit(key[^1]) && at + 1 < text.Length && IsDigit(text[at + 1])) Number(c, at);
            else if (Parts(c) && key.Length > 0 && key[^1] is not ' ') Append(' ', at);
        }

        // A point within a figure stays, a thousands separator does not.
        void Number(char c, int at)
        {
            if (c is '.') Append(c, at);
        }

        void Append(char c, int at)
        {
            key.Append(c);
            from.Add(at);
        }
    }

    /// <summary>The words of a question: parted by blanks and by the marks that end clauses, each folded, none twice.</summary>
    /// <param name="question">What somebody typed.</param>
    /// <param name="most">Most words that count; the rest is left out.</param>
    public static IReadOnlyList<string> Words(string question, int most = 8) =>
        [.. question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Of(word).Key.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).Take(most)];

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';

    private static bool Parts(char c) => c is '。' or '、' or ',' or ';' or ':' or '!' or '?' or '.' or '…' or '|';

    private static FrozenDictionary<char, string> Load()
    {
        using var reader = new StreamReader(typeof(FoldedText).Assembly.GetManifestResourceStream("Search/foldings.txt")!);
        var foldings = new Dictionary<char, string>();
        while (reader.ReadLine() is { } line)
        {
            if (line[0] is not '#') foldings[line[0]] = line[2..];
        }

        return foldings.ToFrozenDictionary();
    }
}
