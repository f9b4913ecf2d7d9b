using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Mingzhang.Store;
using Mingzhang.Store.Clusters;
using Mingzhang.Web;

namespace Mingzhang.Tests.Web.Operations;

/// <summary>A web over a cluster of its own that a test may break.</summary>
internal sealed class OwnCluster : IAsyncDisposable
{
    private readonly string _folder;

    private OwnCluster(string? folder, bool watched)
    {
        _folder = folder ?? Path.Combine(Path.GetTempPath(), "mzown-" + Guid.NewGuid().ToString("N")[..8]);
        Cluster = new PrivateCluster(_folder);
        Database = new Database(Cluster.ConnectionString);
        Web = WebSite.Create(Database, "http://127.0.0.1:0", works: true, watched ? Cluster : null);
    }

    public PrivateCluster Cluster { get; }

    public Database Database { get; }

    public WebApplication Web { get; }

    public HttpClient Client { get; } = new();

    public static async Task<OwnCluster> Start(bool running = true, bool watched = true, string? folder = null, Action<WebApplication>? more = null)
    {
        var own = new OwnCluster(folder, watched);
        more?.Invoke(own.Web);
        if (running) own.Cluster.Start();
        await own.Web.StartAsync();
        own.Client.BaseAddress = new Uri(own.Web.Urls.First());
        if (running) await own.Until(ready: true);
        return own;
    }

    public async Task<bool> IsReady() => (await Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode;

    public async Task Until(bool ready)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await IsReady() != ready) await Task.Delay(50, patience.Token);
    }

    /// <summary>Ends its server as a power failure does.</summary>
    public void Kill()
    {
        string pid = File.ReadLines(Path.Combine(_folder, "files", "postmaster.pid")).First();
        using Process server = Process.GetProcessById(int.Parse(pid, CultureInfo.InvariantCulture));
        server.Kill();
        server.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Web.DisposeAsync();
        await Database.DisposeAsync();
        Cluster.Stop();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
