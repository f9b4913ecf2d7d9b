using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Formats;

/// <summary>Where characters of a text stand on a page.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last.</param>
/// <param name="Page">Page, 1-based.</param>
/// <param name="Box">Where on it.</param>
/// <param name="Confidence">How sure their recognition is, 0 to 1; 1 where they were not recognised from an image.</param>
internal readonly record struct WordPlace(int Start, int End, int Page, PageBox Box, float Confidence);

/// <summary>A text whose words know their places on the pages.</summary>
/// <param name="Text">The text.</param>
/// <param name="Places">The places, in the text's order; not for characters that stand for a gap.</param>
internal sealed record PlacedText(string Text, IReadOnlyList<WordPlace> Places)
{
    /// <summary>No text.</summary>
    internal static PlacedText Empty { get; } = new("", []);

    /// <summary>This text and then the other.</summary>
    public static PlacedText operator +(PlacedText a, PlacedText b)
    {
        if (b.Text.Length == 0) return a;
        return a.Text.Length == 0 ? b : new PlacedTextBuilder().Append(a).Append(b).ToText();
    }

    /// <summary>With what a pattern finds replaced; the words it found keep their places.</summary>
    internal PlacedText Replace(Regex pattern, string replacement)
    {
        if (!pattern.IsMatch(Text)) return this;
        var text = new PlacedTextBuilder();
        int from = 0;
        foreach (ValueMatch match in pattern.EnumerateMatches(Text))
        {
            text.Append(Slice(from, match.Index));
            PlacedText found = Slice(match.Index, match.Index + match.Length);
            text.Append(new PlacedText(replacement, [.. found.Places.Select(p => p with { Start = Math.Min(p.Start, replacement.Length - 1), End = replacement.Length })]));
            from = match.Index + match.Length;
        }

        return text.Append(Slice(from, Text.Length)).ToText();
    }

    private PlacedText Slice(int start, int end)
    {
        if (end <= start) return Empty;
        return new PlacedText(Text[start..end], [.. Places.Where(p => p.Start < end && p.End > start).Select(p => p with { Start = Math.Max(p.Start, start) - start, End = Math.Min(p.End, end) - start })]);
    }
}

/// <summary>Puts a text together from words and texts with places.</summary>
internal sealed class PlacedTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<WordPlace> _places = [];

    /// <summary>Number of characters so far.</summary>
    internal int Length => _text.Length;

    /// <summary>The last character.</summary>
    internal char Last => _text[^1];

    /// <summary>Adds what stands for a gap.</summary>
    internal PlacedTextBuilder Gap(string gap)
    {
        _text.Append(gap);
        return this;
    }

    /// <summary>Adds a word.</summary>
    internal PlacedTextBuilder Append(string word, int page, PageBox box, float confidence)
    {
        if (word.Length > 0) _places.Add(new WordPlace(_text.Length, _text.Length + word.Length, page, box, confidence));
        _text.Append(word);
        return this;
    }

    /// <summary>Adds a text.</summary>
    internal PlacedTextBuilder Append(PlacedText text)
    {
        int start = _text.Length;
        _text.Append(text.Text);
        foreach (WordPlace place in text.Places) _places.Add(place with { Start = place.Start + start, End = place.End + start });
        return this;
    }

    /// <summary>The text so far.</summary>
    internal PlacedText ToText() => new(_text.ToString(), [.. _places]);

    /// <summary>Takes everything away.</summary>
    internal void Clear()
    {
        _text.Clear();
        _places.Clear();
    }
}
