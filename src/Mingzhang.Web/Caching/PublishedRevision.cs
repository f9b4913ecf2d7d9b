using Mingzhang.Store.Publications;
using Npgsql;

namespace Mingzhang.Web.Caching;

/// <summary>The number that changes with every publication of any process; asked of the database now and then.</summary>
/// <param name="reader">What is published.</param>
/// <param name="interval">How long an answer counts.</param>
internal sealed class PublishedRevision(PublicationReader reader, TimeSpan interval)
{
    private long _known = -1;
    private long _askedAt = -1;
    private int _asking;

    /// <summary>The revision, not older than the interval. While the database does not answer it is the last that was known.</summary>
    public async ValueTask<long> Now(CancellationToken cancel)
    {
        long now = Environment.TickCount64;
        if (interval > TimeSpan.Zero)
        {
            if (Volatile.Read(ref _askedAt) is var asked && asked >= 0 && now - asked < interval.TotalMilliseconds) return Volatile.Read(ref _known);
            // One asks; the others go on with what is known, if anything is.
            if (Volatile.Read(ref _known) >= 0 && Interlocked.Exchange(ref _asking, 1) == 1) return Volatile.Read(ref _known);
        }

        try
        {
            Volatile.Write(ref _known, await reader.Revision(cancel));
        }
        catch (NpgsqlException) when (Volatile.Read(ref _known) >= 0)
        {
            // What was published stays readable while the database is away.
        }
        finally
        {
            Volatile.Write(ref _askedAt, now);
            Volatile.Write(ref _asking, 0);
        }

        return Volatile.Read(ref _known);
    }
}
