using System.Collections.Frozen;
using System.Diagnostics;
using Mingzhang.Core.Findings;
using Mingzhang.Store;
using Mingzhang.Store.Jobs;
using Npgsql;

namespace Mingzhang.Web.Jobs;

/// <summary>Does a piece of work once: claims it, hands it to its handler, keeps the result. A database that goes away meanwhile is waited for.</summary>
internal sealed partial class WorkRunner(WorkLedger ledger, IEnumerable<IWorkHandler> handlers, IHostApplicationLifetime life, WorkMeter meter, ILogger<WorkRunner> log)
{
    // Where a question takes too long so often, it always will.
    private const int MostSlow = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly FrozenDictionary<string, IWorkHandler> _handlers = handlers.ToFrozenDictionary(h => h.Kind, StringComparer.Ordinal);

    /// <summary>Does it, if it is still to be done.</summary>
    public async Task Run(Guid id, CancellationToken asked)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(asked, life.ApplicationStopping);
        CancellationToken cancel = both.Token;
        try
        {
            while (await Insist(() => ledger.Claim(id, cancel), cancel) is { } ticket && !await Attempt(ticket, cancel))
                await Task.Delay(Pause, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The process ends; the row says that it waits, and another process takes it.
        }
    }

    /// <summary>One start of it; false where it is to be started again.</summary>
    private async Task<bool> Attempt(WorkTicket ticket, CancellationToken cancel)
    {
        long started = Stopwatch.GetTimestamp();
        try
        {
            WorkResult result = _handlers.TryGetValue(ticket.Kind, out IWorkHandler? handler)
                ? await handler.Run(ticket, cancel)
                : WorkResult.Failed(new Text($"本版程序不认识这种任务：{ticket.Kind}", $"this program does not know this kind of work: {ticket.Kind}"));
            // The result is there: it is kept even where the process is asked to end now, unless the database is away.
            bool kept = await Insist(() => result.IsGood ? ledger.Finish(ticket, result.Said, result.Keep) : ledger.Fail(ticket, result.Said, result.Keep), cancel);
            TimeSpan took = Stopwatch.GetElapsedTime(started);
            meter.Ended(ticket.Kind, kept ? result.IsGood ? "done" : "failed" : "superseded", took);
            Ended(ticket.Kind, ticket.Id, ticket.Attempt, kept ? result.IsGood ? "done" : "failed" : "superseded", (long)took.TotalMilliseconds);
            return true;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await TryGiveBack(ticket);
            throw;
        }
        catch (Exception e) when (IsAway(e))
        {
            Away(ticket.Kind, ticket.Id, e.GetType().Name);
            await Insist(() => GiveBack(ticket, broken: false), cancel);
            return false;
        }
        catch (Exception e)
        {
            // The handler's own fault: once more or twice, then it is given up. The message may quote a document and is not logged.
            meter.Ended(ticket.Kind, "broken", Stopwatch.GetElapsedTime(started));
            Broken(ticket.Kind, ticket.Id, ticket.Attempt, e.GetType().FullName ?? "", e.StackTrace ?? "");
            await Insist(() => GiveBack(ticket, broken: true), cancel);
            return false;
        }
    }

    private async Task<bool> GiveBack(WorkTicket ticket, bool broken)
    {
        await ledger.GiveBack(ticket, broken);
        return true;
    }

    private async Task TryGiveBack(WorkTicket ticket)
    {
        try
        {
            await ledger.GiveBack(ticket, broken: false);
        }
        catch (Exception e) when (DatabaseAway.Is(e))
        {
            // It stays marked as running and is found by the sweep of another process.
        }
    }

    /// <summary>Does it as soon as there is a database; what only takes too long, a few times.</summary>
    private static async Task<T> Insist<T>(Func<Task<T>> act, CancellationToken cancel)
    {
        for (int slow = 0; ;)
        {
            try
            {
                return await act();
            }
            catch (Exception e) when (IsAway(e) || (DatabaseAway.IsSlow(e) && ++slow < MostSlow))
            {
                await Task.Delay(Pause, cancel);
            }
        }
    }

    private static bool IsAway(Exception e) => DatabaseAway.Is(e) && !DatabaseAway.IsSlow(e);

    [LoggerMessage(Level = LogLevel.Information, Message = "work {Kind} {Id} attempt {Attempt} {Outcome} in {Milliseconds} ms")]
    private partial void Ended(string kind, Guid id, int attempt, string outcome, long milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "work {Kind} {Id}: the database went away ({Exception})")]
    private partial void Away(string kind, Guid id, string exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "work {Kind} {Id} attempt {Attempt} broke: {Exception} {Stack}")]
    private partial void Broken(string kind, Guid id, int attempt, string exception, string stack);
}
