using BenchmarkDotNet.Attributes;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Benchmarks.Documents;

/// <summary>
/// The largest document with its attachments once, ten and a hundred times: time should grow as the length does. Splitting the text into
/// lines is the lower bound; compare the ratio column over the lengths.
/// </summary>
public class LengthBenchmarks
{
    private readonly string _name = DocumentSet.Names[^1];
    private string _text = "";

    [Params(1, 10, 100)]
    public int Attachments { get; set; }

    [GlobalSetup]
    public void Load() => _text = DocumentSet.WithAttachments(_name, Attachments);

    [Benchmark(Baseline = true)]
    public SourceText SplitLines() => SourceText.FromString(_name, _text);

    [Benchmark]
    public CheckResult ReadAndCheck() => Checker.Check(DocumentSet.Read(_name, _text));
}
