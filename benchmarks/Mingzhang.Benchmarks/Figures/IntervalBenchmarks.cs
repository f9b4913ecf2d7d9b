using BenchmarkDotNet.Attributes;
using Mingzhang.Core.Figures;

namespace Mingzhang.Benchmarks.Figures;

/// <summary>A total of 26 classes by intervals; the sum of the printed values is the lower bound.</summary>
public class IntervalBenchmarks
{
    private readonly Printed[] _terms = [.. Enumerable.Range(1, 26).Select(i => new Printed(i * 37.13m, 2))];
    private readonly Printed _total = new(351 * 37.13m, 2);

    [Benchmark(Baseline = true)]
    public bool SumOfValues()
    {
        decimal sum = 0;
        foreach (Printed term in _terms) sum += term.Value;
        return sum == _total.Value;
    }

    [Benchmark]
    public bool SumOfIntervals()
    {
        Interval sum = Interval.Point(0);
        foreach (Printed term in _terms) sum += term.ToInterval();
        return sum.Overlaps(_total.ToInterval());
    }

    [Benchmark]
    public bool Shares()
    {
        bool all = true;
        Interval whole = _total.ToInterval();
        foreach (Printed term in _terms) all &= Interval.Percent(term.ToInterval(), whole) is { IsEmpty: false };
        return all;
    }
}
