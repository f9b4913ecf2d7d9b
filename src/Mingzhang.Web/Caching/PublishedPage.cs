namespace Mingzhang.Web.Caching;

/// <summary>Marks pages that show only what is published, the same to everybody: they are kept until something is published.</summary>
internal sealed class PublishedPage
{
    private PublishedPage(bool byHost) => ByHost = byHost;

    /// <summary>Depends on nothing but its address.</summary>
    public static PublishedPage Plain { get; } = new(byHost: false);

    /// <summary>Names addresses of the host that it was asked at.</summary>
    public static PublishedPage OfHost { get; } = new(byHost: true);

    /// <summary>Whether it is another page at another host.</summary>
    public bool ByHost { get; }
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
}
