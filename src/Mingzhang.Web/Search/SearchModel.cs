using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Mingzhang.Store.Search;
using Mingzhang.Web.Portal;

namespace Mingzhang.Web.Search;

/// <summary>What a page of search results shows.</summary>
/// <param name="Typed">What was asked for, as typed.</param>
/// <param name="Question">The question.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Result">What was found.</param>
/// <param name="Years">The years that there are, the newest first.</param>
public sealed record SearchModel(string Typed, SearchQuestion Question, int Page, SearchResult Result, IReadOnlyList<int> Years)
{
    /// <summary>Hits on a page.</summary>
    public const int PageSize = 20;

    /// <summary>How many pages there are.</summary>
    public int Pages => (Result.Reachable + PageSize - 1) / PageSize;

    /// <summary>The address of these results with something else chosen.</summary>
    public string Address(SearchPart? only, int page = 1)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = Typed };
        if (Question.Kind is { } kind) query["kind"] = kind;
        if (Question.Year is { } year) query["year"] = year.ToString(CultureInfo.InvariantCulture);
        if (only is { } part) query["part"] = Name(part);
        if (page > 1) query["page"] = page.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString("/search", query);
    }

    /// <summary>The address of the same words without anything chosen.</summary>
    public string Unfiltered => QueryHelpers.AddQueryString("/search", "q", Typed);

    /// <summary>The page that a hit leads to, without language.</summary>
    public static string PageOf(SearchHit hit) => hit.Part switch
    {
        SearchPart.Department => "/departments/" + hit.Ref,
        SearchPart.Item => "/items/" + hit.Ref,
        _ => PublishedPaths.OfDisclosure(int.Parse(hit.Ref, CultureInfo.InvariantCulture), hit.Year, hit.Kind) + (hit.Anchor.Length > 0 ? "#" + Uri.EscapeDataString(hit.Anchor) : ""),
    };

    /// <summary>A part in addresses: <c>department</c>.</summary>
    public static string Name(SearchPart part) => part.ToString().ToLowerInvariant();
}
