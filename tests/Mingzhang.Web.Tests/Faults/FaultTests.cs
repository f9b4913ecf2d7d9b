using System.Globalization;
using Xunit.Abstractions;

namespace Mingzhang.Tests.Web.Faults;

/// <summary>Web, worker and PostgreSQL are killed at random moments while documents are given and published. <c>./bench --faults N</c> runs it with N kills.</summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    private const int Few = 5, Every = 10;

    // Where the bench reads how far it is and how it ended.
    private static readonly string? Told = Environment.GetEnvironmentVariable("MINGZHANG_FAULTS_REPORT");

    [StoreFact]
    public async Task Whatever_is_killed_nothing_acknowledged_is_lost_nothing_is_half_done_and_each_result_is_kept_once()
    {
        int kills = int.TryParse(Environment.GetEnvironmentVariable("MINGZHANG_FAULTS"), CultureInfo.InvariantCulture, out int told) ? told : Few;
        int seed = int.TryParse(Environment.GetEnvironmentVariable("MINGZHANG_SEED"), CultureInfo.InvariantCulture, out int set) ? set : Environment.TickCount;
        Tell($"seed {seed}");
        await using FaultyMachine machine = await FaultyMachine.Start(new Random(seed));
        await using var work = new FaultyWork(machine);
        await machine.Break(kills, done =>
        {
            if (done % Every == 0) Tell($"{done} of {kills} kills");
        });
        await machine.KillInPeace(kills > Few ? 5 : 1);
        await work.Stop();
        await machine.Rest(TimeSpan.FromMinutes(3));
        FaultReport report = await FaultReport.Of(machine, work);
        Tell(report.ToString());
        Assert.Empty(report.Wrong);
        Assert.False(work.Uploads.IsEmpty || work.Publications.IsEmpty, "nothing was acknowledged");
    }

    private void Tell(string said)
    {
        output.WriteLine(said);
        if (Told is not null) File.AppendAllText(Told, said + "\n");
    }
}
