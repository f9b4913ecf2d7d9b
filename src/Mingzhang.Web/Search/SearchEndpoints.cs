using Microsoft.AspNetCore.Http.HttpResults;
using Mingzhang.Store.Publications;
using Mingzhang.Store.Search;
using Mingzhang.Web.Caching;
using Mingzhang.Web.Layout;

namespace Mingzhang.Web.Search;

/// <summary>The page of search results.</summary>
internal static class SearchEndpoints
{
    private const int MostPages = 100;

    public static void Map(WebApplication web) => web.MapGet("/search", Show).Published();

    private static async Task<RazorComponentResult> Show(PublicationReader published, Searcher searcher, string? q, string? kind, string? year, string? part, string? page, CancellationToken cancel)
    {
        string typed = Asked.Text(q, SearchQuestion.Longest);
        int at = Math.Clamp(Asked.Number(page) ?? 1, 1, MostPages);
        SearchQuestion question = SearchQuestion.Of(typed) with
        {
            Kind = Asked.Kind(kind),
            Year = Asked.Year(year),
            Only = Enum.TryParse(part, ignoreCase: true, out SearchPart only) && Enum.IsDefined(only) ? only : null,
            Skip = (at - 1) * SearchModel.PageSize,
            Take = SearchModel.PageSize,
        };
        SearchResult result = await searcher.Find(question, cancel);
        return new RazorComponentResult<SearchPage>(new { Model = new SearchModel(typed, question, at, result, await published.Years(cancel)) });
    }
}
