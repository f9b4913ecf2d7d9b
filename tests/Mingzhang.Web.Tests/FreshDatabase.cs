using Dapper;
using Mingzhang.Store;
using Mingzhang.Store.Schema;
using Npgsql;

namespace Mingzhang.Tests.Web;

/// <summary>An empty database of a test's own, beside that of the shared web.</summary>
public sealed class FreshDatabase : IAsyncDisposable
{
    private readonly Database _beside;
    private readonly string _name = "t" + Guid.NewGuid().ToString("N");

    private FreshDatabase(Database beside)
    {
        _beside = beside;
        Database = new Database(new NpgsqlConnectionStringBuilder(beside.ConnectionString) { Database = _name, MinPoolSize = 0 }.ConnectionString);
    }

    public Database Database { get; }

    public static async Task<FreshDatabase> Make(RunningWeb web, int upTo = int.MaxValue)
    {
        var made = new FreshDatabase(web.Database);
        await using (NpgsqlConnection connection = await web.Database.Open(CancellationToken.None))
            await connection.ExecuteAsync($"create database {made._name} template template0");
        if (upTo > 0) await SchemaUpgrade.Run(made.Database, upTo);
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await using NpgsqlConnection connection = await _beside.Open(CancellationToken.None);
        await connection.ExecuteAsync($"drop database if exists {_name} with (force)");
    }
}
