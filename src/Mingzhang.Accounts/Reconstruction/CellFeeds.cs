using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Accounts.Reconstruction;

/// <summary>Which cells a sum feeds: asked of the compiler itself, with a ledger that holds nothing else. So this knows no form.</summary>
internal sealed class CellFeeds(Disclosure disclosure, ImmutableArray<BudgetUnit> units)
{
    private readonly Dictionary<(string, string, Fund, string, string, Purpose), ImmutableArray<(Address, int)>> _known = [];

    public ImmutableArray<(Address Cell, int Sign)> Of(Posting posting)
    {
        var key = (posting.Account, posting.Unit, posting.Fund, posting.Functional, posting.Economic, posting.Purpose);
        if (!_known.TryGetValue(key, out ImmutableArray<(Address, int)> feeds)) _known[key] = feeds = Ask(posting);
        return feeds;
    }

    private ImmutableArray<(Address, int)> Ask(Posting posting)
    {
        Amount one = Amount.FromWan(1);
        var entry = new LedgerEntry
        {
            Date = new DateOnly(disclosure.Year.Value, 1, 1), Voucher = "1", Unit = posting.Unit, Account = posting.Account, Fund = posting.Fund, Functional = posting.Functional,
            Economic = posting.Economic, Purpose = posting.Purpose, Project = posting.Project, Amount = one,
        };
        var book = new Book
        {
            Year = disclosure.Year, Edition = disclosure.Edition, Department = new Department { Name = disclosure.Unit, Units = units },
            Ledger = new Ledger(posting.IsOpening ? [] : [entry]),
            Openings = posting.IsOpening ? [new OpeningBalance(posting.Unit, posting.Fund, posting.Functional, "", false, one)] : [],
        };
        return [.. AccountsCompiler.Compile(book).Statements.SelectMany(s => s.Rows.SelectMany(r => r.Cells
            .Where(c => c.Figure is { Value: not 0 }).Select(c => (new Address(s.Form, r.Key, c.Column), (int)c.Figure!.Value.Value))))];
    }
}
