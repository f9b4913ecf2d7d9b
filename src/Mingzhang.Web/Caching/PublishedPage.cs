namespace Mingzhang.Web.Caching;

/// <summary>Marks pages that show only what is published, the same to everybody: they are kept until something is published.</summary>
internal sealed class PublishedPage
{
    private PublishedPage()
    {
    }

    public static PublishedPage Instance { get; } = new();
}

/// <summary>Marking of pages.</summary>
internal static class PublishedPages
{
    /// <summary>The page shows only what is published and depends on nothing but its address.</summary>
    public static T Published<T>(this T page)
        where T : IEndpointConventionBuilder => page.WithMetadata(PublishedPage.Instance);
}
