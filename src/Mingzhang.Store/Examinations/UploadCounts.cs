using System.Security.Cryptography;
using Dapper;
using Npgsql;

namespace Mingzhang.Store.Examinations;

/// <summary>
/// Counts uploads of an hour, so that all web processes share one limit. What is counted has no name: its digest by a key of the database, which changes
/// each day, is kept for the hour, and that of an address as long as what it gave.
/// </summary>
/// <param name="database">The database.</param>
public sealed class UploadCounts(Database database)
{
    private const int KeyLength = 32;
    private const string LongAgo = "made < clock_timestamp() - interval '1 hour'";

    /// <summary>Counts one more upload for each of several, unless one of them has had its share; whether it was counted.</summary>
    /// <param name="shares">What is counted, and its most in an hour.</param>
    /// <param name="cancel">Ends it; then nothing is counted.</param>
    public async Task<bool> Count(IReadOnlyList<(byte[] Who, int Most)> shares, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        byte[] key = await Key(connection);
        // Always in one order, so that no two wait for each other.
        (byte[] Who, int Most)[] counted = [.. shares.Select(s => (Who: HMACSHA256.HashData(key, s.Who), s.Most)).OrderBy(s => BitConverter.ToInt64(s.Who))];
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancel);
        foreach ((byte[] who, int most) in counted)
        {
            await connection.ExecuteAsync("select pg_advisory_xact_lock(@lock)", new { @lock = BitConverter.ToInt64(who) }, transaction);
            if (await connection.ExecuteScalarAsync<long>($"select count(*) from upload_made where who = @who and not {LongAgo}", new { who }, transaction) >= most) return false;
            await connection.ExecuteAsync("insert into upload_made (who) values (@who)", new { who }, transaction);
        }

        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>What an address or visit is called today: its digest by the key.</summary>
    public async Task<byte[]> NameOf(byte[] who, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return HMACSHA256.HashData(await Key(connection), who);
    }

    /// <summary>Forgets what is longer ago than an hour.</summary>
    public async Task Sweep(CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        await connection.ExecuteAsync($"delete from upload_made where {LongAgo}");
    }

    private static async Task<byte[]> Key(NpgsqlConnection connection) => await connection.QuerySingleAsync<byte[]>(
        """
        insert into upload_key as k (key) values (@key)
        on conflict (single) do update set key = case when k.made < now() - interval '1 day' then excluded.key else k.key end, made = case when k.made < now() - interval '1 day' then now() else k.made end
        returning key
        """,
        new { key = RandomNumberGenerator.GetBytes(KeyLength) });
}
