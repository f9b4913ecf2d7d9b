using BenchmarkDotNet.Attributes;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Findings;

namespace Mingzhang.Benchmarks.Books;

/// <summary>A book from its folder to the nine forms: reading, checking, compiling. Reading the bytes of the ledger is the lower bound.</summary>
public class CompileBenchmarks
{
    [Params(10_000, 100_000, 1_000_000)]
    public int Entries { get; set; }

    [GlobalSetup]
    public void Generate() => GeneratedBook.Folder(Entries);

    [GlobalCleanup]
    public void Delete() => GeneratedBook.Delete(Entries);

    [Benchmark(Baseline = true)]
    public int Bytes() => File.ReadAllBytes(Path.Combine(GeneratedBook.Folder(Entries), "ledger.csv")).Length;

    [Benchmark]
    public Book Read() => GeneratedBook.Read(Entries);

    [Benchmark]
    public YearAccounts ReadCheckAndCompile()
    {
        Book book = GeneratedBook.Read(Entries);
        return BookChecks.Check(book).Any(p => p.Severity == Severity.Error) ? throw new InvalidOperationException("the generated book has errors") : AccountsCompiler.Compile(book);
    }
}
