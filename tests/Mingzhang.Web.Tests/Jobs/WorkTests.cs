using Dapper;
using Mingzhang.Core.Findings;
using Mingzhang.Store;
using Mingzhang.Store.Jobs;
using Mingzhang.Web.Jobs;
using Npgsql;

namespace Mingzhang.Tests.Web.Jobs;

[Collection(SharedWeb.Name)]
public sealed class WorkTests(RunningWeb web)
{
    private static readonly Text Nothing = new("", "");

    [StoreFact]
    public async Task Work_that_is_asked_for_is_done_once_and_says_so()
    {
        await using FreshDatabase fresh = await Make();
        await using TestWorker worker = await TestWorker.Start(fresh.Database, true, TestHandler.Noting("note", t => t.Report(1, 2, new Text("读取", "reading"))));
        Guid id = await TestWorker.Ask(fresh.Database, "note");
        await worker.Queue.Wake(id);
        await worker.Queue.Wake(id);
        WorkState state = await worker.End(id);
        Assert.Equal((WorkStage.Done, 1, 2, 2, "well"), (state.Stage, state.Attempt, state.Done, state.Total, state.Said.En));
        Assert.Equal([(id, 1)], await Noted(fresh.Database));
    }

    [StoreFact]
    public async Task Work_whose_process_died_before_it_told_anybody_is_found()
    {
        await using FreshDatabase fresh = await Make();
        Guid id = await TestWorker.Ask(fresh.Database, "note");
        await using TestWorker worker = await TestWorker.Start(fresh.Database, true, TestHandler.Noting("note"));
        Assert.Equal(WorkStage.Done, (await worker.End(id)).Stage);
    }

    [StoreFact]
    public async Task A_web_without_a_worker_leaves_the_work_to_a_worker()
    {
        await using FreshDatabase fresh = await Make();
        await using TestWorker asking = await TestWorker.Start(fresh.Database, false, TestHandler.Noting("note"));
        Guid id = await TestWorker.Ask(fresh.Database, "note");
        await asking.Queue.Wake(id);
        await using TestWorker working = await TestWorker.Start(fresh.Database, true, TestHandler.Noting("note"));
        Assert.Equal(WorkStage.Done, (await working.End(id)).Stage);
    }

    [StoreFact]
    public async Task A_start_that_was_believed_dead_keeps_nothing()
    {
        await using FreshDatabase fresh = await Make();
        var ledger = new WorkLedger(fresh.Database);
        Guid id = await TestWorker.Ask(fresh.Database, "note");
        WorkTicket? first = await ledger.Claim(id), second = await ledger.Claim(id);
        Assert.Equal((1, 2), (first!.Attempt, second!.Attempt));
        bool wrote = false;
        Assert.False(await ledger.Finish(first, Nothing, _ =>
        {
            wrote = true;
            return Task.CompletedTask;
        }));
        Assert.False(wrote);
        Assert.True(await ledger.Finish(second, Nothing, null));
        Assert.False(await ledger.Finish(second, Nothing, null));
        Assert.Null(await ledger.Claim(id));
    }

    [StoreFact]
    public async Task A_result_that_cannot_be_kept_leaves_the_work_open()
    {
        await using FreshDatabase fresh = await Make();
        var ledger = new WorkLedger(fresh.Database);
        WorkTicket? ticket = await ledger.Claim(await TestWorker.Ask(fresh.Database, "note"));
        await Assert.ThrowsAsync<PostgresException>(() => ledger.Finish(ticket!, Nothing, t => t.Connection!.ExecuteAsync("insert into nowhere values (1)", transaction: t)));
        Assert.Equal(WorkStage.Running, (await ledger.Find(ticket!.Id))!.Stage);
    }

    [StoreFact]
    public async Task Work_whose_workers_are_lost_waits_longer_each_time_is_given_up_at_last_and_may_be_asked_for_again()
    {
        await using FreshDatabase fresh = await Make();
        var ledger = new WorkLedger(fresh.Database, new WorkPatience { MostLost = 3, FirstPause = TimeSpan.FromMinutes(1), LongestPause = TimeSpan.FromMinutes(1) });
        Guid id = await TestWorker.Ask(fresh.Database, "note");
        Assert.Equal(1, (await ledger.Claim(id))!.Attempt);
        Assert.Equal(2, (await ledger.Claim(id))!.Attempt);
        // The second loss: it waits, and nobody is told of it meanwhile.
        Assert.Null(await ledger.Claim(id));
        Assert.Null(await ledger.Claim(id));
        Assert.Equal(WorkStage.Waiting, (await ledger.Find(id))!.Stage);
        Assert.Empty(await ledger.Forgotten("nobody", TimeSpan.Zero));
        await Due();
        Assert.Equal(id, (await ledger.Forgotten("nobody", TimeSpan.Zero)).Single().Id);
        Assert.Equal(3, (await ledger.Claim(id))!.Attempt);
        Assert.Null(await ledger.Claim(id));
        WorkState state = (await ledger.Find(id))!;
        Assert.Equal((WorkStage.Failed, true), (state.Stage, state.IsGivenUp));
        Assert.Contains("3 次", state.Said.Zh, StringComparison.Ordinal);

        Assert.True(await ledger.AskAgain(id));
        Assert.False(await ledger.AskAgain(id));
        WorkTicket again = (await ledger.Claim(id))!;
        Assert.True(await ledger.Finish(again, Nothing, null));
        Assert.False(await ledger.AskAgain(id));

        async Task Due()
        {
            await using NpgsqlConnection connection = await fresh.Database.Open(CancellationToken.None);
            await connection.ExecuteAsync("update work set due = now()");
        }
    }

    [Fact]
    public void Pauses_double_up_to_the_longest()
    {
        var patience = new WorkPatience();
        Assert.Equal([0, 0, 1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(0, 10).Select(n => patience.PauseAfter(n).TotalSeconds));
        Assert.Equal(60, patience.PauseAfter(int.MaxValue).TotalSeconds);
    }

    [StoreFact]
    public async Task A_handler_that_throws_is_tried_again_and_then_given_up()
    {
        await using FreshDatabase fresh = await Make();
        int starts = 0;
        await using TestWorker worker = await TestWorker.Start(fresh.Database, true, new TestHandler("odd", (_, _) =>
        {
            starts++;
            throw new InvalidOperationException("a mistake");
        }));
        Guid id = await TestWorker.Ask(fresh.Database, "odd");
        await worker.Queue.Wake(id);
        WorkState state = await worker.End(id);
        Assert.Equal((WorkStage.Failed, true), (state.Stage, state.IsGivenUp));
        Assert.Equal(new WorkPatience().MostBroken, starts);
    }

    [StoreFact]
    public async Task Work_that_the_end_of_a_process_interrupts_is_done_by_the_next()
    {
        await using FreshDatabase fresh = await Make();
        var begun = new TaskCompletionSource();
        Guid id = await TestWorker.Ask(fresh.Database, "note");
        await using (TestWorker first = await TestWorker.Start(fresh.Database, true, new TestHandler("note", async (_, cancel) =>
        {
            begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancel);
            return WorkResult.Done(null);
        })))
        {
            await first.Queue.Wake(id);
            await begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }

        Assert.Equal(WorkStage.Waiting, (await new WorkLedger(fresh.Database).Find(id))!.Stage);
        await using TestWorker second = await TestWorker.Start(fresh.Database, true, TestHandler.Noting("note"));
        Assert.Equal((WorkStage.Done, 2), ((await second.End(id)).Stage, (await second.End(id)).Attempt));
    }

    [StoreFact]
    public async Task Several_workers_do_each_piece_once()
    {
        await using FreshDatabase fresh = await Make();
        await using TestWorker one = await TestWorker.Start(fresh.Database, true, TestHandler.Noting("note")), two = await TestWorker.Start(fresh.Database, true, TestHandler.Noting("note"));
        var asked = new List<Guid>();
        for (int i = 0; i < 30; i++) asked.Add(await TestWorker.Ask(fresh.Database, "note"));
        await Task.WhenAll(asked.Select((id, i) => (i % 2 == 0 ? one : two).Queue.Wake(id)));
        foreach (Guid id in asked) await one.End(id);
        Assert.Equal(asked.Order(), (await Noted(fresh.Database)).Select(n => n.Id).Order());
    }

    private async Task<FreshDatabase> Make()
    {
        FreshDatabase fresh = await FreshDatabase.Make(web);
        await using NpgsqlConnection connection = await fresh.Database.Open(CancellationToken.None);
        await connection.ExecuteAsync("create table noted (id uuid not null, attempt integer not null)");
        return fresh;
    }

    private static async Task<IReadOnlyList<(Guid Id, int Attempt)>> Noted(Database database)
    {
        await using NpgsqlConnection connection = await database.Open(CancellationToken.None);
        return [.. await connection.QueryAsync<(Guid, int)>("select id, attempt from noted")];
    }
}
