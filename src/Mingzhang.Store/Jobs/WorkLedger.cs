using System.Globalization;
using Dapper;
using Mingzhang.Core.Findings;
using Npgsql;

namespace Mingzhang.Store.Jobs;

/// <summary>
/// The table <c>work</c>: what is to be done, and how far it is. A row is written in the same transaction as what the work is about, so that neither is there without the
/// other; it is done in the same transaction that keeps its result.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="patience">How often it is started again; null for the usual.</param>
public sealed class WorkLedger(Database database, WorkPatience? patience = null)
{
    private const string Columns = "id, kind, state as stage, attempt, done, total, said_zh as zh, said_en as en, given_up as isgivenup";

    private static readonly Text Interrupted = new("处理被中断，将自动重新开始", "It was interrupted and starts again by itself");

    private readonly WorkPatience _patience = patience ?? new WorkPatience();

    /// <summary>Asks for work, in the caller's transaction.</summary>
    /// <param name="transaction">The transaction that also keeps what the work is about.</param>
    /// <param name="id">Its id; the area's own row may have the same.</param>
    /// <param name="kind">Which handler does it.</param>
    /// <param name="priority">Higher goes first; 5 is usual.</param>
    public static Task Ask(NpgsqlTransaction transaction, Guid id, string kind, int priority = 5) =>
        transaction.Connection!.ExecuteAsync("insert into work (id, kind, priority) values (@id, @kind, @priority)", new { id, kind, priority }, transaction);

    /// <summary>Takes work back with all it said, in the caller's transaction; whoever does it now cannot keep a result any more.</summary>
    public static Task Forget(NpgsqlTransaction transaction, Guid id) => transaction.Connection!.ExecuteAsync("delete from work where id = @id", new { id }, transaction);

    /// <summary>How far it is; null where there is no such work.</summary>
    public async Task<WorkState?> Find(Guid id, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        Row? row = await connection.QuerySingleOrDefaultAsync<Row>($"select {Columns} from work where id = @id", new { id });
        return row?.State;
    }

    /// <summary>Starts it: nobody who started it before can keep a result from now on.</summary>
    /// <returns>The ticket; null where there is nothing to do any more, or not yet, or where it was lost too often and is given up now.</returns>
    public async Task<WorkTicket?> Claim(Guid id, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancel);
        OpenRow? open = await connection.QuerySingleOrDefaultAsync<OpenRow>(
            "select kind, state = 'running' as isrunning, attempt, lost, due <= now() as isdue from work where id = @id and state in ('waiting', 'running') for update", new { id }, transaction);
        if (open is null) return null;
        // Who ends in an orderly way leaves "waiting" behind; "running" is what a killed worker leaves.
        int lost = open.Lost + (open.IsRunning ? 1 : 0);
        bool starts = open.IsRunning ? lost < _patience.MostLost && _patience.PauseAfter(lost) == TimeSpan.Zero : open.IsDue;
        if (starts) await connection.ExecuteAsync("update work set state = 'running', attempt = attempt + 1, lost = @lost, done = 0, said_zh = '', said_en = '', changed = now() where id = @id", new { id, lost }, transaction);
        else if (open.IsRunning) await Stop(transaction, id, "lost", lost, _patience.MostLost);
        await transaction.CommitAsync(cancel);
        return starts ? new WorkTicket(id, open.Kind, open.Attempt + 1, this) : null;
    }

    /// <summary>Keeps the result and marks the work done, in one transaction.</summary>
    /// <param name="ticket">What <see cref="Claim"/> gave.</param>
    /// <param name="said">How it ended; may be empty.</param>
    /// <param name="keep">Writes the result in the transaction.</param>
    /// <param name="cancel">Ends it before anything is kept.</param>
    /// <returns>Whether the result was kept: false where the work was started again, taken back or done meanwhile.</returns>
    public Task<bool> Finish(WorkTicket ticket, Text said, Func<NpgsqlTransaction, Task>? keep, CancellationToken cancel = default) => End(ticket, "done", said, keep, cancel);

    /// <summary>Marks the work failed; <paramref name="keep"/> may note it elsewhere in the same transaction.</summary>
    /// <returns>Whether it was marked.</returns>
    public Task<bool> Fail(WorkTicket ticket, Text said, Func<NpgsqlTransaction, Task>? keep, CancellationToken cancel = default) => End(ticket, "failed", said, keep, cancel);

    /// <summary>Gives it back in good order: somebody will start it again.</summary>
    /// <param name="ticket">What <see cref="Claim"/> gave.</param>
    /// <param name="broken">Whether a mistake of the program ended this start: after some of these the work is given up.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task GiveBack(WorkTicket ticket, bool broken, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancel);
        int? before = await connection.QuerySingleOrDefaultAsync<int?>("select broken from work where id = @Id and attempt = @Attempt and state = 'running' for update", new { ticket.Id, ticket.Attempt }, transaction);
        if (before is not { } times) return;
        if (broken) await Stop(transaction, ticket.Id, "broken", times + 1, _patience.MostBroken);
        else await connection.ExecuteAsync("update work set state = 'waiting', said_zh = '', said_en = '', changed = now() where id = @Id", new { ticket.Id }, transaction);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Asks once more for work that was given up.</summary>
    /// <returns>Whether it was given up, and now waits.</returns>
    public async Task<bool> AskAgain(Guid id, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return await connection.ExecuteAsync(
            "update work set state = 'waiting', lost = 0, broken = 0, given_up = false, due = now(), said_zh = '', said_en = '', changed = now() where id = @id and state = 'failed' and given_up", new { id }) > 0;
    }

    /// <summary>Work that is due and that no job of the scheduler stands for: its process died before it could ask for one, or the job ended without finishing it.</summary>
    /// <param name="scheduler">The name of the scheduler.</param>
    /// <param name="age">Only what nothing was heard of for so long.</param>
    /// <param name="cancel">Ends the search.</param>
    public async Task<IReadOnlyList<(Guid Id, int Priority)>> Forgotten(string scheduler, TimeSpan age, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        IEnumerable<(Guid, int)> found = await connection.QueryAsync<(Guid, int)>(
            """
            select id, priority from work
            where state in ('waiting', 'running') and changed < now() - @age and due <= now()
              and not exists (select from job_job_details where sched_name = @scheduler and job_name = work.id::text)
            order by made limit 200
            """,
            new { scheduler, age });
        return [.. found];
    }

    /// <summary>Drops the rows of work that ended long ago; what was given up may still be asked for again.</summary>
    public async Task Tidy(TimeSpan age, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        await connection.ExecuteAsync("delete from work where state in ('done', 'failed') and not given_up and changed < now() - @age", new { age });
    }

    /// <summary>How many wait and how many run.</summary>
    public async Task<(int Waiting, int Running)> Count(CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return await connection.QuerySingleAsync<(int, int)>(
            "select count(*) filter (where state = 'waiting')::int, count(*) filter (where state = 'running')::int from work where state in ('waiting', 'running')");
    }

    internal async Task Report(WorkTicket ticket, int done, int total, Text said, CancellationToken cancel)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        await connection.ExecuteAsync(
            "update work set done = @done, total = @total, said_zh = @Zh, said_en = @En, changed = now() where id = @Id and attempt = @Attempt and state = 'running'",
            new { ticket.Id, ticket.Attempt, done, total, said.Zh, said.En });
    }

    private async Task<bool> End(WorkTicket ticket, string state, Text said, Func<NpgsqlTransaction, Task>? keep, CancellationToken cancel)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancel);
        // The row stays locked to the end of the transaction: nobody can start the work again between this line and the commit.
        int changed = await connection.ExecuteAsync(
            "update work set state = @state, done = case when @state = 'done' then total else done end, said_zh = @Zh, said_en = @En, changed = now() where id = @Id and attempt = @Attempt and state = 'running'",
            new { ticket.Id, ticket.Attempt, state, said.Zh, said.En },
            transaction);
        if (changed == 0) return false;
        if (keep is not null) await keep(transaction);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>A start came to nothing: it waits for the next, or is given up.</summary>
    private Task<int> Stop(NpgsqlTransaction transaction, Guid id, string counter, int times, int most)
    {
        bool over = times >= most;
        Text said = over ? GivenUp(times) : Interrupted;
        return transaction.Connection!.ExecuteAsync(
            $"update work set state = case when @over then 'failed' else 'waiting' end, {counter} = @times, given_up = @over, due = now() + @pause, said_zh = @Zh, said_en = @En, changed = now() where id = @id",
            new { id, times, over, pause = _patience.PauseAfter(times), said.Zh, said.En },
            transaction);
    }

    private static Text GivenUp(int times) => new(
        string.Create(CultureInfo.InvariantCulture, $"处理时程序意外中断了 {times} 次，不再自动重试。提交的内容仍然完整保存，可以重新开始。"),
        string.Create(CultureInfo.InvariantCulture, $"The program broke off {times} times while working on it and does not try again by itself. What was given is still kept whole, and it can be started again."));

    private sealed record OpenRow(string Kind, bool IsRunning, int Attempt, int Lost, bool IsDue);

    private sealed record Row(Guid Id, string Kind, string Stage, int Attempt, int Done, int Total, string Zh, string En, bool IsGivenUp)
    {
        public WorkState State => new(Id, Kind, Enum.Parse<WorkStage>(Stage, ignoreCase: true), Attempt, Done, Total, new Text(Zh, En), IsGivenUp);
    }
}
