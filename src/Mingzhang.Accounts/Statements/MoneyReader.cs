using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Statements;

/// <summary>
/// What entries, openings and budget lines mean for the department's forms. Money that units of the department pay each other is
/// nothing: consolidation leaves out both sides.
/// </summary>
internal sealed class MoneyReader(Book book)
{
    private readonly AccountChart _chart = book.Edition.Accounts;

    internal Money? Of(LedgerEntry entry) => Of(
        entry.Unit, entry.Account, entry.Fund, entry.Functional, entry.Economic, entry.Project, entry.Purpose, entry.Counterparty, (long)(entry.Amount.Yuan * 100m));

    internal Money? Of(LedgerDimensions dimensions, Combination combination, long cents) => Of(
        dimensions.Units[combination.Unit], dimensions.Accounts[combination.Account], combination.Fund, dimensions.Functional[combination.Functional],
        dimensions.Economic[combination.Economic], dimensions.Projects[combination.Project], combination.Purpose, dimensions.Counterparties[combination.Counterparty], cents);

    internal Money Of(OpeningBalance opening) => new(
        FillFlow.Opening, FlowKind.Any, opening.Fund, opening.Functional, "", opening.Project, IsAgency(opening.Unit), Cents(opening.Amount));

    internal Money Of(BudgetLine line) => new(
        FillFlow.Budget, Kind(FlowKind.Any, line.Purpose), line.Fund, line.Functional, line.Economic, line.Project, IsAgency(line.Unit), Cents(line.Effect));

    internal static long Cents(Core.Figures.Amount amount) => (long)(amount.Yuan * 100m);

    private Money? Of(string unit, string account, Fund fund, string functional, string economic, string project, Purpose purpose, string counterparty, long cents)
    {
        if (counterparty.Length > 0 || _chart.Find(account) is not { } known) return null;
        (FillFlow flow, FlowKind kind) = known.Kind switch
        {
            AccountKind.Income => (FillFlow.Income, known.Feeds),
            AccountKind.Expenditure => (FillFlow.Expenditure, Kind(known.Feeds, purpose)),
            AccountKind.Surplus => (cents < 0 ? FillFlow.SurplusUsed : FillFlow.SurplusDistributed, FlowKind.Any),
            _ => (FillFlow.None, FlowKind.Any),
        };
        if (flow == FillFlow.None) return null;
        return new Money(flow, kind, fund, functional, economic, project, IsAgency(unit), flow == FillFlow.SurplusUsed ? -cents : cents);
    }

    private static FlowKind Kind(FlowKind feeds, Purpose purpose) => feeds != FlowKind.Any ? feeds : purpose switch
    {
        Purpose.Basic => FlowKind.Basic,
        Purpose.Project => FlowKind.Project,
        _ => FlowKind.Any,
    };

    private bool IsAgency(string unit) => book.Department.Unit(unit) is { Kind: not UnitKind.PublicInstitution };
}
