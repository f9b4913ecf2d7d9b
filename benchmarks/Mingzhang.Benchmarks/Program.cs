using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// Runs all benchmarks; `--quick` measures briefly, `--filter *Length*` only some. All other arguments are BenchmarkDotNet's.
// They run in this process: one thread, workstation collector without a background thread, so on one core.
bool quick = args.Contains("--quick");
string[] rest = [.. args.Where(a => a != "--quick")];
if (!rest.Any(a => a is "--filter" or "-f" or "--list" or "--help" or "--version")) rest = [.. rest, "--filter", "*"];

Job job = (quick ? Job.ShortRun : Job.MediumRun.WithLaunchCount(1)).WithToolchain(InProcessEmitToolchain.Instance);
ManualConfig config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddExporter(MarkdownExporter.GitHub)
    .AddLogger(ConsoleLogger.Default)
    .WithOptions(ConfigOptions.DisableOptimizationsValidator);
return BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(rest, config).Any(s => s.HasCriticalValidationErrors) ? 1 : 0;
