using System.Diagnostics;
using System.Text;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Findings;
using Mingzhang.Reading;
using Xunit.Abstractions;

namespace Mingzhang.Product.Tests.Fuzz;

/// <summary>Broken documents, all from fixed seeds: none crashes the program, keeps it busy for two seconds or fills the memory.</summary>
[Collection(Alone)]
public sealed class FuzzTests(ITestOutputHelper output)
{
    /// <summary>The collection of tests that measure time and memory: no other test runs beside them.</summary>
    public const string Alone = "alone";

    private const int ExcerptCount = 20_000;
    private const int WholeCount = 120;
    private const int FileCount = 400;
    private const long MostKept = 200_000_000;
    private const long MostAllocated = 800_000_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    [Fact]
    public void Twenty_thousand_broken_excerpts_are_read_and_checked_or_refused() =>
        Run(ExcerptCount, seed => Damage.Apply(Excerpts.Take(new Random(seed)), seed, new Random(seed + 1)));

    [Fact]
    public void Whole_documents_broken_in_every_way_are_read_and_checked_or_refused() =>
        Run(WholeCount, seed => Damage.Apply(Excerpts.Documents[seed / Damage.Count % Excerpts.Documents.Count], seed, new Random(seed)));

    [Fact]
    public void Files_of_broken_bytes_are_read_or_refused()
    {
        string folder = Directory.CreateTempSubdirectory("mingzhang-fuzz-").FullName;
        try
        {
            byte[] document = Encoding.UTF8.GetBytes(Excerpts.Documents[0]);
            Parallel.For(0, FileCount, seed =>
            {
                string path = Path.Combine(folder, $"{seed}.txt");
                File.WriteAllBytes(path, BrokenBytes(document, new Random(seed)));
                long started = Stopwatch.GetTimestamp();
                ReadResult result = DocumentReader.Read(path, Pipeline.Statutes);
                Assert.True(result.Disclosure is null != result.Problem is null);
                if (result.Disclosure is not null) Checker.Check(result.Disclosure);
                Assert.True(Stopwatch.GetElapsedTime(started) < Limit, $"seed {seed}");
                File.Delete(path);
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] BrokenBytes(byte[] document, Random random)
    {
        byte[] bytes = [.. document];
        switch (random.Next(4))
        {
            case 0:
                random.NextBytes(bytes.AsSpan(random.Next(bytes.Length)));
                return bytes;
            case 1:
                for (int hits = random.Next(1, 50); hits > 0; hits--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            case 2:
                return bytes[..random.Next(bytes.Length)];
            default:
                return [.. bytes[random.Next(bytes.Length)..], .. bytes[..random.Next(bytes.Length)]];
        }
    }

    private void Run(int count, Func<int, string> input)
    {
        Check(input(0));
        GC.Collect();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        int read = 0;
        long findings = 0;
        TimeSpan slowest = TimeSpan.Zero;
        int slowestSeed = 0;
        Lock guard = new();
        List<string> failures = [];
        List<(int Seed, string Text)> slow = [];
        Parallel.For(0, count, seed =>
        {
            string text = input(seed);
            long allocated = GC.GetAllocatedBytesForCurrentThread(), started = Stopwatch.GetTimestamp();
            CheckResult? result = Try(text, out Exception? crash);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            lock (guard)
            {
                if (crash is not null) failures.Add($"seed {seed}: {crash}");
                if (elapsed > Limit) slow.Add((seed, text));
                if (allocated > MostAllocated) failures.Add($"seed {seed}: {allocated} bytes for {text.Length} characters");
                if (result is not null) (read, findings) = (read + 1, findings + result.Findings.Length);
                if (elapsed > slowest) (slowest, slowestSeed) = (elapsed, seed);
            }
        });

        for (int i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        long growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"{count} inputs, {read} read as disclosures, {findings} findings; slowest {slowest.TotalMilliseconds:0} ms (seed {slowestSeed}); memory grew by {growth / 1024} KB");
        // What took long beside other work on a busy machine is measured again by itself.
        foreach (var (seed, text) in slow)
        {
            long started = Stopwatch.GetTimestamp();
            Check(text);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
            if (elapsed > Limit) failures.Add($"seed {seed}: {elapsed.TotalSeconds:0.0} s for {text.Length} characters");
        }

        Assert.Empty(failures);
        Assert.True(read > count / 2, $"only {read} of {count} inputs were read: the test tests little");
        // What is kept are the compiled editions, one for every year that a broken document names, and the room for facts of each thread.
        Assert.True(growth < MostKept, $"{growth} bytes are kept");
    }

    private static CheckResult? Try(string text, out Exception? crash)
    {
        crash = null;
        try
        {
            return Check(text);
        }
        catch (Exception thrown)
        {
            crash = thrown;
            return null;
        }
    }

    private static CheckResult? Check(string text)
    {
        ReadResult result = Pipeline.Read("fuzz.txt", text);
        Assert.True(result.Disclosure is null != result.Problem is null);
        if (result.Disclosure is null) return null;
        CheckResult check = Checker.Check(result.Disclosure);
        Dictionary<string, RuleDefinition> rules = RuleBook.DefinitionsFor(result.Disclosure.Edition).ToDictionary(r => r.Id);
        foreach (Finding finding in check.Findings) Assert.NotEmpty(rules[finding.Rule].Say(finding, "zh"));
        return check;
    }
}

[CollectionDefinition(FuzzTests.Alone, DisableParallelization = true)]
public sealed class AloneDefinition;
