using BenchmarkDotNet.Attributes;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Benchmarks.Documents;

/// <summary>The rules alone on a disclosure in memory. Preparing the look-ups that they share is the lower bound.</summary>
public class CheckBenchmarks
{
    private const int WarmUp = 4_000;
    private Disclosure _disclosure = null!;

    [ParamsSource(nameof(Documents))]
    public string Document { get; set; } = "";

    public static IEnumerable<string> Documents => DocumentSet.Names;

    // A brief job would otherwise measure the first document while its code is still being compiled in tiers.
    [GlobalSetup]
    public void Load()
    {
        _disclosure = DocumentSet.Read(Document);
        for (int i = 0; i < WarmUp; i++) Check();
    }

    [Benchmark(Baseline = true)]
    public CheckContext Prepare() => new(_disclosure);

    [Benchmark]
    public CheckResult Check() => Checker.Check(_disclosure);
}
