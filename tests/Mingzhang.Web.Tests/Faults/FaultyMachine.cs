using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Dapper;
using Mingzhang.Store;
using Mingzhang.Store.Clusters;
using Mingzhang.Store.Schema;
using Npgsql;

namespace Mingzhang.Tests.Web.Faults;

/// <summary>A web and a worker as processes, and a cluster under them; each may be killed and is started again as a supervisor would.</summary>
internal sealed class FaultyMachine : IAsyncDisposable
{
    // Triggers count every result that a committed transaction wrote, so that a second one shows whatever the rows say later, and note every start.
    private const string Watch =
        """
        create table fault_result (kind text not null, id text not null);
        create function fault_checked() returns trigger language plpgsql as $$ begin insert into fault_result values ('check', new.id::text); return null; end $$;
        create trigger fault_checked after update on examination for each row when (new.view is not null and old.view is distinct from new.view) execute function fault_checked();
        create function fault_published() returns trigger language plpgsql as $$ begin insert into fault_result values ('publish', new.id::text); return null; end $$;
        create trigger fault_published after update on publication_request for each row when (new.content is null and old.content is not null) execute function fault_published();
        create table fault_start (id uuid not null, attempt integer not null, at timestamptz not null default clock_timestamp());
        create function fault_started() returns trigger language plpgsql as $$ begin insert into fault_start values (new.id, new.attempt); return null; end $$;
        create trigger fault_started after update on work for each row when (new.attempt > old.attempt) execute function fault_started();
        """;

    private const int Enough = 6;

    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(8);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "mzfault-" + Guid.NewGuid().ToString("N")[..8]);
    private readonly Random _random;
    private readonly PrivateCluster _cluster;
    private Process _web = null!, _worker = null!;

    private FaultyMachine(Random random)
    {
        _random = random;
        _cluster = new PrivateCluster(_folder);
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
        Database = new Database(_cluster.ConnectionString);
    }

    public Uri Address { get; }

    public Database Database { get; }

    /// <summary>How often each was killed.</summary>
    public ConcurrentDictionary<string, int> Kills { get; } = new();

    /// <summary>What a worker did for the first time when it was killed.</summary>
    public List<LostStart> Lost { get; } = [];

    public static async Task<FaultyMachine> Start(Random random)
    {
        var machine = new FaultyMachine(random);
        machine._cluster.Start();
        await SchemaUpgrade.Run(machine.Database);
        await using (NpgsqlConnection connection = await machine.Database.Open(CancellationToken.None)) await connection.ExecuteAsync(Watch);
        machine.StartWeb();
        machine.StartWorker();
        return machine;
    }

    /// <summary>Kills something so many times, each at a random moment.</summary>
    public async Task Break(int times, Action<int> told)
    {
        // Let it begin to work.
        await Task.Delay(4000);
        for (int i = 1; i <= times; i++)
        {
            await Task.Delay(_random.Next(100, 4500));
            string what = ((string[])["web", "worker", "database"])[_random.Next(3)];
            Kills.AddOrUpdate(what, 1, static (_, n) => n + 1);
            switch (what)
            {
                case "web":
                    await End(_web);
                    StartWeb();
                    break;
                case "worker":
                    await LoseWorker("under fire");
                    StartWorker();
                    break;
                default:
                    await EndServer();
                    break;
            }

            told(i);
        }
    }

    /// <summary>Kills the worker while it works and lets nothing else happen until its work has been taken over: by itself when it was started again, then by another worker.</summary>
    public async Task KillInPeace(int times)
    {
        await Task.Delay(Settled);
        for (int i = 0; i < times; i++)
        {
            await UntilItWorks();
            IReadOnlyList<LostStart> lost = await LoseWorker("started again");
            StartWorker();
            await TakenOver(lost);
        }

        Process other = Run("worker");
        for (int i = 0; i < times; i++)
        {
            await Task.Delay(Settled);
            await UntilItWorks();
            await TakenOver(await LoseWorker("another worker"));
            StartWorker();
        }

        await End(other);
    }

    /// <summary>Waits until no work is open; gives up where none has ended for so long.</summary>
    public async Task Rest(TimeSpan most)
    {
        long started = Stopwatch.GetTimestamp();
        int last = int.MaxValue;
        while (Stopwatch.GetElapsedTime(started) < most)
        {
            int open = await Open() ?? int.MaxValue;
            if (open == 0) return;
            if (open < last) (started, last) = (Stopwatch.GetTimestamp(), open);
            await Task.Delay(300);
        }
    }

    /// <summary>Waits while more work is open than these processes can do soon.</summary>
    public async Task HasRoom()
    {
        for (int i = 0; i < 100 && await Open() > Enough; i++) await Task.Delay(200);
    }

    private Task<int?> Open() => Ask<int?>(connection => connection.ExecuteScalarAsync<int?>("select count(*)::int from work where state in ('waiting', 'running')"), null);

    private async Task<IReadOnlyList<LostStart>> LoseWorker(string how)
    {
        IEnumerable<(Guid Id, int Attempt)> running = await Ask<IEnumerable<(Guid, int)>>(c => c.QueryAsync<(Guid, int)>("select id, attempt from work where state = 'running' and lost = 0"), []);
        DateTime now = DateTime.UtcNow;
        await End(_worker);
        LostStart[] lost = [.. running.Select(r => new LostStart(r.Id, r.Attempt, now, how))];
        Lost.AddRange(lost);
        return lost;
    }

    private async Task UntilItWorks()
    {
        for (int i = 0; i < 1500 && await Ask(c => c.ExecuteScalarAsync<int>("select count(*)::int from work where state = 'running' and lost = 0"), 0) == 0; i++) await Task.Delay(20);
    }

    private async Task TakenOver(IReadOnlyList<LostStart> lost)
    {
        var left = lost.Select(l => l.Id).ToList();
        for (int i = 0; i < 600 && left.Count > 0; i++)
        {
            await Task.Delay(50);
            left = await Ask(async c => (await c.QueryAsync<Guid>("select id from work where id = any(@left) and state = 'running' and not exists (select from fault_start s where s.id = work.id and s.attempt > 1)", new { left })).ToList(), left);
        }
    }

    // The web and the worker start the database again; meanwhile the answer is the other one.
    private async Task<T> Ask<T>(Func<NpgsqlConnection, Task<T>> ask, T away)
    {
        try
        {
            await using NpgsqlConnection connection = await Database.Open(CancellationToken.None);
            return await ask(connection);
        }
        catch (Exception e) when (DatabaseAway.Is(e))
        {
            return away;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await End(_web);
        await End(_worker);
        _cluster.Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task End(Process process)
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>The server alone, not the processes it started: that is how the kernel ends one.</summary>
    private async Task EndServer()
    {
        string file = Path.Combine(_folder, "files", "postmaster.pid");
        if (!File.Exists(file) || !int.TryParse(File.ReadLines(file).FirstOrDefault(), CultureInfo.InvariantCulture, out int id)) return;
        try
        {
            using Process server = Process.GetProcessById(id);
            server.Kill();
            await server.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // It was not running: the last kill is not over.
        }
    }

    private void StartWeb() => _web = Run("serve", "--no-worker", "--url", Address.ToString());

    private void StartWorker() => _worker = Run("worker");

    private Process Run(params ReadOnlySpan<string> arguments)
    {
        string program = Environment.GetEnvironmentVariable("MINGZHANG_WEB") is { Length: > 0 } told ? told : Path.Combine(AppContext.BaseDirectory, "mingzhang-web.dll");
        // What they say goes to a file of the machine's own; nobody reads a pipe of theirs.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "log=$1; shift; exec dotnet \"$@\" >>\"$log\" 2>&1", "sh", Path.Combine(_folder, arguments[0] + ".log"), program, .. arguments, "--data", _folder]) { UseShellExecute = false };
        // A test beside this one sets it for the web of its own.
        start.Environment.Remove("MINGZHANG_PROGRAM");
        return Process.Start(start)!;
    }
}

/// <summary>Work whose worker was killed while it did it for the first time.</summary>
/// <param name="Id">Which.</param>
/// <param name="Attempt">The start that was lost.</param>
/// <param name="At">When.</param>
/// <param name="How">What was to take it over.</param>
internal sealed record LostStart(Guid Id, int Attempt, DateTime At, string How);
