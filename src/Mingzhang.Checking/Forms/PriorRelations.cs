using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Facts;
using Mingzhang.Checking.Narrative;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Forms;

/// <summary>Puts into the network what this year's document states about last year, against last year's forms.</summary>
internal sealed class PriorRelations(CheckContext context, Disclosure prior, ClaimFigures figures, FactNetwork network, RuleLog log)
{
    private readonly Dictionary<Address, int> _known = [];

    /// <summary>Tests opening balances and what the text says of last year.</summary>
    public void Test()
    {
        TestOpening();
        foreach (Claim claim in figures.Claims)
        {
            if (claim.Subject.Address is not { } address) continue;
            if (claim is { Kind: ClaimKind.Amount, Measure: Measure.PriorYear }) Equal(PriorRules.Amount, figures.Of(claim), PriorCell(address));
            else if ((claim.Basis ?? Measure.PriorYear) is not Measure.PriorYear) continue;
            else if (claim.Kind is ClaimKind.Change) TestChange(claim, address);
            else if (claim.Kind is ClaimKind.Growth) TestGrowth(claim, address);
        }
    }

    private void TestChange(Claim claim, Address address)
    {
        int change = figures.Of(claim), now = figures.OfCell(address), before = PriorCell(address);
        int sign = claim.Direction switch { Direction.Up => 1, Direction.Down => -1, _ => 0 };
        if (change < 0 || now < 0 || before < 0 || sign == 0) log.NotRun(PriorRules.Change.Id, Reasons.NothingToCompare);
        else Add(PriorRules.Change, Shape.Linear, [new Part(change, -sign), new Part(now, 1), new Part(before, -1)]);
    }

    private void TestGrowth(Claim claim, Address address)
    {
        int percent = figures.Of(claim), now = figures.OfCell(address), before = PriorCell(address);
        int sign = claim.Direction switch { Direction.Up => 1, Direction.Down => -1, _ => 0 };
        if (percent < 0 || now < 0 || before < 0 || sign == 0 || network[before].Value <= 0) log.NotRun(PriorRules.Growth.Id, Reasons.NothingToCompare);
        else Add(PriorRules.Growth, Shape.GrowthByBasis, [new Part(percent, sign), new Part(now, 1), new Part(before, 1)]);
    }

    private void TestOpening()
    {
        foreach ((Address opening, Address closing) in BalancePairs.Of(context.Disclosure, prior)) Equal(PriorRules.Opening, figures.OfCell(opening), PriorOccurrence(closing));
    }

    private void Equal(FactRule rule, int stated, int before)
    {
        if (stated < 0 || before < 0) log.NotRun(rule.Id, Reasons.NothingToCompare);
        else if (network[stated].Value != 0 || network[before].Value != 0) Add(rule, Shape.Linear, [new Part(stated, 1), new Part(before, -1)]);
    }

    private void Add(FactRule rule, Shape shape, ReadOnlySpan<Part> parts)
    {
        if (network.Add(rule, shape, Comparison.Equal, parts, 1) is not Verdict.Violated) log.Pass(rule.Id);
    }

    /// <summary>The same cell in last year's forms, whose lines may be numbered differently; −1 if it is unknown.</summary>
    private int PriorCell(Address address)
    {
        if (context.Edition.Form(address.Form) is { Shape: FormShape.Lines } form)
        {
            if (form.Line(address.Row) is not { } line || prior.Edition.Form(address.Form) is not { } before) return -1;
            FormLine? same = line.Class is { } c ? before.LineOfClass(c) : before.Lines.FirstOrDefault(l => l.Caption == line.Caption && l.Columns.SequenceEqual(line.Columns));
            if (same is null) return -1;
            address = address with { Row = same.Number };
        }

        return PriorOccurrence(address);
    }

    private int PriorOccurrence(Address address)
    {
        if (_known.TryGetValue(address, out int known)) return known;
        return _known[address] = Read(address);
    }

    private int Read(Address address)
    {
        if (prior.Statement(address.Form) is not { State: not StatementState.Unread } statement) return -1;
        StatementRow? row = statement.Row(address.Row);
        if (row is null && !statement.Unread.IsEmpty) return -1;
        if (row is not null && row.UnreadColumns.Contains(address.Column)) return -1;
        Cell? cell = row?.Cell(address.Column);
        if (cell is { Figure: null }) return -1;
        Printed figure = cell?.Figure ?? default;
        if (!Facts.Figures.IsUsable(figure)) return -1;
        decimal scale = Facts.Figures.Scale(statement.AmountUnit ?? prior.AmountUnit, context.Disclosure.AmountUnit);
        return network.Add(new Occurrence(OccurrenceKind.Prior, figure.Value * scale, cell is null ? 0 : figure.Unit * scale, address, row, cell));
    }
}
