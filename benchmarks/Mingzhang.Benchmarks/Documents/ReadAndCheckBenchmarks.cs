using BenchmarkDotNet.Attributes;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Benchmarks.Documents;

/// <summary>Whole documents from text in memory to findings, warm. Splitting the text into lines is the lower bound.</summary>
public class ReadAndCheckBenchmarks
{
    private string _text = "";

    [ParamsSource(nameof(Documents))]
    public string Document { get; set; } = "";

    public static IEnumerable<string> Documents => DocumentSet.Names;

    [GlobalSetup]
    public void Load() => _text = DocumentSet.Text(Document);

    [Benchmark(Baseline = true)]
    public SourceText SplitLines() => SourceText.FromString(Document, _text);

    [Benchmark]
    public Disclosure Read() => DocumentSet.Read(Document, _text);

    [Benchmark]
    public CheckResult ReadAndCheck() => Checker.Check(DocumentSet.Read(Document, _text));
}
