using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Accounts.Books;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Reconstruction;

/// <summary>Spreads sums over the year as balanced vouchers: one a month, unit and fund for income, one for expenditure.</summary>
internal static class LedgerPosting
{
    /// <summary>资金结存: the other side of every voucher.</summary>
    private const string Cash = "8001";

    // A sum of at least so many 元 is spread over the months, a smaller one over the quarters, a small one is booked once.
    private const long MonthlyFrom = 60_000, QuarterlyFrom = 8_000;

    /// <summary>The entries in order of date and voucher.</summary>
    public static ImmutableArray<LedgerEntry> Entries(IEnumerable<Posting> postings, FiscalYear year)
    {
        var vouchers = new SortedDictionary<(int Month, string Unit, bool Expenditure, Fund Fund), List<(Posting Posting, long Fen)>>();
        foreach (Posting posting in postings.Where(p => !p.IsOpening && p.Fen != 0))
        {
            foreach ((int month, long fen) in Spread(posting.Fen))
            {
                var key = (month, posting.Unit, !posting.IsIncome, posting.Fund);
                if (!vouchers.TryGetValue(key, out List<(Posting, long)>? lines)) vouchers[key] = lines = [];
                lines.Add((posting, fen));
            }
        }

        var entries = ImmutableArray.CreateBuilder<LedgerEntry>();
        var numbers = new Dictionary<(int Month, string Unit), int>();
        foreach (((int month, string unit, bool expenditure, Fund fund), List<(Posting Posting, long Fen)> lines) in vouchers)
        {
            int number = numbers[(month, unit)] = numbers.GetValueOrDefault((month, unit)) + 1;
            var date = new DateOnly(year.Value, month, expenditure ? DateTime.DaysInMonth(year.Value, month) - 3 : 8);
            string voucher = string.Create(CultureInfo.InvariantCulture, $"{month:00}-{number:000}");
            foreach ((Posting posting, long fen) in lines) entries.Add(Line(posting, fen, date, voucher));
            long total = lines.Sum(l => l.Fen);
            entries.Add(new LedgerEntry
            {
                Date = date, Voucher = voucher, Unit = unit, Account = Cash, Fund = fund, Summary = expenditure ? "支付" : "到账",
                Amount = Amount.FromYuan((expenditure ? -total : total) / 100m),
            });
        }

        return entries.ToImmutable();
    }

    private static LedgerEntry Line(Posting posting, long fen, DateOnly date, string voucher) => new()
    {
        Date = date, Voucher = voucher, Unit = posting.Unit, Account = posting.Account, Fund = posting.Fund, Functional = posting.Functional, Economic = posting.Economic,
        Project = posting.Project, Purpose = posting.Purpose, Amount = Amount.FromYuan(fen / 100m), Summary = posting.IsIncome ? "拨入" : "列支",
    };

    private static IEnumerable<(int Month, long Fen)> Spread(long fen)
    {
        int step = Math.Abs(fen) >= MonthlyFrom * 100 ? 1 : Math.Abs(fen) >= QuarterlyFrom * 100 ? 3 : 12;
        int parts = 12 / step;

        // Whole 元 in every part but the last, which takes the rest.
        long part = fen / parts / 100 * 100;
        for (int i = 1; i <= parts; i++) yield return (i * step, i < parts ? part : fen - (part * (parts - 1)));
    }
}
