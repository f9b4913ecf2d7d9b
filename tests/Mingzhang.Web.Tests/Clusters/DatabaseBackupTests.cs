using Dapper;
using Mingzhang.Store;
using Mingzhang.Store.Clusters;
using Mingzhang.Tests.Web.Jobs;
using Npgsql;

namespace Mingzhang.Tests.Web.Clusters;

[Collection(SharedWeb.Name)]
public sealed class DatabaseBackupTests(RunningWeb web) : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), "mzbackup-" + Guid.NewGuid().ToString("N"));

    public void Dispose() => File.Delete(_file);

    [StoreFact]
    public async Task A_backup_brings_everything_back_into_an_empty_database()
    {
        await using FreshDatabase from = await FreshDatabase.Make(web), to = await FreshDatabase.Make(web, upTo: 0);
        Guid id = await TestWorker.Ask(from.Database, "note");
        await DatabaseBackup.Save(from.Database, _file);
        await DatabaseBackup.Restore(to.Database, _file, replace: false);
        Assert.Equal([id], await Work(to.Database));
    }

    [StoreFact]
    public async Task A_database_with_data_is_replaced_only_when_told_and_as_a_whole()
    {
        await using FreshDatabase fresh = await FreshDatabase.Make(web);
        Guid saved = await TestWorker.Ask(fresh.Database, "note");
        await DatabaseBackup.Save(fresh.Database, _file);
        await TestWorker.Ask(fresh.Database, "later");
        await Assert.ThrowsAsync<StoreException>(() => DatabaseBackup.Restore(fresh.Database, _file, replace: false));
        await DatabaseBackup.Restore(fresh.Database, _file, replace: true);
        Assert.Equal([saved], await Work(fresh.Database));
    }

    [StoreFact]
    public async Task A_damaged_backup_changes_nothing()
    {
        await using FreshDatabase fresh = await FreshDatabase.Make(web);
        Guid kept = await TestWorker.Ask(fresh.Database, "note");
        await DatabaseBackup.Save(fresh.Database, _file);
        byte[] whole = await File.ReadAllBytesAsync(_file);
        foreach (int length in (int[])[0, 100, whole.Length / 2, whole.Length - 20])
        {
            await File.WriteAllBytesAsync(_file, whole[..length]);
            await Assert.ThrowsAsync<StoreException>(() => DatabaseBackup.Restore(fresh.Database, _file, replace: true));
        }

        Assert.Equal([kept], await Work(fresh.Database));
    }

    [StoreFact]
    public async Task A_backup_of_a_newer_program_is_refused_and_changes_nothing()
    {
        await using FreshDatabase newer = await FreshDatabase.Make(web), here = await FreshDatabase.Make(web);
        Guid kept = await TestWorker.Ask(here.Database, "note");
        await using (NpgsqlConnection connection = await newer.Database.Open(CancellationToken.None))
            await connection.ExecuteAsync("insert into schema_step (number, name, digest) values (9999, 'later', '')");
        await DatabaseBackup.Save(newer.Database, _file);
        await Assert.ThrowsAsync<StoreException>(() => DatabaseBackup.Restore(here.Database, _file, replace: true));
        Assert.Equal([kept], await Work(here.Database));
    }

    [StoreFact]
    public async Task A_backup_that_fails_leaves_the_file_that_was_there()
    {
        await using FreshDatabase fresh = await FreshDatabase.Make(web);
        await File.WriteAllTextAsync(_file, "before");
        using var gone = new Database(new NpgsqlConnectionStringBuilder(fresh.Database.ConnectionString) { Database = "nowhere" }.ConnectionString);
        await Assert.ThrowsAsync<StoreException>(() => DatabaseBackup.Save(gone, _file));
        Assert.Equal("before", await File.ReadAllTextAsync(_file));
        Assert.False(File.Exists(_file + ".part"));
    }

    private static async Task<IReadOnlyList<Guid>> Work(Database database)
    {
        await using NpgsqlConnection connection = await database.Open(CancellationToken.None);
        return [.. await connection.QueryAsync<Guid>("select id from work")];
    }
}
