using BenchmarkDotNet.Attributes;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Figures;

namespace Mingzhang.Benchmarks.Books;

/// <summary>The statements after one changed entry, whatever the number of entries. A whole compile of the same ledger in memory is the baseline.</summary>
public class RecompileBenchmarks
{
    private Book _book = null!;
    private Compilation _compilation = null!;
    private int _next;

    [Params(10_000, 1_000_000)]
    public int Entries { get; set; }

    [GlobalSetup]
    public void Load()
    {
        _book = GeneratedBook.Read(Entries);
        _compilation = new Compilation(_book);
    }

    [GlobalCleanup]
    public void Delete() => GeneratedBook.Delete(Entries);

    [Benchmark(Baseline = true)]
    public YearAccounts Whole() => AccountsCompiler.Compile(_book);

    [Benchmark]
    public YearAccounts AfterOneChange()
    {
        _next = (_next + 7919) % _compilation.Count;
        LedgerEntry entry = _compilation[_next]!;
        _compilation.Replace(_next, entry with { Amount = entry.Amount + Amount.FromYuan(0.01m) });
        return _compilation.Accounts;
    }
}
