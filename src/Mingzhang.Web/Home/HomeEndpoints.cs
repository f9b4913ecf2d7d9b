using Microsoft.AspNetCore.Http.HttpResults;
using Mingzhang.Web.Caching;

namespace Mingzhang.Web.Home;

/// <summary>The first page.</summary>
internal static class HomeEndpoints
{
    public static void Map(WebApplication web) => web.MapGet("/", () => new RazorComponentResult<HomePage>()).Published();
}
