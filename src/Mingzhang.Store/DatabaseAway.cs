using System.Net.Sockets;
using Npgsql;

namespace Mingzhang.Store;

/// <summary>Tells a database that cannot be used now, and will be again, from a mistake.</summary>
public static class DatabaseAway
{
    /// <summary>Whether an exception says so: not reachable, starting or stopping, broken connections, no room on the disk, too many connections.</summary>
    public static bool Is(Exception exception) => exception switch
    {
        PostgresException known => known.SqlState[..2] is "08" or "57" or "53" or "58" && known.SqlState != PostgresErrorCodes.QueryCanceled,
        NpgsqlException { InnerException: TimeoutException or SocketException or IOException } => true,
        NpgsqlException unknown => unknown.IsTransient || unknown.InnerException is null,
        TimeoutException or SocketException => true,
        ObjectDisposedException or InvalidOperationException => false,
        _ => exception.InnerException is { } inner && Is(inner),
    };

    /// <summary>Whether it only says that all connections are in use: the database answers, and there are more questions than it takes.</summary>
    public static bool IsBusy(Exception exception) => exception switch
    {
        PostgresException known => known.SqlState == PostgresErrorCodes.TooManyConnections,
        // Only its words tell it from a server that does not answer; a test holds them against the library.
        NpgsqlException { InnerException: TimeoutException } exhausted => exhausted.Message.StartsWith("The connection pool has been exhausted", StringComparison.Ordinal),
        _ => exception.InnerException is { } inner && IsBusy(inner),
    };

    /// <summary>Whether it only says that a question took too long.</summary>
    public static bool IsSlow(Exception exception) => exception switch
    {
        NpgsqlException { InnerException: TimeoutException } slow => slow.Message.StartsWith("Exception while reading from stream", StringComparison.Ordinal),
        _ => exception.InnerException is { } inner && IsSlow(inner),
    };

    /// <summary>Whether it says that there is no room left: nothing new can be kept.</summary>
    public static bool IsFull(Exception exception) => exception is PostgresException { SqlState: PostgresErrorCodes.DiskFull } || (exception.InnerException is { } inner && IsFull(inner));
}
