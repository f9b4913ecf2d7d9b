namespace Mingzhang.Store.Search;

/// <summary>A piece of a text, marked or not.</summary>
/// <param name="Text">The characters as they stand.</param>
/// <param name="IsHit">Whether a word was found there.</param>
public readonly record struct SnippetPart(string Text, bool IsHit);

/// <summary>Shows where in a text the words stand.</summary>
public static class Snippet
{
    /// <summary>The whole text with the words marked.</summary>
    public static IReadOnlyList<SnippetPart> Mark(string text, IReadOnlyList<string> words) => Cut(text, Places(text, words), 0, text.Length);

    /// <summary>The part of a text where most of the words stand, with the words marked and … where it was cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Folded words.</param>
    /// <param name="length">About how many characters to show.</param>
    public static IReadOnlyList<SnippetPart> Of(string text, IReadOnlyList<string> words, int length = 120)
    {
        if (text.Length <= length) return Mark(text, words);
        List<(int From, int To)> places = Places(text, words);
        int best = places.Count == 0 ? 0 : places.MaxBy(p => places.Count(o => o.From >= p.From && o.To <= p.From + length)).From;
        int from = Math.Max(0, Math.Min(best - (length / 4), text.Length - length)), to = Math.Min(text.Length, from + length);
        if (from > 0 && char.IsLowSurrogate(text[from])) from++;
        if (to < text.Length && char.IsHighSurrogate(text[to - 1])) to--;
        List<SnippetPart> parts = [.. Cut(text, places, from, to)];
        if (from > 0) parts.Insert(0, new SnippetPart("…", IsHit: false));
        if (to < text.Length) parts.Add(new SnippetPart("…", IsHit: false));
        return parts;
    }

    private static List<(int From, int To)> Places(string text, IReadOnlyList<string> words)
    {
        FoldedText folded = FoldedText.Of(text);
        string whole = string.Concat(words);
        // The whole phrase where it stands, else the words one by one.
        IEnumerable<string> sought = words.Count > 1 && folded.Key.Contains(whole, StringComparison.Ordinal) ? [whole] : words;
        var places = new List<(int From, int To)>();
        foreach (string word in sought)
        {
            for (int at = folded.Key.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.Key.IndexOf(word, at + word.Length, StringComparison.Ordinal))
                places.Add((folded.From(at), folded.From(at + word.Length - 1) + 1));
        }

        places.Sort();
        return places;
    }

    private static List<SnippetPart> Cut(string text, List<(int From, int To)> places, int from, int to)
    {
        var parts = new List<SnippetPart>();
        int at = from;
        foreach ((int start, int end) in places)
        {
            int first = Math.Max(start, at), last = Math.Min(end, to);
            if (first >= last) continue;
            if (first > at) parts.Add(new SnippetPart(text[at..first], IsHit: false));
            parts.Add(new SnippetPart(text[first..last], IsHit: true));
            at = last;
        }

        if (at < to) parts.Add(new SnippetPart(text[at..to], IsHit: false));
        return parts;
    }
}
