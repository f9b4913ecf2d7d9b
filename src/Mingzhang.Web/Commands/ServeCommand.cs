using System.CommandLine;
using System.Net.Sockets;
using Mingzhang.Core.Findings;
using Mingzhang.Store;
using Mingzhang.Store.Clusters;
using Mingzhang.Store.Schema;
using Mingzhang.Web.Operations;

namespace Mingzhang.Web.Commands;

/// <summary><c>serve</c>: the web application, and unless told otherwise the work that its pages ask for.</summary>
internal static class ServeCommand
{
    public static Command Create(PlaceOptions place)
    {
        var url = new Option<string>("--url") { HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var noWorker = new Option<bool>("--no-worker");
        var command = new Command("serve") { url, noWorker };
        place.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using var temporary = OwnTemporaryFolder.Enter();
            PrivateCluster? cluster = place.ClusterIfOwn(parsed);
            await using Database database = place.OpenPatiently(parsed);
            await Prepare(database, place.LanguageOf(parsed), cancel);
            await using WebApplication web = WebSite.Create(database, parsed.GetValue(url)!, !parsed.GetValue(noWorker), cluster);
            await Listen(web, parsed.GetValue(url)!, cancel);
            string address = web.Urls.First();
            if (cluster is not null) await File.WriteAllTextAsync(cluster.WebAddressFile, address + "\n", cancel);
            Console.WriteLine(address);
            await web.WaitForShutdownAsync(cancel);
            return 0;
        });
        return command;
    }

    /// <summary>A database that is away now is waited for while pages say so.</summary>
    private static async Task Prepare(Database database, string language, CancellationToken cancel)
    {
        try
        {
            await SchemaUpgrade.Run(database, cancel: cancel);
        }
        catch (Exception e) when (DatabaseAway.Is(e))
        {
            await Console.Error.WriteLineAsync(new Text("现在连不上数据库；网站先启动，数据库可用后自动恢复", "the database cannot be reached now; the web starts and goes on by itself when it can").In(language));
        }
    }

    private static async Task Listen(WebApplication web, string url, CancellationToken cancel)
    {
        try
        {
            await web.StartAsync(cancel);
        }
        catch (Exception e) when (e is IOException or SocketException or FormatException or InvalidOperationException)
        {
            throw new StoreException(new Text($"不能在 {url} 提供服务：{e.Message}", $"cannot listen on {url}: {e.Message}"), e);
        }
    }
}
