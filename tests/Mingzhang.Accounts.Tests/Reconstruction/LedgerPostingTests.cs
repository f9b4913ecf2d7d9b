using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Reconstruction;
using Mingzhang.Core.Codes;

namespace Mingzhang.Accounts.Tests.Reconstruction;

public sealed class LedgerPostingTests
{
    [Fact]
    public void Every_voucher_balances_and_the_sums_are_kept()
    {
        Posting[] postings =
        [
            new() { Account = "6001", Unit = "001", Fund = Fund.GeneralPublic, Functional = "2010301", Fen = 123_456_789 },
            new() { Account = "7101", Unit = "001", Fund = Fund.GeneralPublic, Functional = "2010301", Economic = "30101", Purpose = Purpose.Basic, Fen = 98_765_432 },
            new() { Account = "7101", Unit = "001", Fund = Fund.GeneralPublic, Functional = "2010301", Economic = "30201", Purpose = Purpose.Basic, Fen = 2_345_678 },
            new() { Account = "7201", Unit = "002", Fund = Fund.GeneralPublic, Functional = "2010350", Economic = "30101", Purpose = Purpose.Basic, Fen = 17 },
        ];

        var entries = LedgerPosting.Entries(postings, new FiscalYear(2023));

        Assert.All(entries.GroupBy(e => (e.Unit, e.Date, e.Voucher)), v => Assert.Equal(
            v.Where(e => e.Account[0] == '6').Sum(e => e.Amount.Yuan), v.Where(e => e.Account[0] != '6').Sum(e => e.Amount.Yuan)));
        Assert.All(postings, p => Assert.Equal(p.Fen / 100m, entries.Where(e => e.Account == p.Account && e.Economic == p.Economic && e.Unit == p.Unit).Sum(e => e.Amount.Yuan)));
        Assert.All(entries, e => Assert.Equal(2023, e.Date.Year));
        Assert.Equal(12, entries.Count(e => e.Economic == "30101" && e.Unit == "001"));
        Assert.Single(entries, e => e.Account == "7201");
    }
}
