using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Narrative;

/// <summary>
/// What adds up this year and added up last year adds up in its changes: the forms' sums, with the changes that the text states in the place of
/// the amounts. Where a part without an amount this year may have had one last year, a difference is only worth a look.
/// </summary>
internal sealed class ChangeSums(CheckContext context, ClaimFigures figures, FactIdentity identity, RuleLog log)
{
    private const int FewestTerms = 3;

    /// <summary>A change that the text states: its occurrence, 0 for 持平 as −1, and which way it goes.</summary>
    private readonly record struct Stated(int Occurrence, int Sign, Claim Claim);

    private readonly FactNetwork _network = figures.Network;
    private readonly Dictionary<(string Fact, Measure Basis), Stated> _changes = [];
    private readonly HashSet<string> _tested = [];

    /// <summary>Tests every sum of the forms whose parts all have changes.</summary>
    public void Test()
    {
        foreach (Claim claim in figures.Claims)
        {
            if (claim.Kind is not ClaimKind.Change || claim.Approximate || claim.Subject.Address is null || claim.Direction is not { } way) continue;
            int occurrence = figures.Of(claim);
            if (way is not Direction.Level && occurrence < 0) continue;
            _changes.TryAdd((identity.Of(claim.Subject.Key), claim.Basis ?? Measure.PriorYear), new Stated(way is Direction.Level ? -1 : occurrence, way is Direction.Down ? -1 : 1, claim));
        }

        if (_changes.Count < FewestTerms) return;
        ImmutableArray<Measure> bases = [.. _changes.Keys.Select(k => k.Basis).Distinct()];
        foreach ((Relation relation, List<(int Sign, Address Cell)> terms, bool open) in Sums())
        {
            foreach (Measure basis in bases) Test(relation, terms, open, basis);
        }
    }

    /// <summary>The sums of the forms as they were tested on the document: their cells, and whether further cells may have belonged to them last year.</summary>
    private List<(Relation Relation, List<(int Sign, Address Cell)> Terms, bool Open)> Sums()
    {
        List<(Relation, List<(int, Address)>, bool)> sums = [];
        foreach (ref readonly Constraint constraint in _network.Constraints)
        {
            if (constraint is not { Shape: Shape.Linear, Comparison: Comparison.Equal, Rule.Relation: { When: Relation.Always } relation } || constraint.Count < 2) continue;
            ReadOnlySpan<Part> parts = _network.PartsOf(constraint);
            Address first = _network[parts[0].Occurrence].Address;
            if (relation.Over is Quantifier.EachParent)
            {
                List<(int, Address)> children = [];
                foreach (Part part in parts) children.Add((part.Sign, _network[part.Occurrence].Address));
                sums.Add((relation, children, true));
            }
            else if (relation.Over is Quantifier.None or Quantifier.EachRow && relation.Left.Length + relation.Right.Length >= FewestTerms)
            {
                sums.Add((relation, [.. relation.Left.Select(t => (t.Sign, At(t, first))), .. relation.Right.Select(t => (-t.Sign, At(t, first)))], false));
            }
        }

        return sums;
    }

    private static Address At(Term term, Address first) =>
        new(term.Form, term.RowKind is RowKind.Fixed ? term.Row : first.Row, term.Column == "*" ? first.Column : term.Column);

    private void Test(Relation relation, List<(int Sign, Address Cell)> terms, bool open, Measure basis)
    {
        // The whole stands alone on its side.
        int whole = terms.Count(t => t.Sign > 0) == 1 ? terms.FindIndex(t => t.Sign > 0) : terms.Count(t => t.Sign < 0) == 1 ? terms.FindIndex(t => t.Sign < 0) : -1;
        if (whole < 0 || terms.Count < FewestTerms) return;
        List<Part> parts = [];
        foreach ((int sign, Address cell) in terms.Skip(whole).Take(1).Concat(terms.Where((_, i) => i != whole)))
        {
            if (_changes.TryGetValue((identity.Of(cell.ToString()), basis), out Stated change))
            {
                if (change.Occurrence >= 0) parts.Add(new Part(change.Occurrence, (sign == terms[whole].Sign ? -1 : 1) * change.Sign));
                else if (parts.Count == 0) return;
            }
            else if (parts.Count > 0 && context.Read(cell) is { State: CellState.Blank } or { State: CellState.Figure, Figure.Value: 0 }) open = true;
            else return;
        }

        if (parts.Count < 2 || !_tested.Add(string.Join(' ', parts.Select(p => p.Occurrence).Order()))) return;
        Comparison equal = Comparison.Equal;
        if (!open)
        {
            if (_network.Add(NarrativeRules.ChangeSum, Shape.Linear, equal, [.. parts], 1) is not Verdict.Violated) log.Pass(NarrativeRules.ChangeSum.Id);
            return;
        }

        Verdict verdict = _network.Add(NarrativeRules.ChangeSum, Shape.Linear, equal, [.. parts], 1);
        if (verdict is Verdict.Violated)
        {
            _network.DropLast();
            log.PassWith(Remark(relation, parts));
        }
        else log.Pass(NarrativeRules.ChangeSum.Id);
    }

    private Finding Remark(Relation relation, List<Part> parts)
    {
        Claim whole = _network[parts[0].Occurrence].Claim!;
        decimal total = 0, stated = -parts[0].Sign * _network[parts[0].Occurrence].Value;
        foreach (Part part in parts.Skip(1)) total += part.Sign * _network[part.Occurrence].Value;
        return new Finding
        {
            Rule = NarrativeRules.ChangeSum.Id,
            Severity = Severity.Info,
            Variant = "open",
            Where = new Place(whole.Span, whole.Subject.Address, whole.Section),
            Quote = context.Disclosure.Source.Quote(whole.Span),
            Stated = whole.Value?.ToString(),
            Arguments = Arguments.Empty
                .With("subject", FigureNames.OfSubject(whole, context.Disclosure)).With("unit", whole.Unit).With("formula", relation.Text)
                .With("whole", Signed(stated)).With("total", Signed(total)).With("difference", Signed(stated - total)),
            Evidence = [.. parts.Skip(1).Select(p => _network[p.Occurrence].Claim!.AsEvidence())],
        };
    }

    private static string Signed(decimal value) => value.ToString("0.00####", System.Globalization.CultureInfo.InvariantCulture);
}
