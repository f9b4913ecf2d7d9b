using BenchmarkDotNet.Attributes;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Benchmarks.Documents;

/// <summary>The rules alone on a disclosure in memory. Preparing the look-ups that they share is the lower bound.</summary>
public class CheckBenchmarks
{
    private Disclosure _disclosure = null!;

    [ParamsSource(nameof(Documents))]
    public string Document { get; set; } = "";

    public static IEnumerable<string> Documents => DocumentSet.Names;

    [GlobalSetup]
    public void Load() => _disclosure = DocumentSet.Read(Document);

    [Benchmark(Baseline = true)]
    public CheckContext Prepare() => new(_disclosure);

    [Benchmark]
    public CheckResult Check() => Checker.Check(_disclosure);
}
