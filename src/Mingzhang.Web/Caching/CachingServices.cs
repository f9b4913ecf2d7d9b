using Mingzhang.Store.Publications;

namespace Mingzhang.Web.Caching;

/// <summary>What keeping pages needs.</summary>
internal static class CachingServices
{
    /// <summary>Most memory for pages: more than 2,000 disclosures.</summary>
    private const long MostBytes = 56L << 20;

    public static void Add(IServiceCollection services, string assets, TimeSpan freshness)
    {
        services.AddSingleton(new StaticAssets(assets));
        services.AddSingleton(new PageCache(MostBytes));
        services.AddSingleton(s => new PublishedRevision(s.GetRequiredService<PublicationReader>(), s.GetRequiredService<PageCache>(), freshness));
    }
}
