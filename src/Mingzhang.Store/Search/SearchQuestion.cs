namespace Mingzhang.Store.Search;

/// <summary>What is found.</summary>
public enum SearchPart
{
    /// <summary>Departments by name.</summary>
    Department,

    /// <summary>Items of the classifications by code and name.</summary>
    Item,

    /// <summary>Projects by name and text.</summary>
    Project,

    /// <summary>Sections by heading and text.</summary>
    Text,
}

/// <summary>A question to search.</summary>
/// <param name="Words">Folded words, all of which must be there (<see cref="FoldedText.Words"/>).</param>
public sealed record SearchQuestion(IReadOnlyList<string> Words)
{
    /// <summary>Most characters of a question that count.</summary>
    public const int Longest = 100;

    /// <summary>Only disclosures of this kind, <c>finalAccounts</c> or <c>budget</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Only disclosures of this year.</summary>
    public int? Year { get; init; }

    /// <summary>Only these parts; else all.</summary>
    public SearchPart? Only { get; init; }

    /// <summary>How many of the ranked hits to leave out.</summary>
    public int Skip { get; init; }

    /// <summary>How many to give.</summary>
    public int Take { get; init; } = 20;

    /// <summary>The question that a person typed.</summary>
    public static SearchQuestion Of(string? typed)
    {
        string text = typed ?? "";
        return new SearchQuestion(FoldedText.Words(text.Length <= Longest ? text : text[..Longest]));
    }
}

/// <summary>What was found.</summary>
/// <param name="Counts">How many of each part.</param>
/// <param name="Hits">Those asked for, ranked: departments, items, projects, texts; in each what is it, then what begins so, then what holds it; newer first.</param>
public sealed record SearchResult(IReadOnlyDictionary<SearchPart, SearchCount> Counts, IReadOnlyList<SearchHit> Hits)
{
    /// <summary>Nothing.</summary>
    public static SearchResult None { get; } = new(new Dictionary<SearchPart, SearchCount>(), []);

    /// <summary>How many hits can be paged through.</summary>
    public int Reachable => Counts.Values.Sum(c => c.Reachable);
}

/// <summary>How many hits a part has.</summary>
/// <param name="Reachable">Those that were ranked.</param>
/// <param name="More">Whether there are more, of which the newest were ranked.</param>
public readonly record struct SearchCount(int Reachable, bool More);

/// <summary>One hit.</summary>
/// <param name="Part">What it is.</param>
/// <param name="Title">The name or heading.</param>
/// <param name="Body">The text; empty for names.</param>
/// <param name="Ref">An item's code; else the number of the department, or of the disclosure's department.</param>
/// <param name="IsEconomic">Whether an item is one of the economic classification.</param>
/// <param name="Disclosure">The disclosure that has it; null for names.</param>
/// <param name="Department">Name of that disclosure's department.</param>
/// <param name="Kind">That disclosure's kind.</param>
/// <param name="Year">That disclosure's year; for names the newest that has it.</param>
/// <param name="Anchor">Where on that disclosure's page it stands.</param>
public sealed record SearchHit(SearchPart Part, string Title, string Body, string Ref, bool IsEconomic, long? Disclosure, string Department, string Kind, int Year, string Anchor);
