using System.Diagnostics;
using Mingzhang.Store;
using Mingzhang.Store.Publications;

namespace Mingzhang.Web.Caching;

/// <summary>
/// Knows the last publication of any process and drops the pages that it makes wrong, before anybody is shown them: an answer of the database counts for an interval from when
/// it was asked for. Whoever acknowledges a publication waits for so long (<see cref="PublicationReader.Freshness"/>), so that nobody who was told of it is shown what was before.
/// </summary>
/// <param name="reader">What is published.</param>
/// <param name="cache">The pages.</param>
/// <param name="interval">How long an answer counts.</param>
internal sealed class PublishedRevision(PublicationReader reader, PageCache cache, TimeSpan interval)
{
    /// <summary>How long a page that is kept waits for a database that says nothing at all.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private volatile Answer? _last;
    private volatile bool _isAway;
    private Task? _asking;

    /// <summary>The moment that it is now. While the database does not answer it is the last that was known: what was published stays readable.</summary>
    public async ValueTask<PublishedMoment> Now(CancellationToken cancel)
    {
        long since = Stopwatch.GetTimestamp() - (long)(interval.TotalSeconds * Stopwatch.Frequency);
        while (true)
        {
            Answer? last = _last;
            if (last?.AskedAt >= since) return last.Moment;
            // One question for all who wait. What was asked too long ago is asked again.
            Task asking = Asking();
            if (last is not null && _isAway) return last.Moment;
            try
            {
                await asking.WaitAsync(last is null ? Timeout.InfiniteTimeSpan : Patience, cancel);
            }
            catch (TimeoutException) when (last is not null)
            {
                _isAway = true;
            }
        }
    }

    private Task Asking()
    {
        lock (_lock)
        {
            if (_asking is null or { IsCompleted: true }) _asking = Ask();
            return _asking;
        }
    }

    private async Task Ask()
    {
        long asked = Stopwatch.GetTimestamp();
        Answer? last = _last;
        try
        {
            PublishedChange change = await reader.Since(last?.Moment.Revision ?? 0);
            if (change.Now != last?.Moment) cache.Advance(change);
            _last = new Answer(change.Now, asked);
            _isAway = false;
        }
        catch (Exception e) when (last is not null && DatabaseAway.Is(e))
        {
            _isAway = true;
            _last = last with { AskedAt = asked };
        }
    }

    private sealed record Answer(PublishedMoment Moment, long AskedAt);
}
