using System.CommandLine;
using Mingzhang.Store;
using Mingzhang.Store.Clusters;
using Mingzhang.Web.Jobs;
using Mingzhang.Web.Operations;

namespace Mingzhang.Web.Commands;

/// <summary><c>worker</c>: does the work that pages and commands ask for, and nothing else.</summary>
internal static class WorkerCommand
{
    public static Command Create(PlaceOptions place)
    {
        var command = new Command("worker");
        place.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using var temporary = OwnTemporaryFolder.Enter();
            await using Database database = place.OpenPatiently(parsed);
            using IHost host = Host(database, place.ClusterIfOwn(parsed));
            await host.StartAsync(cancel);
            await Console.Error.WriteLineAsync(place.LanguageOf(parsed) == "en" ? "working" : "正在处理任务");
            await host.WaitForShutdownAsync(cancel);
            return 0;
        });
        return command;
    }

    /// <summary>A process's work without pages.</summary>
    public static IHost Host(Database database, PrivateCluster? cluster, bool quiet = false)
    {
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddEnvironmentVariables();
        ProductLogging.Add(builder.Logging, quiet);
        builder.Services.AddSingleton<IHostLifetime, Microsoft.Extensions.Hosting.Internal.ConsoleLifetime>();
        WorkServices.Add(builder.Services, database, works: true, cluster);
        return builder.Build();
    }
}
