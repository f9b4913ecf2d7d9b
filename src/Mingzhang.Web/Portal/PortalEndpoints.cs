using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Mingzhang.Store.Publications;
using Mingzhang.Web.Caching;
using Mingzhang.Web.Layout;

namespace Mingzhang.Web.Portal;

/// <summary>The published departments, their years, each disclosure and its files.</summary>
internal static class PortalEndpoints
{
    private const int PageSize = 100, MostPages = 10_000, YearsShown = 5, Longest = 100;

    /// <summary>What the pages need.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<PublicationReader>();
        services.AddSingleton<PublishedViews>();
    }

    public static void Map(WebApplication web)
    {
        web.MapGet("/departments", Departments).Published();
        web.MapGet("/departments/{id:int}", Department).PublishedByDepartment("id");
        web.MapGet("/departments/{id:int}/{year:int}/{part}", (int id, int year, string part, PublicationReader reader, PublishedViews views, CancellationToken cancel) => Disclosure(id, year, part, null, reader, views, cancel)).PublishedByDepartment("id");
        web.MapGet("/departments/{id:int}/{year:int}/{part}/v{version:int}", (int id, int year, string part, int version, PublicationReader reader, PublishedViews views, CancellationToken cancel) => Disclosure(id, year, part, version, reader, views, cancel)).PublishedByDepartment("id");
        web.MapGet("/departments/{id:int}/{year:int}/{part}/v{version:int}/files/{**name}", File);
    }

    private static async Task<IResult> Departments(PublicationReader reader, CancellationToken cancel, string? place = null, string? q = null, string? page = null)
    {
        string? name = Asked.Text(q, Longest) is { Length: > 0 } typed ? typed : null, at = Asked.Text(place, Longest) is { Length: > 0 } chosen ? chosen : null;
        int number = Math.Clamp(Asked.Number(page) ?? 1, 1, MostPages);
        IReadOnlyList<PublishedDepartment> found = await reader.Departments(at, name, (number - 1) * PageSize, PageSize + 1, cancel);
        PublishedDepartment[] shown = [.. found.Take(PageSize)];
        IReadOnlyList<PublishedEntry> entries = await reader.CurrentOf([.. shown.Select(d => d.Id)], cancel);
        return new RazorComponentResult<DepartmentsPage>(new
        {
            Departments = shown,
            Entries = entries.ToLookup(e => e.DepartmentId),
            Years = entries.Select(e => e.Year).Distinct().OrderDescending().Take(YearsShown).ToArray(),
            Places = await reader.Places(cancel),
            Place = at,
            Query = name,
            Page = number,
            HasMore = found.Count > PageSize,
        });
    }

    private static async Task<IResult> Department(int id, PublicationReader reader, CancellationToken cancel)
    {
        if (await reader.Department(id, cancel) is not { } department) return NotPublished();
        return new RazorComponentResult<DepartmentPage>(new
        {
            Department = department,
            Entries = await reader.CurrentOf([id], cancel),
            Numbers = await reader.Numbers(id, "main/", cancel),
        });
    }

    private static async Task<IResult> Disclosure(int id, int year, string part, int? version, PublicationReader reader, PublishedViews views, CancellationToken cancel)
    {
        if (PublishedPaths.KindOf(part) is not { } kind) return NotPublished();
        IReadOnlyList<PublishedEntry> versions = await reader.Versions(id, kind, year, cancel);
        if (versions.FirstOrDefault(v => version is { } number ? v.Version == number : v.IsCurrent) is not { } entry) return NotPublished();
        return new RazorComponentResult<DisclosurePage>(new
        {
            Entry = entry,
            Versions = versions,
            Others = await reader.CurrentOf([id], cancel),
            Files = await reader.Files(entry.Id, cancel),
            Model = await views.Get(entry.Id, cancel),
        });
    }

    /// <summary>The bytes as they were published; they never change, so that they may be kept by whoever fetched them.</summary>
    private static async Task<IResult> File(int id, int year, string part, int version, string name, HttpContext context, PublicationReader reader, CancellationToken cancel)
    {
        if (PublishedPaths.KindOf(part) is not { } kind) return NotPublished();
        PublishedEntry? entry = (await reader.Versions(id, kind, year, cancel)).FirstOrDefault(v => v.Version == version);
        if (entry is null || await reader.File(entry.Id, name, cancel) is not { } found) return NotPublished();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(found.File.Content, found.File.MediaType, name.Split('/')[^1], enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{found.Digest}\""));
    }

    private static RazorComponentResult<NotPublishedPage> NotPublished() => new() { StatusCode = StatusCodes.Status404NotFound };
}
