using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Mingzhang.Store;
using Mingzhang.Store.Clusters;
using Mingzhang.Store.Publications;
using Mingzhang.Store.Search;
using Mingzhang.Web.Caching;
using Mingzhang.Web.Comparisons;
using Mingzhang.Web.Examinations;
using Mingzhang.Web.Home;
using Mingzhang.Web.Items;
using Mingzhang.Web.Jobs;
using Mingzhang.Web.Layout;
using Mingzhang.Web.OpenData;
using Mingzhang.Web.Operations;
using Mingzhang.Web.Portal;
using Mingzhang.Web.Safety;
using Mingzhang.Web.Search;

namespace Mingzhang.Web;

/// <summary>Puts the web application together: what it uses, what every request goes through, and the pages of each part.</summary>
internal static class WebSite
{
    /// <summary>The application, not started.</summary>
    /// <param name="database">Its database; it stays the caller's.</param>
    /// <param name="url">Where it listens; port 0 for any free one.</param>
    /// <param name="works">Whether it also does the work that its pages ask for; else a worker has to.</param>
    /// <param name="cluster">The product's own cluster, if the database lives in one.</param>
    /// <param name="freshness">How long what is published may go on being shown as it was; null for as long as who acknowledges a publication waits.</param>
    /// <param name="settings">Settings that go before those of the environment: <c>check:AddressUploads=1000</c>.</param>
    public static WebApplication Create(Database database, string url, bool works = true, PrivateCluster? cluster = null, TimeSpan? freshness = null, string[]? settings = null)
    {
        // The assets lie beside the program, wherever it was started.
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory, WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot") });
        OperationsAccess access = builder.Configuration.GetSection("operations").Get<OperationsAccess>() ?? new OperationsAccess();
        ForwardedHeadersOptions? proxy = (builder.Configuration.GetSection("proxy").Get<ReverseProxy>() ?? new ReverseProxy()).Options();
        builder.WebHost.UseUrls(access.Port == 0 ? [url] : [url, string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{access.Port}")]);
        builder.Services.AddSingleton(access);
        builder.Services.AddSingleton(SiteTime.Of(builder.Configuration["time:Zone"]));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        ProductLogging.Add(builder.Logging);
        builder.Services.AddRazorComponents();
        // Chinese stays Chinese in the markup; what could be markup is escaped all the same.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddHttpContextAccessor();
        WorkServices.Add(builder.Services, database, works, cluster);
        builder.Services.AddScoped<Reader>();
        CachingServices.Add(builder.Services, builder.Environment.WebRootPath, freshness ?? PublicationReader.Freshness);
        builder.Services.AddSingleton<Searcher>();
        PortalEndpoints.AddTo(builder.Services);
        builder.Services.AddSingleton<MetricsText>();
        ComparisonServices.Add(builder.Services);
        OpenDataServices.Add(builder.Services);
        WebApplication web = builder.Build();
        // From now on it counts.
        web.Services.GetRequiredService<MetricsText>();
        if (proxy is not null) web.UseForwardedHeaders(proxy);
        web.UseMiddleware<SafetyHeaders>();
        web.UseMiddleware<HeadRequests>();
        web.UseMiddleware<LanguagePrefix>();
        web.UseMiddleware<Failures>();
        web.UseMiddleware<OperationsGate>();
        web.UseMiddleware<AssetSending>();
        web.UseRouting();
        web.UseMiddleware<PageCaching>();
        HomeEndpoints.Map(web);
        WorkEndpoints.Map(web);
        ExaminationEndpoints.Map(web);
        HealthEndpoints.Map(web);
        SearchEndpoints.Map(web);
        PortalEndpoints.Map(web);
        CompareEndpoints.Map(web);
        ItemEndpoints.Map(web);
        OpenDataServices.Map(web);
        return web;
    }
}
