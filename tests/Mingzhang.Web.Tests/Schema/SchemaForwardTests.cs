using System.Globalization;
using Dapper;
using Mingzhang.Store;
using Mingzhang.Store.Schema;
using Npgsql;

namespace Mingzhang.Tests.Web.Schema;

/// <summary>Every earlier schema, with data in it, becomes the newest and keeps the data. Each numbered file has a file of rows in Rows/ that fill its tables as they were then.</summary>
[Collection(SharedWeb.Name)]
public sealed class SchemaForwardTests(RunningWeb web)
{
    [StoreFact]
    public void Every_schema_file_has_rows_to_test_it_with() =>
        Assert.Equal(SchemaStep.All.Select(s => s.Name), SchemaStep.All.Where(s => File.Exists(RowsOf(s))).Select(s => s.Name));

    [StoreFact]
    public async Task Every_earlier_schema_with_data_becomes_the_newest_and_keeps_it()
    {
        for (int from = 1; from < SchemaStep.All.Count; from++)
        {
            await using FreshDatabase fresh = await FreshDatabase.Make(web, 0);
            foreach (SchemaStep step in SchemaStep.All.Take(from))
            {
                await SchemaUpgrade.Run(fresh.Database, step.Number);
                await Execute(fresh.Database, await File.ReadAllTextAsync(RowsOf(step)));
            }

            Dictionary<string, long> before = await Counts(fresh.Database);
            Assert.All(before, table => Assert.True(table.Value > 0, $"schema {from}: no rows in {table.Key}"));
            IReadOnlyList<SchemaStep> applied = await SchemaUpgrade.Run(fresh.Database);
            Assert.Equal(SchemaStep.All.Skip(from).Select(s => s.Number), applied.Select(s => s.Number));
            Dictionary<string, long> after = await Counts(fresh.Database);
            foreach ((string table, long rows) in before.Where(t => t.Key != "schema_step")) Assert.Equal((table, rows), (table, after.GetValueOrDefault(table, -1)));
            Assert.Empty(await SchemaUpgrade.Run(fresh.Database));
        }
    }

    [StoreFact]
    public async Task A_database_that_is_newer_than_the_program_is_refused()
    {
        await using FreshDatabase fresh = await FreshDatabase.Make(web);
        await Execute(fresh.Database, string.Create(CultureInfo.InvariantCulture, $"insert into schema_step (number, name, digest) values ({SchemaStep.All.Count + 1}, 'later', '')"));
        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => SchemaUpgrade.Run(fresh.Database));
        Assert.Contains("newer", refused.Said.En, StringComparison.Ordinal);
    }

    private static string RowsOf(SchemaStep step) => Path.Combine(AppContext.BaseDirectory, "Schema", "Rows", step.Name);

    private static async Task Execute(Database database, string sql)
    {
        await using NpgsqlConnection connection = await database.Open(CancellationToken.None);
        await connection.ExecuteAsync(sql);
    }

    // The scheduler's own tables hold nothing that outlives a start of it, but for their jobs.
    private static async Task<Dictionary<string, long>> Counts(Database database)
    {
        await using NpgsqlConnection connection = await database.Open(CancellationToken.None);
        var counts = new Dictionary<string, long>();
        foreach (string table in await connection.QueryAsync<string>("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname !~ '^job_(?!job_details|triggers)'"))
            counts[table] = await connection.ExecuteScalarAsync<long>($"select count(*) from \"{table}\"");
        return counts;
    }
}
