using System.Collections.Immutable;

namespace Mingzhang.Publishing.Word;

/// <summary>On which page what the contents name begins.</summary>
/// <param name="Pages">Pages (from 1, the cover) by anchor.</param>
public sealed record PageNumbers(ImmutableDictionary<string, int> Pages)
{
    /// <summary>Nothing known: the program that opens the document finds the pages.</summary>
    public static PageNumbers Unknown { get; } = new(ImmutableDictionary<string, int>.Empty);
}
