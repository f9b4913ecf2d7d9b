using Dapper;
using Mingzhang.Store;
using Mingzhang.Store.Clusters;
using Mingzhang.Store.Schema;
using Npgsql;

namespace Mingzhang.Web.Operations;

/// <summary>
/// Knows whether the database can be used: reachable, and of this program's schema. Brings an older schema up to date, and starts a cluster of the product's own again when its server died.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="log">Where changes are told.</param>
/// <param name="cluster">The product's own cluster, if it lives in one.</param>
internal sealed partial class DatabaseWatch(Database database, ILogger<DatabaseWatch> log, PrivateCluster? cluster = null) : BackgroundService
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(2), Alarmed = TimeSpan.FromMilliseconds(300);

    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _look = new(0);
    private volatile bool _ready;
    private string? _said;

    /// <summary>Whether it could be used when last looked at.</summary>
    public bool IsReady => _ready;

    /// <summary>Ends when it can be used for the first time.</summary>
    public Task Ready(CancellationToken cancel) => _first.Task.WaitAsync(cancel);

    /// <summary>Somebody could not use it: do not call it ready before it was looked at again.</summary>
    public void Doubt()
    {
        if (!_ready) return;
        _ready = false;
        database.Forget();
        _look.Release();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            bool was = _ready;
            bool ready = await Look(stoppingToken);
            _ready = ready;
            if (ready)
            {
                _first.TrySetResult();
                _said = null;
            }

            if (was != ready) Changed(ready ? LogLevel.Information : LogLevel.Warning, ready ? "ready" : "away");
            await _look.WaitAsync(ready ? Calm : Alarmed, stoppingToken);
        }
    }

    private async Task<bool> Look(CancellationToken cancel)
    {
        try
        {
            if (await IsCurrent(cancel)) return true;
            await SchemaUpgrade.Run(database, cancel: cancel);
            return true;
        }
        catch (StoreException unusable)
        {
            if (_said != unusable.Said.En) Unusable(_said = unusable.Said.En);
            return false;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or OperationCanceledException or System.Net.Sockets.SocketException)
        {
            if (!cancel.IsCancellationRequested) Revive();
            return false;
        }
    }

    private async Task<bool> IsCurrent(CancellationToken cancel)
    {
        await using NpgsqlConnection connection = await database.OpenToWatch(cancel);
        if (!await connection.ExecuteScalarAsync<bool>("select to_regclass('schema_step') is not null")) return false;
        return await connection.ExecuteScalarAsync<int>("select coalesce(max(number), 0) from schema_step") == SchemaStep.All.Count;
    }

    public override void Dispose()
    {
        _look.Dispose();
        base.Dispose();
    }

    private void Revive()
    {
        try
        {
            if (cluster is { ShouldRun: true, IsRunning: false }) cluster.Start();
        }
        catch (Exception e) when (e is StoreException or IOException or UnauthorizedAccessException)
        {
            Unusable(e is StoreException unusable ? unusable.Said.En : e.GetType().Name);
        }
    }

    [LoggerMessage(Message = "database {State}")]
    private partial void Changed(LogLevel level, string state);

    [LoggerMessage(Level = LogLevel.Error, Message = "database: {Said}")]
    private partial void Unusable(string said);
}
