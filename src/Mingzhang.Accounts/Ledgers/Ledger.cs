using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>The entries of a year, in the order of the file. Unchanging; some 20 bytes an entry, and its texts.</summary>
public sealed class Ledger
{
    private readonly LedgerTexts _texts;

    /// <summary>A ledger of entries.</summary>
    public Ledger(IEnumerable<LedgerEntry> entries)
    {
        var builder = new LedgerBuilder();
        foreach (LedgerEntry entry in entries) builder.Add(entry);
        Dimensions = builder.Dimensions();
        Combinations = builder.Combinations;
        Rows = builder.Rows;
        Vouchers = builder.Vouchers;
        _texts = builder.Texts;
    }

    internal Ledger(LedgerDimensions dimensions, CombinationTable combinations, LedgerRows rows, List<Voucher> vouchers, LedgerTexts texts)
    {
        Dimensions = dimensions;
        Combinations = combinations;
        Rows = rows;
        Vouchers = vouchers;
        _texts = texts;
    }

    /// <summary>Number of entries.</summary>
    public int Count => Rows.Count;

    /// <summary>An entry by its place in the file, from 0.</summary>
    public LedgerEntry this[int index]
    {
        get
        {
            Combination combination = Combinations.Keys[Rows.Combinations[index]];
            Voucher voucher = Vouchers[Rows.Vouchers[index]];
            return new LedgerEntry
            {
                Date = DateOnly.FromDayNumber(voucher.Day),
                Voucher = _texts.At(voucher.Text),
                Unit = Dimensions.Units[combination.Unit],
                Account = Dimensions.Accounts[combination.Account],
                Fund = combination.Fund,
                Functional = Dimensions.Functional[combination.Functional],
                Economic = Dimensions.Economic[combination.Economic],
                GovernmentEconomic = Dimensions.GovernmentEconomic[combination.GovernmentEconomic],
                Project = Dimensions.Projects[combination.Project],
                Purpose = combination.Purpose,
                Counterparty = Dimensions.Counterparties[combination.Counterparty],
                Amount = Amount.FromYuan(Rows.Cents[index] / 100m),
                Summary = _texts.At(Rows.Summaries[index]),
            };
        }
    }

    internal LedgerDimensions Dimensions { get; }

    internal CombinationTable Combinations { get; }

    internal LedgerRows Rows { get; }

    internal List<Voucher> Vouchers { get; }

    /// <summary>Line of the file in which an entry stands; the header is line 1.</summary>
    internal int LineOf(int entry)
    {
        int at = Lines.BinarySearch((entry, int.MaxValue));
        at = at < 0 ? ~at - 1 : at;
        return at < 0 ? entry + 2 : Lines[at].Line + (entry - Lines[at].Entry);
    }

    /// <summary>Line of the first entry whose dimensions fulfil a condition; 0 if there is none.</summary>
    internal int FirstLine(Func<Combination, bool> condition)
    {
        // Combinations are numbered as they come.
        for (int i = 0; i < Combinations.Count; i++)
        {
            if (condition(Combinations.Keys[i])) return FirstLine(i);
        }

        return 0;
    }

    /// <summary>Line of the first entry of a combination.</summary>
    internal int FirstLine(int combination) => LineOf(FirstEntries[combination]);

    /// <summary>The first entry of each combination.</summary>
    private int[] FirstEntries => field ??= FindFirstEntries();

    private int[] FindFirstEntries()
    {
        int[] first = new int[Combinations.Count];
        ReadOnlySpan<int> combinations = Rows.Combinations;
        for (int i = combinations.Length - 1; i >= 0; i--) first[combinations[i]] = i;
        return first;
    }

    /// <summary>Entries that do not stand in the line behind the one before them, with their lines.</summary>
    internal ImmutableArray<(int Entry, int Line)> Lines { get; init; } = [];

    internal string Summary(int entry) => _texts.At(Rows.Summaries[entry]);

    internal string VoucherNumber(int voucher) => _texts.At(Vouchers[voucher].Text);
}
