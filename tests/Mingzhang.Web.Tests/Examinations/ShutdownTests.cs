using System.Globalization;
using Dapper;
using Mingzhang.Tests.Web.Operations;
using Npgsql;

namespace Mingzhang.Tests.Web.Examinations;

[Collection(SharedWeb.Name)]
public sealed class ShutdownTests
{
    private const string Program = "MINGZHANG_PROGRAM", PidFile = "MINGZHANG_TEST_PID";

    [StoreFact]
    public async Task A_check_that_runs_ends_with_the_web_and_waits_for_another()
    {
        if (!OperatingSystem.IsLinux()) return;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("mzstop-");
        string program = Path.Combine(folder.FullName, "mingzhang"), pids = Path.Combine(folder.FullName, "pids");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\nsleep 600 &\necho $$ $! >\"${PidFile}\"\nwait\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Environment.SetEnvironmentVariable(Program, program);
        Environment.SetEnvironmentVariable(PidFile, pids);
        try
        {
            await using OwnCluster own = await OwnCluster.Start();
            using var visit = new CheckVisit(own.Client.BaseAddress!);
            using HttpResponseMessage answer = await visit.Upload("/check", true, ("a.txt", CheckVisit.Example));
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (!File.Exists(pids) || new FileInfo(pids).Length == 0) await Task.Delay(50, patience.Token);
            string[] running = (await File.ReadAllTextAsync(pids)).Trim().Split(' ');
            Assert.All(running, pid => Assert.True(IsAlive(pid)));

            await own.Web.StopAsync();

            while (running.Any(IsAlive)) await Task.Delay(50, patience.Token);
            await using NpgsqlConnection connection = await own.Database.Open(CancellationToken.None);
            Assert.Equal("waiting", await connection.ExecuteScalarAsync<string>("select state from work where kind = 'examination'"));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Program, null);
            Environment.SetEnvironmentVariable(PidFile, null);
            folder.Delete(recursive: true);
        }
    }

    // A process that has ended and that nobody has asked for yet is no longer alive.
    private static bool IsAlive(string pid)
    {
        try
        {
            string stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
            return stat[stat.LastIndexOf(')')..].Split(' ')[1] is not ("Z" or "X");
        }
        catch (IOException)
        {
            return false;
        }
    }
}
