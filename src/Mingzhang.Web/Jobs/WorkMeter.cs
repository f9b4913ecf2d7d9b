using System.Diagnostics.Metrics;

namespace Mingzhang.Web.Jobs;

/// <summary>Counts work.</summary>
internal sealed class WorkMeter : IDisposable
{
    /// <summary>The name of the product's meter.</summary>
    public const string Name = "mingzhang";

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _ended;
    private readonly Histogram<double> _took;

    public WorkMeter()
    {
        _ended = _meter.CreateCounter<long>("mingzhang.work.ended", description: "pieces of work that ended, by kind and outcome");
        _took = _meter.CreateHistogram<double>("mingzhang.work.duration", "s", "how long work took, by kind");
    }

    public void Ended(string kind, string outcome, TimeSpan took)
    {
        _ended.Add(1, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("outcome", outcome));
        _took.Record(took.TotalSeconds, new KeyValuePair<string, object?>("kind", kind));
    }

    public void Dispose() => _meter.Dispose();
}
