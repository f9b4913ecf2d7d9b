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
public sealed class WorkLedger(Database database)
{
    /// <summary>How many starts may end without a word before the work is given up.</summary>
    public const int MostLost = 3;

    private const string Columns = "id, kind, state as stage, attempt, done, total, said_zh as zh, said_en as en";

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
    /// <returns>The ticket; null where there is nothing to do any more, or where it was lost too often and has failed now.</returns>
    public async Task<WorkTicket?> Claim(Guid id, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        // Who ends in an orderly way leaves "waiting" behind; "running" is what a killed worker leaves.
        (int Attempt, int Lost, string Kind)? claimed = await connection.QuerySingleOrDefaultAsync<(int, int, string)?>(
            """
            update work set state = 'running', attempt = attempt + 1, lost = lost + (state = 'running')::int, done = 0, said_zh = '', said_en = '', changed = now()
            where id = @id and state in ('waiting', 'running') returning attempt, lost, kind
            """,
            new { id });
        if (claimed is not var (attempt, lost, kind)) return null;
        var ticket = new WorkTicket(id, kind, attempt, this);
        if (lost < MostLost) return ticket;
        await Fail(ticket, GivenUp, null, cancel);
        return null;
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
    /// <param name="counts">Whether this start counts as lost.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task GiveBack(WorkTicket ticket, bool counts, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        await connection.ExecuteAsync(
            "update work set state = case when lost + @more < @MostLost then 'waiting' else 'failed' end, lost = lost + @more, said_zh = @Zh, said_en = @En, changed = now() where id = @Id and attempt = @Attempt and state = 'running'",
            new { ticket.Id, ticket.Attempt, more = counts ? 1 : 0, MostLost, Zh = counts ? GivenUp.Zh : "", En = counts ? GivenUp.En : "" });
    }

    /// <summary>Work that is open and that no job of the scheduler stands for: its process died before it could ask for one, or the job ended without finishing it.</summary>
    /// <param name="scheduler">The name of the scheduler.</param>
    /// <param name="age">Only what nothing was heard of for so long.</param>
    /// <param name="cancel">Ends the search.</param>
    public async Task<IReadOnlyList<(Guid Id, int Priority)>> Forgotten(string scheduler, TimeSpan age, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        IEnumerable<(Guid, int)> found = await connection.QueryAsync<(Guid, int)>(
            """
            select id, priority from work
            where state in ('waiting', 'running') and changed < now() - @age
              and not exists (select from job_job_details where sched_name = @scheduler and job_name = work.id::text)
            order by made limit 200
            """,
            new { scheduler, age });
        return [.. found];
    }

    /// <summary>Drops the rows of work that ended long ago.</summary>
    public async Task Tidy(TimeSpan age, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        await connection.ExecuteAsync("delete from work where state in ('done', 'failed') and changed < now() - @age", new { age });
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

    private static Text GivenUp { get; } = new(
        string.Create(CultureInfo.InvariantCulture, $"处理时程序 {MostLost} 次意外中断，不再重试。文件可能过大或已损坏。"),
        string.Create(CultureInfo.InvariantCulture, $"The program broke off {MostLost} times while working on it and will not try again. The document may be too large or damaged."));

    private sealed record Row(Guid Id, string Kind, string Stage, int Attempt, int Done, int Total, string Zh, string En)
    {
        public WorkState State => new(Id, Kind, Enum.Parse<WorkStage>(Stage, ignoreCase: true), Attempt, Done, Total, new Text(Zh, En));
    }
}
