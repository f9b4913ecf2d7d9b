using Quartz;
using Quartz.Spi;

namespace Mingzhang.Web.Jobs;

/// <summary>A job of the scheduler stands for one row of <c>work</c>, whose id is its name.</summary>
/// <param name="runner">Does the work.</param>
internal sealed class WorkJob(WorkRunner runner) : IJob
{
    public const string Group = "work";

    public Task Execute(IJobExecutionContext context) =>
        Guid.TryParse(context.JobDetail.Key.Name, out Guid id) ? runner.Run(id, context.CancellationToken) : Task.CompletedTask;

    /// <summary>The job that stands for a piece of work. Where its process dies, another process takes it over.</summary>
    public static (IJobDetail Job, ITrigger Trigger) Of(Guid id, int priority)
    {
        IJobDetail job = JobBuilder.Create<WorkJob>().WithIdentity(id.ToString(), Group).RequestRecovery().Build();
        ITrigger trigger = TriggerBuilder.Create().WithIdentity(id.ToString(), Group).WithPriority(priority).StartNow().Build();
        return (job, trigger);
    }
}

/// <summary>Makes the scheduler's jobs.</summary>
/// <param name="runner">Does their work.</param>
internal sealed class WorkJobs(WorkRunner runner) : IJobFactory
{
    public IJob NewJob(TriggerFiredBundle bundle, IScheduler scheduler) => new WorkJob(runner);

    public void ReturnJob(IJob job)
    {
        // Nothing to give back.
    }
}
