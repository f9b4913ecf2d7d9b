using System.Diagnostics;
using Mingzhang.Core.Findings;

namespace Mingzhang.Store.Jobs;

/// <summary>The right to do a piece of work, until somebody else starts it.</summary>
/// <param name="Id">Which work.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="Attempt">Which start of it this is, from 1: a result is kept only with the newest.</param>
/// <param name="Ledger">Where progress is noted.</param>
public sealed record WorkTicket(Guid Id, string Kind, int Attempt, WorkLedger Ledger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private long _reported;

    /// <summary>Says how far it is; may be called as often as one likes.</summary>
    /// <param name="done">Steps done.</param>
    /// <param name="total">Steps in all; 0 where that is not known.</param>
    /// <param name="said">What it does now.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task Report(int done, int total, Text said, CancellationToken cancel = default)
    {
        long now = Stopwatch.GetTimestamp();
        if (_reported != 0 && Stopwatch.GetElapsedTime(_reported, now) < Pause) return;
        _reported = now;
        await Ledger.Report(this, done, total, said, cancel);
    }
}
