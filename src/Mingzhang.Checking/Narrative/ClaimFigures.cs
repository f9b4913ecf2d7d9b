using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Narrative;

/// <summary>The figures of the claims as occurrences of a network, and where the amount of a subject is stated.</summary>
internal sealed class ClaimFigures
{
    private readonly CheckContext _context;
    private readonly FactSheets _sheets;
    private readonly BudgetColumns _budgets;
    private readonly int[] _occurrences;
    private HashSet<decimal>? _fullAmounts;

    /// <summary>Puts the figures of all claims into the network.</summary>
    public ClaimFigures(CheckContext context, FactSheets sheets, BudgetColumns budgets, FactNetwork network)
    {
        _context = context;
        _sheets = sheets;
        _budgets = budgets;
        Network = network;
        Claims = context.Disclosure.Claims;
        _occurrences = new int[Claims.Length];
        for (int i = 0; i < _occurrences.Length; i++) _occurrences[i] = Enter(Claims[i]);
    }

    /// <summary>The network.</summary>
    public FactNetwork Network { get; }

    /// <summary>The claims, by index.</summary>
    public System.Collections.Immutable.ImmutableArray<Claim> Claims { get; }

    /// <summary>The occurrence of a claim's figure; −1 if it has none that can be computed with.</summary>
    public int Of(Claim claim) => _occurrences[claim.Index];

    /// <summary>The occurrence of a claim by its index.</summary>
    public int OfIndex(int claim) => claim >= 0 && claim < _occurrences.Length ? _occurrences[claim] : -1;

    /// <summary>The occurrence of a cell, a blank one included; −1 if it is unknown.</summary>
    public int OfCell(Address address) => _sheets.OccurrenceOf(address);

    /// <summary>The cell that holds a measure of a subject; null where no form has it.</summary>
    public Address? CellOf(Subject subject, Measure measure) => measure switch
    {
        Measure.Final => subject.Address,
        Measure.FullYearBudget when subject.Address is { } address => _budgets.Of(address),
        _ => null,
    };

    /// <summary>
    /// Where an amount of a subject is stated: in the same sentence, else in its cell, else anywhere in the text; −1 if nowhere.
    /// </summary>
    public int AmountOf(Subject subject, Measure measure, int group)
    {
        if (InClaims(_context.ClaimsInGroup(group), subject.Key, measure) is >= 0 and var near) return near;
        if (CellOf(subject, measure) is { } cell && OfCell(cell) is >= 0 and var known) return known;
        return InClaims(_context.ClaimsOn(subject.Key), subject.Key, measure);
    }

    /// <summary>The cell that states the amount of a claim with more digits, where both are the same amount; −1 for none.</summary>
    public int MoreExactly(int occurrence)
    {
        Occurrence stated = Network[occurrence];
        if (stated.Claim is not { Kind: ClaimKind.Amount } claim || CellOf(claim.Subject, claim.Measure) is not { } address || OfCell(address) is not (>= 0 and var cell)) return -1;
        Occurrence printed = Network[cell];
        return printed.Kind is OccurrenceKind.Cell && printed.Unit < stated.Unit && stated.Range(Network.Rounding).Contains(printed.Value) ? cell : -1;
    }

    private int InClaims(ArraySegment<Claim> claims, string key, Measure measure)
    {
        for (int i = 0; i < claims.Count; i++)
        {
            Claim claim = claims[i];
            if (claim.Kind is ClaimKind.Amount && claim.Measure == measure && _occurrences[claim.Index] >= 0 && claim.Subject.Key == key) return _occurrences[claim.Index];
        }

        return -1;
    }

    private int Enter(Claim claim)
    {
        if (claim.Value is not { } value || claim.Approximate || !Facts.Figures.IsUsable(value)) return -1;
        decimal scale = 1m, unit = value.Unit;
        switch (claim.Kind)
        {
            case ClaimKind.Amount or ClaimKind.Change:
                scale = Facts.Figures.Scale(claim.Unit, _context.Disclosure.AmountUnit);
                if (value.Decimals < 2 && scale == 1m && IsFull(value.Value)) unit = 0.01m;
                break;
            case ClaimKind.Count:
                unit = 0;
                break;
            case ClaimKind.Share or ClaimKind.Growth or ClaimKind.Completion:
                break;
            default:
                return -1;
        }

        return Network.Add(new Occurrence(OccurrenceKind.Claim, value.Value * scale, unit * scale, claim.Subject.Address ?? default, Claim: claim));
    }

    /// <summary>
    /// Whether a figure printed with fewer than two decimals is exact to two: zero, or an amount that the document gives elsewhere with two
    /// (domain §5).
    /// </summary>
    private bool IsFull(decimal value)
    {
        if (value == 0) return true;
        if (_fullAmounts is null)
        {
            _fullAmounts = new HashSet<decimal>(Network.Occurrences.Length);
            foreach (Statement statement in _context.Disclosure.Statements)
            {
                foreach (StatementRow row in statement.Rows)
                {
                    foreach (Cell cell in row.Cells) AddFull(cell.Figure);
                }
            }

            foreach (Claim claim in Claims)
            {
                if (claim.Kind is ClaimKind.Amount or ClaimKind.Change) AddFull(claim.Value);
            }
        }

        return _fullAmounts.Contains(value);
    }

    private void AddFull(Printed? figure)
    {
        if (figure is { Decimals: >= 2 } full) _fullAmounts!.Add(full.Value);
    }
}
