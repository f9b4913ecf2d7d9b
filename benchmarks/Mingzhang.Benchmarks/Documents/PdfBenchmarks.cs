using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Reading;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Benchmarks.Documents;

/// <summary>
/// A published PDF of thirty pages from its bytes to findings, in this process (poppler runs beside it) and as a whole process, against poppler's own
/// <c>pdftotext -bbox-layout</c> on the same file.
/// </summary>
public class PdfBenchmarks
{
    private static readonly string? File = DocumentSet.Pdf;

    private byte[] _bytes = [];

    [GlobalSetup]
    public void Load() => _bytes = File is null ? throw new FileNotFoundException("no PDF beside the repository") : System.IO.File.ReadAllBytes(File);

    [Benchmark(Baseline = true, Description = "pdftotext -bbox-layout")]
    public int Poppler() => Run("pdftotext", "-bbox-layout", File!, Path.DirectorySeparatorChar == '/' ? "/dev/null" : "NUL");

    [Benchmark]
    public SourceText Read() => Text();

    [Benchmark]
    public CheckResult ReadAndCheck() => Checker.Check(DocumentReader.Read(Text(), DocumentSet.Statutes).Disclosure!);

    [Benchmark(Description = "mingzhang check (whole process)")]
    public int WholeProcess() => Run("dotnet", DocumentSet.Command, "check", File!, "--format", "json", "-o", Path.Combine(Path.GetTempPath(), "mingzhang-bench.json"));

    private static int Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private SourceText Text() => SourceLoader.Load(File!, _bytes).Text!;
}
