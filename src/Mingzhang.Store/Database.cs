using Mingzhang.Core.Findings;
using Npgsql;

namespace Mingzhang.Store;

/// <summary>The database of the product: one pool of connections for a process.</summary>
public sealed class Database : IAsyncDisposable, IDisposable
{
    private readonly NpgsqlDataSource _source, _watching;

    /// <summary>Connects lazily; nothing is tried yet.</summary>
    /// <param name="connection">A PostgreSQL connection string, <c>Host=…;Database=…;Username=…</c>.</param>
    /// <param name="connections">Most connections at once.</param>
    public Database(string connection, int connections = 16)
    {
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = new NpgsqlConnectionStringBuilder(connection);
        }
        catch (ArgumentException e)
        {
            throw new StoreException(
                new Text("数据库连接串无法理解，应类似 Host=…;Database=…;Username=…", "the connection string is not understood; it is like Host=…;Database=…;Username=…"), e);
        }

        builder.MaxPoolSize = connections;
        builder.Timeout = Math.Min(builder.Timeout, 5);
        builder.MaxAutoPrepare = Math.Max(builder.MaxAutoPrepare, 40);
        builder.ApplicationName = "mingzhang";
        // Compiling a query takes longer than running it here.
        builder.Options ??= "-c jit=off";
        ConnectionString = builder.ConnectionString;
        _source = NpgsqlDataSource.Create(builder);
        builder.MaxPoolSize = 2;
        builder.MinPoolSize = 0;
        _watching = NpgsqlDataSource.Create(builder);
    }

    /// <summary>What other users of the same database, such as the job store, connect with.</summary>
    public string ConnectionString { get; }

    /// <summary>An open connection; dispose of it soon.</summary>
    public ValueTask<NpgsqlConnection> Open(CancellationToken cancel = default) => _source.OpenConnectionAsync(cancel);

    /// <summary>An open connection; dispose of it soon.</summary>
    public NpgsqlConnection Open() => _source.OpenConnection();

    /// <summary>An open connection for who watches whether the database answers: there is one also where all others are in use.</summary>
    public ValueTask<NpgsqlConnection> OpenToWatch(CancellationToken cancel = default) => _watching.OpenConnectionAsync(cancel);

    /// <summary>Closes the connections that nobody uses: those to a server that is gone fail only when they are used.</summary>
    public void Forget()
    {
        _source.Clear();
        _watching.Clear();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _watching.DisposeAsync();
        await _source.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _watching.Dispose();
        _source.Dispose();
    }
}
