using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Forms;
using Mingzhang.Checking.Narrative;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Facts;

/// <summary>Makes the findings of causes and of rounding differences.</summary>
internal sealed class CauseReport(CheckContext context, FactNetwork network, Explanations explanations)
{
    private const int MostEvidence = 40;
    private const int MostPlaces = 3;

    private readonly Disclosure _disclosure = context.Disclosure;

    /// <summary>The finding of a cause.</summary>
    public Finding Of(Cause cause) => cause.Likeness switch
    {
        Likeness.None => OfOne(cause),
        Likeness.Counted => OfCounted(cause),
        _ => OfSeveral(cause),
    };

    /// <summary>The finding of several wrong figures of one form that have one cause.</summary>
    private Finding OfSeveral(Cause cause)
    {
        // Told by a relation of the forms: the text knows nothing of the other cells.
        if (cause.Explained.FirstOrDefault(i => network.Constraints[i].Rule.Relation is not null, -1) is >= 0 and var told && network.Constraints[cause.Primary].Rule.Relation is null) cause = cause with { Primary = told };
        else if (network.Constraints[cause.Primary].Rule.Relation is null && cause.Others.FirstOrDefault(o => network.Constraints[o.Primary].Rule.Relation is not null) is { } lead)
            cause = lead with { Likeness = cause.Likeness, Others = [cause with { Others = [] }, .. cause.Others.Remove(lead)] };
        // A sum shows the common difference, a bound need not.
        if (cause.Likeness is Likeness.Difference && network.Constraints[cause.Primary].Comparison is not Comparison.Equal && cause.Explained.FirstOrDefault(i => network.Constraints[i] is { Comparison: Comparison.Equal, Rule.Relation: not null }, -1) is >= 0 and var sum) cause = cause with { Primary = sum };
        Finding finding = OfOne(cause);
        if (!finding.Arguments.TryGetValue("meaning", out _)) return finding.Because(OthersOf(cause));
        bool keeps = cause.Likeness is Likeness.Blank or Likeness.Yuan;
        return finding with
        {
            Variant = cause.Likeness switch { Likeness.Blank => RelationWording.LeftBlank, Likeness.Yuan => RelationWording.InYuan, _ => RelationWording.SameDifference },
            Expected = cause.Sure && cause.Supported && keeps ? finding.Expected : null,
            Arguments = Together(finding.Arguments, cause).With("form", FormNames.Of(context.Edition, network[cause.Suspect].Address.Form)),
            Evidence = [.. OthersOf(cause).Concat(finding.Evidence).DistinctBy(e => e.Place).Take(MostEvidence)],
        };
    }

    /// <summary>The finding of an amount that is counted in at some places only.</summary>
    private Finding OfCounted(Cause cause)
    {
        ref readonly Occurrence amount = ref network[cause.Amount];
        Finding finding = OfOne(cause);
        Place place = Places.Of(amount, _disclosure);
        return finding with
        {
            // Told where the document names the amount: which of the others are wrong is not known.
            Rule = JointRules.Counted.Id,
            Severity = JointRules.Counted.Severity,
            Where = place,
            Quote = _disclosure.Source.Quote(place.Span),
            Stated = amount.Text,
            Variant = "",
            Expected = null,
            Arguments = Together(finding.Arguments, cause).With("amount", amount.Text).With("name", FigureNames.Of(amount, context.Edition)),
            Evidence = [.. OthersOf(cause).Concat(finding.Evidence).Prepend(EvidenceOn(cause.Suspect)).Where(e => e.Place != place).DistinctBy(e => e.Place).Take(MostEvidence)],
        };
    }

    /// <summary>The finding of a contradiction within one place that belongs to an amount counted in at some places only.</summary>
    public Finding OfSelfContained(Cause cause)
    {
        Finding finding = OfOne(cause);
        if (cause.Amount < 0) return finding;
        Evidence printed = EvidenceOn(cause.Amount);
        return finding with { Expected = network[cause.Amount].Text, Evidence = [.. finding.Evidence.Append(printed).DistinctBy(e => e.Place)] };
    }

    private Arguments Together(Arguments arguments, Cause cause)
    {
        // Within one form its name is told once.
        Text form = cause.Likeness is Likeness.Counted ? "" : FormNames.Of(context.Edition, network[cause.Suspect].Address.Form);
        List<Text> cells = [];
        foreach (int suspect in (int[])[cause.Suspect, .. cause.Others.Select(o => o.Suspect)])
        {
            Text name = FigureNames.Of(network[suspect], context.Edition);
            if (form.Zh.Length > 0 && name.Zh.StartsWith(form.Zh, StringComparison.Ordinal)) name = new Text(name.Zh[form.Zh.Length..], name.En[form.En.Length..].TrimStart());
            if (cause.Likeness is not Likeness.Blank) name = WithFigure(name, network[suspect].Text);
            if (!cells.Contains(name)) cells.Add(name);
        }

        return arguments
            .With("count", cells.Count.ToString(CultureInfo.InvariantCulture))
            .With("cells", new Text(string.Join("、", cells.Select(c => c.Zh)), string.Join(", ", cells.Select(c => c.En))));
    }

    private IEnumerable<Evidence> OthersOf(Cause cause)
    {
        foreach (Cause other in cause.Others)
        {
            yield return EvidenceOn(other.Suspect);
        }
    }

    private Evidence EvidenceOn(int occurrence) => new(Places.Of(network[occurrence], _disclosure), network[occurrence].Text, FigureNames.Of(network[occurrence], context.Edition));

    private Finding OfOne(Cause cause)
    {
        ref readonly Constraint primary = ref network.Constraints[cause.Primary];

        // A register against the text is told at the text: no single entry of it is the wrong one.
        if (primary.Rule.Id == NarrativeRules.RegisterTotal.Id) cause = cause with { Suspect = network.PartsOf(primary)[0].Occurrence, Sure = false, Value = null };
        ref readonly Occurrence suspect = ref network[cause.Suspect];
        Place place = Places.Of(suspect, _disclosure);
        string? expected = Expectation.Of(network, cause);
        bool sides = primary.Rule.Relation is not null && (!cause.Sure || !cause.Supported || expected is null);
        var finding = new Finding
        {
            Rule = primary.Rule.Id,
            Severity = primary.Rule.Severity,
            Where = place,
            Quote = _disclosure.Source.Quote(place.Span),
            Stated = suspect.Text,
            Expected = cause.Supported && (cause.Sure || suspect.Claim is not null) ? expected : null,
            Variant = sides ? RelationWording.SidesDiffer : suspect.Claim is null && primary.Rule.Definition.Wordings.ContainsKey(NarrativeRules.AtCell) ? NarrativeRules.AtCell : "",
            Arguments = ArgumentsOf(primary, suspect).With("places", PlacesOf(cause)).With("place", OtherName(primary, cause.Suspect)).With("expected", expected ?? ""),
            Evidence = EvidenceOf(cause.Suspect, cause.Explained),
            Computations = Computations.Of(network, [cause.Primary, .. cause.Explained], context),
        };
        return suspect.Claim is { } claim ? explanations.Explain(finding, claim, cause) : finding;
    }

    /// <summary>The finding of a rounding difference, with the places where it shows again.</summary>
    public Finding OfRounding(RoundingGroup group)
    {
        Finding finding = OfRounding(group.Lead, network.Judge(network.Constraints[group.Lead]));
        if (group.Others.Count == 0) return finding;
        string count = group.Others.Count.ToString(CultureInfo.InvariantCulture);
        return finding with
        {
            Arguments = finding.Arguments.With("again", new Text($"；同一尾差另见 {count} 处", $"; the same difference shows in {count} more places")),
            Evidence = [.. finding.Evidence.Concat(group.Others.Select(o => EvidenceOn(network.PartsOf(network.Constraints[o])[0].Occurrence))).Where(e => e.Place != finding.Where).DistinctBy(e => e.Place)],
        };
    }

    private Finding OfRounding(int index, Verdict verdict)
    {
        ref readonly Constraint constraint = ref network.Constraints[index];
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        int subject = parts[0].Occurrence;
        ref readonly Occurrence suspect = ref network[subject];
        Place place = Places.Of(suspect, _disclosure);
        bool relation = constraint.Rule.Relation is not null;
        string? expected = constraint.Shape is not Shape.Linear ? Expectation.Percent(network, constraint) : parts.Length == 2 ? network[parts[1].Occurrence].Text : null;
        return new Finding
        {
            Rule = constraint.Rule.Id,
            Severity = verdict is Verdict.Unlikely ? Severity.Info : Severity.Rounding,
            Where = place,
            Quote = _disclosure.Source.Quote(place.Span),
            Stated = suspect.Text,
            Expected = expected,
            Variant = relation && verdict is Verdict.Unlikely ? RelationWording.UnlikelyRounding : RelationWording.RoundingDifference,
            Arguments = ArgumentsOf(constraint, suspect).With("place", OtherName(constraint, subject)),
            Evidence = EvidenceOf(subject, [index]),
            Computations = Computations.Of(network, [index], context),
        };
    }

    /// <summary>The finding that the document cuts digits off.</summary>
    public Finding OfTruncation(IReadOnlyList<int> constraints)
    {
        ref readonly Occurrence first = ref network[network.PartsOf(network.Constraints[constraints[0]])[0].Occurrence];
        Place place = Places.Of(first, _disclosure);
        return new Finding
        {
            Rule = JointRules.Truncated.Id,
            Severity = Severity.Info,
            Where = place,
            Quote = _disclosure.Source.Quote(place.Span),
            Stated = first.Text,
            Arguments = Arguments.Empty.With("count", constraints.Count.ToString(CultureInfo.InvariantCulture)),
            Evidence = EvidenceOf(network.PartsOf(network.Constraints[constraints[0]])[0].Occurrence, [.. constraints]),
            Computations = Computations.Of(network, constraints, context),
        };
    }

    /// <summary>The finding that relations cannot hold together.</summary>
    public Finding OfContradiction(Propagation.Contradiction contradiction)
    {
        ref readonly Occurrence occurrence = ref network[contradiction.Occurrence];
        Place place = Places.Of(occurrence, _disclosure);
        return new Finding
        {
            Rule = JointRules.Joint.Id,
            Severity = JointRules.Joint.Severity,
            Where = place,
            Quote = _disclosure.Source.Quote(place.Span),
            Stated = occurrence.Text,
            Arguments = Arguments.Empty
                .With("cell", FigureNames.Of(occurrence, context.Edition))
                .With("count", contradiction.Constraints.Count.ToString(CultureInfo.InvariantCulture)),
            Evidence = EvidenceOf(contradiction.Occurrence, [.. contradiction.Constraints]),
            Computations = Computations.Of(network, [.. contradiction.Constraints], context),
        };
    }

    private Arguments ArgumentsOf(in Constraint constraint, in Occurrence suspect)
    {
        Text cell = FigureNames.Of(suspect, context.Edition);
        Arguments arguments = Arguments.Empty
            .With("cell", cell)
            .With("subject", suspect.Claim is { } claim ? FigureNames.OfSubject(claim, _disclosure) : cell)
            .With("unit", suspect.Claim?.Unit ?? _disclosure.AmountUnit)
            .With("formula", constraint.Rule.Relation?.Text ?? FigureNames.Formula(network, constraint));
        if (constraint.Shape is not Shape.Linear) return arguments;
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        decimal left = 0, right = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            decimal value = network[parts[i].Occurrence].Value;
            if (i < constraint.Left) left += parts[i].Sign * value;
            else right -= parts[i].Sign * value;
        }

        // Parts of a breakdown stand right with a positive sign, the whole left with a negative one.
        if (constraint.Rule.Relation is null && parts[0].Sign < 0) (left, right) = (-left, -right);
        // A sum of the text's figures is told in the text's unit.
        decimal scale = constraint.Rule.Relation is null ? Expectation.ScaleOf(suspect) : 1m;
        int decimals = Expectation.Decimals(network, constraint);
        Text first = Number(left / scale), second = Number(right / scale);
        arguments = arguments.With("left", first).With("right", second).With("whole", first).With("total", second).With("difference", Number(Math.Abs(left - right) / scale));
        return constraint.Rule.Relation is null
            ? arguments
            : arguments.With("at", FigureNames.Of(constraint.Left == 0 ? suspect : network[parts[0].Occurrence], context.Edition)).With("meaning", constraint.Rule.Definition.Title);

        string Number(decimal value) => value.ToString(decimals == 0 ? "0.######" : "0.00####", CultureInfo.InvariantCulture);
    }

    /// <summary>A relation as its form prints it; in words for budgets, whose forms print no numbers of lines and columns for the formula to speak of.</summary>
    private Text StatedAs(Relation relation) =>
        context.Edition.Kind == DisclosureKind.Budget && relation.Meaning.Length > 0 ? new Text($"“{relation.Meaning}”", $"“{relation.MeaningEn}”") : $"“{relation.Text}”";

    /// <summary>What the relations that the cause explains are compared with, in short.</summary>
    private Text PlacesOf(Cause cause)
    {
        var places = new List<Text>();
        foreach (int index in cause.Explained)
        {
            ref readonly Constraint constraint = ref network.Constraints[index];
            Text place = constraint is { Shape: Shape.Linear, Count: 2 }
                ? WithFigure(OtherName(constraint, cause.Suspect), OtherText(constraint, cause.Suspect))
                : constraint.Rule.Relation is { } relation ? StatedAs(relation) : FigureNames.Formula(network, constraint);
            if (!places.Contains(place)) places.Add(place);
        }

        string zh = string.Join("，", places.Take(MostPlaces).Select(p => p.Zh)), en = string.Join("; ", places.Take(MostPlaces).Select(p => p.En));
        return places.Count <= MostPlaces ? new Text(zh, en) : new Text($"{zh} 等 {places.Count} 处", $"{en} and more: {places.Count} in all");
    }

    private static Text WithFigure(Text name, string figure) => new($"{name.Zh} {figure}", $"{name.En} {figure}");

    private Text OtherName(in Constraint constraint, int suspect)
    {
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        int other = parts[0].Occurrence == suspect ? parts[^1].Occurrence : parts[0].Occurrence;
        return FigureNames.Of(network[other], context.Edition);
    }

    private string OtherText(in Constraint constraint, int suspect)
    {
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        return network[parts[0].Occurrence == suspect ? parts[^1].Occurrence : parts[0].Occurrence].Text;
    }

    private ImmutableArray<Evidence> EvidenceOf(int suspect, ImmutableArray<int> constraints)
    {
        var seen = new HashSet<int> { suspect };
        var others = new List<int>();
        foreach (int index in constraints.OrderBy(c => network.Constraints[c].Count))
        {
            foreach (Part part in network.PartsOf(network.Constraints[index]))
            {
                if (seen.Add(part.Occurrence)) others.Add(part.Occurrence);
            }
        }

        // Of many the zeros tell least.
        if (others.Count > MostEvidence) others.RemoveAll(o => network[o].Value == 0);
        return [.. others.Take(MostEvidence).Select(EvidenceOn)];
    }
}
