using System.Diagnostics;
using System.Globalization;
using Dapper;
using Mingzhang.Core.Findings;
using Mingzhang.Store.Schema;
using Npgsql;

namespace Mingzhang.Store.Clusters;

/// <summary>Saves the whole database into one file, and brings it back. Both all or not at all: a file is complete or is not there, a restore is one transaction.</summary>
public static class DatabaseBackup
{
    private const string Clear = "set client_min_messages = warning; drop schema public cascade; create schema public;\n";

    /// <summary>Writes the database as it is at one moment; others go on meanwhile. A file that is there is replaced when the new one is complete.</summary>
    public static async Task Save(Database database, string file, CancellationToken cancel = default)
    {
        string path = Path.GetFullPath(file), part = path + ".part";
        try
        {
            await using (var to = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(part, UnixFileMode.UserRead | UnixFileMode.UserWrite);
                using Process dump = Start(PostgresPrograms.Client("pg_dump", database.ConnectionString, "--format=custom", "--no-owner", "--no-privileges"));
                dump.StandardInput.Close();
                Task<string> said = dump.StandardError.ReadToEndAsync(cancel);
                await Finish(dump, dump.StandardOutput.BaseStream.CopyToAsync(to, cancel), cancel);
                if (dump.ExitCode != 0) throw Failed("备份失败，没有写出文件", "the backup failed and no file was written", await said);
                to.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(new Text($"备份文件写不出来：{e.Message}", $"the backup file cannot be written: {e.Message}"), e);
        }
        finally
        {
            if (File.Exists(part)) File.Delete(part);
        }
    }

    /// <summary>Brings a saved database back, then to this program's schema.</summary>
    /// <param name="database">Into this.</param>
    /// <param name="file">The file that <see cref="Save"/> wrote.</param>
    /// <param name="replace">Whether what is there goes; else the database has to be empty.</param>
    /// <param name="cancel">Leaves everything as it was.</param>
    public static async Task Restore(Database database, string file, bool replace, CancellationToken cancel = default)
    {
        if (!File.Exists(file)) throw new StoreException(new Text($"{file}：没有这个文件", $"{file}: no such file"));
        if (!replace && await HasTables(database, cancel))
            throw new StoreException(new Text("数据库里已有数据；要以备份替换，请加 --replace", "the database has data; give --replace to put the backup in its place"));
        string script = Path.GetTempFileName();
        try
        {
            await Script(file, script, cancel);
            ProcessStartInfo call = PostgresPrograms.Client("psql", database.ConnectionString, "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--file=-");
            using Process psql = Start(call);
            Task<string> said = psql.StandardError.ReadToEndAsync(cancel);
            Task<string> ignored = psql.StandardOutput.ReadToEndAsync(cancel);
            await Finish(psql, Feed(psql, script, cancel), cancel);
            await ignored;
            if (psql.ExitCode != 0) throw Failed("恢复失败，数据库保持原样", "the restore failed, the database is as it was", await said);
        }
        finally
        {
            File.Delete(script);
        }

        NpgsqlConnection.ClearAllPools();
        await SchemaUpgrade.Run(database, cancel: cancel);
    }

    private static async Task Script(string file, string script, CancellationToken cancel)
    {
        using Process read = Start(PostgresPrograms.Client("pg_restore", "", "--file=-", "--no-owner", "--no-privileges", Path.GetFullPath(file)));
        read.StandardInput.Close();
        Task<string> said = read.StandardError.ReadToEndAsync(cancel);
        await using (var to = new FileStream(script, FileMode.Create, FileAccess.Write, FileShare.None))
            await Finish(read, read.StandardOutput.BaseStream.CopyToAsync(to, cancel), cancel);
        if (read.ExitCode != 0) throw Failed($"{file}：不是完整的备份文件", $"{file}: not a complete backup", await said);
    }

    private static async Task Feed(Process psql, string script, CancellationToken cancel)
    {
        try
        {
            StreamWriter to = psql.StandardInput;
            await to.WriteAsync(Clear);
            await to.FlushAsync(cancel);
            await using (FileStream from = File.OpenRead(script)) await from.CopyToAsync(to.BaseStream, cancel);
            string most = SchemaStep.All.Count.ToString(CultureInfo.InvariantCulture);
            await to.WriteAsync($"\ndo $$ begin if (select max(number) from public.schema_step) > {most} then raise exception 'the backup is of a newer program'; end if; end $$;\n");
            to.Close();
        }
        catch (IOException)
        {
            // psql ended before it had read everything; its status and message say why.
        }
    }

    private static async Task<bool> HasTables(Database database, CancellationToken cancel)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return await connection.ExecuteScalarAsync<bool>("select exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r')");
    }

    private static Process Start(ProcessStartInfo call)
    {
        try
        {
            return Process.Start(call)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new StoreException(new Text("没有找到 PostgreSQL 的程序，请安装软件包 postgresql-client。", "the programs of PostgreSQL were not found: install the package postgresql-client."), e);
        }
    }

    private static async Task Finish(Process process, Task pipe, CancellationToken cancel)
    {
        try
        {
            await pipe;
            await process.WaitForExitAsync(cancel);
        }
        catch
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static StoreException Failed(string zh, string en, string said)
    {
        string[] lines = said.Trim().Split('\n');
        string first = lines.FirstOrDefault(l => l.Contains("ERROR", StringComparison.OrdinalIgnoreCase)) ?? lines[0];
        return new StoreException(new Text($"{zh}：{first}", $"{en}: {first}"));
    }
}
