using Mingzhang.Accounts.Books;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>The entries of a year.</summary>
public sealed class Ledger
{
    private readonly List<LedgerEntry> _entries;

    /// <summary>A ledger of entries.</summary>
    public Ledger(IEnumerable<LedgerEntry> entries) => _entries = [.. entries];

    /// <summary>Number of entries.</summary>
    public int Count => _entries.Count;

    /// <summary>An entry by its place in the file, from 0.</summary>
    public LedgerEntry this[int index] => _entries[index];
}
