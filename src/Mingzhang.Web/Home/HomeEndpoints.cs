using Microsoft.AspNetCore.Http.HttpResults;
using Mingzhang.Store.Publications;
using Mingzhang.Web.Caching;

namespace Mingzhang.Web.Home;

/// <summary>The first page.</summary>
internal static class HomeEndpoints
{
    private const int NewestShown = 8;

    public static void Map(WebApplication web) => web.MapGet("/", First).Published();

    private static async Task<RazorComponentResult<HomePage>> First(PublicationReader reader, CancellationToken cancel) => new(new { Newest = await reader.Newest(NewestShown, cancel) });
}
