using Microsoft.AspNetCore.Builder;
using Mingzhang.Store;
using Mingzhang.Store.Clusters;
using Mingzhang.Store.Schema;
using Mingzhang.Web;

namespace Mingzhang.Tests.Web;

/// <summary>The whole web on a free port, over a PostgreSQL of its own that goes with it.</summary>
public sealed class RunningWeb : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "mzweb-" + Guid.NewGuid().ToString("N")[..8]);
    private PrivateCluster _cluster = null!;
    private WebApplication _web = null!;

    /// <summary>Whether there is a PostgreSQL to run over.</summary>
    public static bool Exists => PrivateCluster.IsInstalled;

    public Database Database { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _web.Services;

    public async Task InitializeAsync()
    {
        if (!Exists) return;
        _cluster = new PrivateCluster(_folder);
        _cluster.Start();
        Database = new Database(_cluster.ConnectionString);
        await SchemaUpgrade.Run(Database);
        _web = WebSite.Create(Database, "http://127.0.0.1:0", freshness: TimeSpan.Zero, settings: ["check:AddressUploads=100000"]);
        await _web.StartAsync();
        Address = new Uri(_web.Urls.First());
        Client = new HttpClient { BaseAddress = Address };
    }

    public async Task DisposeAsync()
    {
        if (!Exists) return;
        Client.Dispose();
        await _web.DisposeAsync();
        await Database.DisposeAsync();
        _cluster.Stop();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>The tests that share one running web.</summary>
[CollectionDefinition(Name)]
public sealed class SharedWeb : ICollectionFixture<RunningWeb>, ICollectionFixture<Browser>
{
    public const string Name = "web";
}
