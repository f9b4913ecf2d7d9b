using System.Threading.RateLimiting;

namespace Mingzhang.Web.Examinations;

/// <summary>How often a visit and an address may upload.</summary>
internal sealed class UploadRate : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<HttpContext> _limiter;

    public UploadRate(ExaminationLimits limits) => _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(context => Window(Visitor.Of(context) is { } visitor ? Convert.ToHexString(visitor.Digest) : "", limits.VisitUploads)),
        PartitionedRateLimiter.Create<HttpContext, string>(context => Window(context.Connection.RemoteIpAddress?.ToString() ?? "", limits.AddressUploads)));

    /// <summary>Whether one more upload is allowed now.</summary>
    public bool Allows(HttpContext context)
    {
        using RateLimitLease lease = _limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    private static RateLimitPartition<string> Window(string key, int most) =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = most, Window = Hour, SegmentsPerWindow = 12 });
}
