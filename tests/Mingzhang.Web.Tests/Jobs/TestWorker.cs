using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Mingzhang.Core.Findings;
using Mingzhang.Store;
using Mingzhang.Store.Jobs;
using Mingzhang.Web.Jobs;
using Npgsql;

namespace Mingzhang.Tests.Web.Jobs;

/// <summary>A worker in this process, with a handler of the test's own.</summary>
internal sealed class TestWorker : IAsyncDisposable
{
    private readonly IHost _host;

    private TestWorker(Database database, IEnumerable<IWorkHandler> handlers, bool works)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        WorkServices.Add(builder.Services, database, works, cluster: null);
        foreach (IWorkHandler handler in handlers) builder.Services.AddSingleton(handler);
        _host = builder.Build();
    }

    public WorkLedger Ledger => _host.Services.GetRequiredService<WorkLedger>();

    public WorkQueue Queue => _host.Services.GetRequiredService<WorkQueue>();

    public static async Task<TestWorker> Start(Database database, bool works = true, params IWorkHandler[] handlers)
    {
        var worker = new TestWorker(database, handlers, works);
        await worker._host.StartAsync();
        return worker;
    }

    public static async Task<Guid> Ask(Database database, string kind)
    {
        var id = Guid.NewGuid();
        await using NpgsqlConnection connection = await database.Open(CancellationToken.None);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await WorkLedger.Ask(transaction, id, kind);
        await transaction.CommitAsync();
        return id;
    }

    public async Task<WorkState> End(Guid id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            WorkState state = await Ledger.Find(id, patience.Token) ?? throw new InvalidOperationException("no such work");
            if (state.IsOver) return state;
            await Task.Delay(50, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}

/// <summary>Work that a test makes up.</summary>
internal sealed class TestHandler(string kind, Func<WorkTicket, CancellationToken, Task<WorkResult>> run) : IWorkHandler
{
    public string Kind => kind;

    public Task<WorkResult> Run(WorkTicket ticket, CancellationToken cancel) => run(ticket, cancel);

    public static TestHandler Noting(string kind, Func<WorkTicket, Task>? first = null) => new(kind, async (ticket, _) =>
    {
        if (first is not null) await first(ticket);
        return WorkResult.Done(transaction => Note(transaction, ticket), new Text("好", "well"));
    });

    private static async Task Note(NpgsqlTransaction transaction, WorkTicket ticket)
    {
        await using var command = new NpgsqlCommand("insert into noted (id, attempt) values ($1, $2)", transaction.Connection, transaction) { Parameters = { new() { Value = ticket.Id }, new() { Value = ticket.Attempt } } };
        await command.ExecuteNonQueryAsync();
    }
}
