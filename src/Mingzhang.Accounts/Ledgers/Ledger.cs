using System.Collections.Immutable;
using System.Text;
using Mingzhang.Accounts.Books;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>The entries of a year, in the order of the file. Unchanging; some 30 bytes an entry and the file's text.</summary>
public sealed class Ledger
{
    private readonly byte[] _text;

    /// <summary>A ledger of entries.</summary>
    public Ledger(IEnumerable<LedgerEntry> entries)
    {
        var builder = new LedgerBuilder();
        foreach (LedgerEntry entry in entries) builder.Add(entry);
        Dimensions = builder.Dimensions();
        Combinations = builder.Combinations;
        Rows = builder.Rows;
        Vouchers = builder.Vouchers;
        _text = builder.Text();
    }

    internal Ledger(LedgerDimensions dimensions, CombinationTable combinations, LedgerRows rows, List<Voucher> vouchers, byte[] text)
    {
        Dimensions = dimensions;
        Combinations = combinations;
        Rows = rows;
        Vouchers = vouchers;
        _text = text;
    }

    /// <summary>Number of entries.</summary>
    public int Count => Rows.Count;

    /// <summary>An entry by its place in the file, from 0.</summary>
    public LedgerEntry this[int index]
    {
        get
        {
            Combination combination = Combinations.Keys[Rows.Combinations[index]];
            return new LedgerEntry
            {
                Date = DateOnly.FromDayNumber(Rows.Days[index]),
                Voucher = TextAt(Vouchers[Rows.Vouchers[index]].Text),
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
                Summary = TextAt(Rows.Summaries[index]),
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

    /// <summary>Entries that do not stand in the line behind the one before them, with their lines.</summary>
    internal ImmutableArray<(int Entry, int Line)> Lines { get; init; } = [];

    internal string Summary(int entry) => TextAt(Rows.Summaries[entry]);

    internal string VoucherNumber(int voucher) => TextAt(Vouchers[voucher].Text);

    /// <summary>A field of CSV that begins at a place of the text; −1 is the empty text.</summary>
    private string TextAt(int start)
    {
        if (start < 0) return "";
        ReadOnlySpan<byte> text = _text.AsSpan(start);
        if (text[0] != (byte)'"')
        {
            int end = text.IndexOfAny((byte)',', (byte)'\n');
            return Encoding.UTF8.GetString(end < 0 ? text : text[..end]).Trim(' ', '\t', '\r', '\u3000');
        }

        var unquoted = new List<byte>();
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] == (byte)'"' && (i + 1 >= text.Length || text[++i] != (byte)'"')) break;
            unquoted.Add(text[i]);
        }

        return Encoding.UTF8.GetString([.. unquoted]).Trim(' ', '\t', '\r', '\u3000');
    }
}
