using Mingzhang.Store;
using Mingzhang.Store.Clusters;
using Mingzhang.Store.Jobs;
using Mingzhang.Web.Operations;

namespace Mingzhang.Web.Jobs;

/// <summary>What the web and the worker have in common.</summary>
internal static class WorkServices
{
    /// <summary>Adds the database, the work and its handlers.</summary>
    /// <param name="services">To these.</param>
    /// <param name="database">It stays the caller's.</param>
    /// <param name="works">Whether this process does work; else it only asks for it.</param>
    /// <param name="cluster">The product's own cluster, if the database lives in one.</param>
    public static void Add(IServiceCollection services, Database database, bool works, PrivateCluster? cluster)
    {
        services.AddSingleton(database);
        if (cluster is not null) services.AddSingleton(cluster);
        services.AddSingleton(new WorkSettings(works));
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection("work").Get<WorkPatience>() ?? new WorkPatience());
        services.AddSingleton<WorkLedger>();
        services.AddSingleton<WorkWatch>();
        services.AddSingleton<WorkMeter>();
        services.AddSingleton<WorkRunner>();
        services.AddSingleton<WorkJobs>();
        WorkHandlers.Add(services);
        // Last started, last stopped: the watch goes on while work is given back.
        services.AddSingleton<DatabaseWatch>();
        services.AddHostedService(p => p.GetRequiredService<DatabaseWatch>());
        services.AddSingleton<WorkQueue>();
        services.AddHostedService(p => p.GetRequiredService<WorkQueue>());
    }
}
