using Mingzhang.Store;
using Mingzhang.Store.Jobs;
using Mingzhang.Web.Operations;
using Quartz;
using Quartz.Impl.AdoJobStore;

namespace Mingzhang.Web.Jobs;

/// <summary>
/// Brings asked-for work to the workers. Use: in a transaction keep what the work is about and <see cref="WorkLedger.Ask"/> for it, commit, then <see cref="Wake"/>. Where the process
/// dies in between, or the database does, the sweep finds the row within seconds.
/// </summary>
internal sealed partial class WorkQueue(Database database, WorkJobs jobs, WorkLedger ledger, DatabaseWatch watch, WorkSettings settings, ILoggerFactory logging, ILogger<WorkQueue> log) : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(1), Unheard = TimeSpan.FromSeconds(1.5), TidyEvery = TimeSpan.FromHours(1), Keep = TimeSpan.FromDays(30);

    private volatile IScheduler? _scheduler;

    /// <summary>Tells the workers of work that was asked for; it starts at once where one is free. Never fails: what it cannot tell now, the sweep tells later.</summary>
    public async Task Wake(Guid id, int priority = 5)
    {
        if (_scheduler is not { } scheduler) return;
        try
        {
            (IJobDetail job, ITrigger trigger) = WorkJob.Of(id, priority);
            await scheduler.ScheduleJob(job, trigger);
        }
        catch (ObjectAlreadyExistsException)
        {
            // Told already.
        }
        catch (Exception e) when (e is JobPersistenceException or SchedulerException || DatabaseAway.Is(e))
        {
            NotTold(id, e.GetType().Name);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await watch.Ready(stoppingToken);
            IScheduler scheduler = await Begin(stoppingToken);
            DateTimeOffset tidied = DateTimeOffset.MinValue;
            // What was asked for before there was a scheduler to tell, and what other processes left.
            TimeSpan unheard = TimeSpan.Zero;
            while (!stoppingToken.IsCancellationRequested)
            {
                if (settings.Works && await Sweep(unheard, stoppingToken)) unheard = Unheard;
                if (settings.Works && DateTimeOffset.UtcNow - tidied > TidyEvery)
                {
                    tidied = DateTimeOffset.UtcNow;
                    await Tidy(stoppingToken);
                }

                await Task.Delay(SweepEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            // Handlers hear of the end by their token and give their work back.
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends.
        }
    }

    private async Task<IScheduler> Begin(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                IScheduler scheduler = await new SchedulerSettings(database, logging).GetScheduler(cancel);
                scheduler.JobFactory = jobs;
                if (settings.Works) await scheduler.Start(cancel);
                _scheduler = scheduler;
                return scheduler;
            }
            catch (Exception e) when (e is not (SchedulerConfigException or OperationCanceledException) && (e is SchedulerException || DatabaseAway.Is(e)))
            {
                // A database that is away is told by who watches it.
                if (!DatabaseAway.Is(e)) NotStarted(e.GetBaseException().GetType().Name, e.GetBaseException().Message);
                await Task.Delay(SweepEvery, cancel);
            }
        }
    }

    private async Task<bool> Sweep(TimeSpan unheard, CancellationToken cancel)
    {
        try
        {
            foreach ((Guid id, int priority) in await ledger.Forgotten(SchedulerSettings.Name, unheard, cancel)) await Wake(id, priority);
            return true;
        }
        catch (Exception e) when (DatabaseAway.Is(e) || e is OperationCanceledException)
        {
            return false;
        }
    }

    // A database that goes away just now, or has too much to do, is tidied the next time: the sweep goes before.
    private async Task Tidy(CancellationToken cancel)
    {
        try
        {
            await ledger.Tidy(Keep, cancel);
        }
        catch (Exception e) when (DatabaseAway.Is(e) || e is Npgsql.NpgsqlException or OperationCanceledException)
        {
            // Rows of ended work may stay an hour longer.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "work {Id} waits for the sweep ({Exception})")]
    private partial void NotTold(Guid id, string exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "the scheduler does not start: {Exception} {Why}")]
    private partial void NotStarted(string exception, string why);
}

/// <summary>What this process does with work.</summary>
/// <param name="Works">It does work; else it only asks for it.</param>
internal sealed record WorkSettings(bool Works);
