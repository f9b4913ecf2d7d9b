using System.Globalization;
using Dapper;
using Mingzhang.Core.Findings;
using Npgsql;

namespace Mingzhang.Store.Schema;

/// <summary>Brings a database to the schema of this program: each numbered file once, each in a transaction, one process at a time.</summary>
public static class SchemaUpgrade
{
    // Any number will do that nobody else locks by.
    private const long UpgradeLock = 7_046_029_254_386_353_131;

    /// <summary>Applies what is missing.</summary>
    /// <param name="database">The database.</param>
    /// <param name="upTo">Stop behind this number; tests make old databases with it.</param>
    /// <param name="cancel">Ends the wait for other processes.</param>
    /// <returns>The files that were applied now.</returns>
    /// <exception cref="StoreException">The database is newer than the program, or an applied file is not what it was.</exception>
    public static async Task<IReadOnlyList<SchemaStep>> Run(Database database, int upTo = int.MaxValue, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        // Over much data a step takes as long as it takes, and the others wait for it.
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_lock(@UpgradeLock)", new { UpgradeLock }, commandTimeout: 0, cancellationToken: cancel));
        try
        {
            await connection.ExecuteAsync("create table if not exists schema_step (number integer primary key, name text not null, digest text not null, applied timestamptz not null default now())");
            Dictionary<int, string> applied = (await connection.QueryAsync<(int Number, string Digest)>("select number, digest from schema_step")).ToDictionary(s => s.Number, s => s.Digest);
            Verify(applied);
            var now = new List<SchemaStep>();
            foreach (SchemaStep step in SchemaStep.All.Where(s => s.Number <= upTo && !applied.ContainsKey(s.Number)))
            {
                await Apply(connection, step, cancel);
                now.Add(step);
            }

            return now;
        }
        finally
        {
            await connection.ExecuteAsync("select pg_advisory_unlock(@UpgradeLock)", new { UpgradeLock });
        }
    }

    private static void Verify(Dictionary<int, string> applied)
    {
        int newest = applied.Keys.DefaultIfEmpty(0).Max();
        if (newest > SchemaStep.All.Count)
        {
            string number = newest.ToString(CultureInfo.InvariantCulture);
            throw new StoreException(new Text($"数据库结构（第 {number} 版）比程序新，请使用新版程序。", $"the database (schema {number}) is newer than this program: use the newer program."));
        }

        foreach (SchemaStep step in SchemaStep.All.Where(s => applied.TryGetValue(s.Number, out string? digest) && digest != s.Digest))
            throw new StoreException(new Text($"数据库结构文件 {step.Name} 与已执行的内容不同。", $"the schema file {step.Name} is not the one that was applied to this database."));
    }

    private static async Task Apply(NpgsqlConnection connection, SchemaStep step, CancellationToken cancel)
    {
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(step.Sql, transaction: transaction, commandTimeout: 0, cancellationToken: cancel));
        await connection.ExecuteAsync("insert into schema_step (number, name, digest) values (@Number, @Name, @Digest)", step, transaction);
        await transaction.CommitAsync(cancel);
    }
}
