using Mingzhang.Store;
using Mingzhang.Store.Examinations;
using Npgsql;

namespace Mingzhang.Web.Examinations;

/// <summary>Deletes what visitors left when their visits expire, and what killed processes left in temporary files.</summary>
internal sealed partial class ExaminationSweep(ExaminationRecords records, UploadCounts uploads, ExaminationLimits limits, ILogger<ExaminationSweep> log) : BackgroundService
{
    private const int LongAgo = 4;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await Sweep(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends.
        }
    }

    private async Task Sweep(CancellationToken cancel)
    {
        try
        {
            TemporaryFiles.Sweep(limits.CheckTime * LongAgo);
            await uploads.Sweep(cancel);
            if (await records.Sweep(cancel) is > 0 and var visits) Swept(visits);
        }
        catch (Exception e) when (DatabaseAway.Is(e) || e is NpgsqlException or IOException)
        {
            // The next time.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Visits} visits expired and are deleted")]
    private partial void Swept(int visits);
}
