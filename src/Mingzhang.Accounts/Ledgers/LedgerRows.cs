namespace Mingzhang.Accounts.Ledgers;

/// <summary>The entries, column by column, 20 bytes each. The day is the voucher's; texts are places in the ledger's text.</summary>
internal sealed class LedgerRows
{
    private int[] _combinations;
    private long[] _cents;
    private int[] _vouchers;
    private int[] _summaries;

    internal LedgerRows(int capacity)
    {
        _combinations = new int[capacity];
        _cents = new long[capacity];
        _vouchers = new int[capacity];
        _summaries = new int[capacity];
    }

    internal int Count { get; private set; }

    internal ReadOnlySpan<int> Combinations => _combinations.AsSpan(0, Count);

    internal ReadOnlySpan<long> Cents => _cents.AsSpan(0, Count);

    internal ReadOnlySpan<int> Vouchers => _vouchers.AsSpan(0, Count);

    internal ReadOnlySpan<int> Summaries => _summaries.AsSpan(0, Count);

    internal void Add(int combination, long cents, int voucher, int summary)
    {
        if (Count == _cents.Length) Grow();
        int at = Count++;
        _combinations[at] = combination;
        _cents[at] = cents;
        _vouchers[at] = voucher;
        _summaries[at] = summary;
    }

    private void Grow()
    {
        int capacity = Math.Max(64, Count * 2);
        Array.Resize(ref _combinations, capacity);
        Array.Resize(ref _cents, capacity);
        Array.Resize(ref _vouchers, capacity);
        Array.Resize(ref _summaries, capacity);
    }
}

/// <summary>A voucher: where its number stands in the ledger's text, its unit and its day.</summary>
internal readonly record struct Voucher(int Text, int Unit, int Day);
