using System.Collections.Specialized;
using System.Globalization;
using Mingzhang.Store;
using Quartz.Impl;
using Quartz.Impl.AdoJobStore;
using Quartz.Simpl;
using Quartz.Spi;
using Quartz.Util;

namespace Mingzhang.Web.Jobs;

/// <summary>A scheduler over the tables <c>job_*</c>, one of as many as there are processes.</summary>
internal sealed class SchedulerSettings : StdSchedulerFactory
{
    /// <summary>What all of them are called, and their rows are marked with.</summary>
    public const string Name = "mingzhang";

    // Its own, so that one process may have several over several databases.
    private readonly SchedulerRepository _repository = new();
    private readonly DBConnectionManager _connections;

    public SchedulerSettings(Database database, ILoggerFactory logging)
    {
        _connections = new DBConnectionManager(logging);
        Initialize(Settings(database, Environment.ProcessorCount));
    }

    protected override ISchedulerRepository GetSchedulerRepository() => _repository;

    protected override IDbConnectionManager GetDBConnectionManager() => _connections;

    private static NameValueCollection Settings(Database database, int atOnce) => new()
    {
        ["quartz.scheduler.instanceName"] = Name,
        ["quartz.scheduler.instanceId"] = "AUTO",
        // A process without a job to ask for hears of others' jobs when it looks.
        ["quartz.scheduler.idleWaitTime"] = "1000",
        ["quartz.threadPool.maxConcurrency"] = atOnce.ToString(CultureInfo.InvariantCulture),
        ["quartz.jobStore.type"] = typeof(JobStoreTX).AssemblyQualifiedName,
        ["quartz.jobStore.driverDelegateType"] = typeof(PostgreSQLDelegate).AssemblyQualifiedName,
        ["quartz.jobStore.tablePrefix"] = "job_",
        ["quartz.jobStore.dataSource"] = "database",
        ["quartz.jobStore.useProperties"] = "true",
        ["quartz.jobStore.clustered"] = "true",
        ["quartz.jobStore.clusterCheckinInterval"] = "1000",
        // Missed by so much, a process is taken for dead and its jobs are taken over.
        ["quartz.jobStore.clusterCheckinMisfireThreshold"] = "3000",
        ["quartz.jobStore.dbRetryInterval"] = "1000",
        ["quartz.jobStore.misfireThreshold"] = "60000",
        ["quartz.serializer.type"] = typeof(TextObjects).AssemblyQualifiedName,
        ["quartz.dataSource.database.provider"] = "Npgsql",
        ["quartz.dataSource.database.connectionString"] = database.ConnectionString,
    };
}
