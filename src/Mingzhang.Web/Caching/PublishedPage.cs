using System.Globalization;

namespace Mingzhang.Web.Caching;

/// <summary>Marks pages that show only what is published, the same to everybody: they are kept until something is published that they may show.</summary>
internal sealed class PublishedPage
{
    private PublishedPage(bool byHost = false, string? department = null) => (ByHost, Department) = (byHost, department);

    /// <summary>Depends on nothing but its address.</summary>
    public static PublishedPage Plain { get; } = new();

    /// <summary>Names addresses of the host that it was asked at.</summary>
    public static PublishedPage OfHost { get; } = new(byHost: true);

    /// <summary>Whether it is another page at another host.</summary>
    public bool ByHost { get; }

    /// <summary>The part of the route that has the number of the department, where the page shows that department's publications alone.</summary>
    private string? Department { get; }

    /// <summary>Shows the publications of one department alone.</summary>
    public static PublishedPage OfDepartment(string route, bool byHost) => new(byHost, route);

    /// <summary>The department whose publications alone a page shows; null where it shows those of others.</summary>
    public int? DepartmentOf(HttpRequest request) =>
        Department is not null && int.TryParse(request.RouteValues[Department]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out int department) ? department : null;
}

/// <summary>Marking of pages.</summary>
internal static class PublishedPages
{
    /// <summary>The page shows only what is published and depends on nothing but its address.</summary>
    public static T Published<T>(this T page)
        where T : IEndpointConventionBuilder => page.WithMetadata(PublishedPage.Plain);

    /// <summary>The page shows only what is published, with full addresses of the host that it was asked at.</summary>
    public static T PublishedByHost<T>(this T page)
        where T : IEndpointConventionBuilder => page.WithMetadata(PublishedPage.OfHost);

    /// <summary>The page shows only what one department has published: it stays right when others publish.</summary>
    /// <param name="page">The page.</param>
    /// <param name="route">The part of the route that has the department's number.</param>
    /// <param name="byHost">Whether it has full addresses of the host that it was asked at.</param>
    public static T PublishedByDepartment<T>(this T page, string route, bool byHost = false)
        where T : IEndpointConventionBuilder => page.WithMetadata(PublishedPage.OfDepartment(route, byHost));
}
