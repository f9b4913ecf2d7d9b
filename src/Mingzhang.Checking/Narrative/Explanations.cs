using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Narrative;

/// <summary>Looks for how a wrong figure of the text came about, so that the finding can say so.</summary>
internal sealed class Explanations(CheckContext context, FactNetwork network)
{
    private const decimal YuanInWan = 10_000m;

    /// <summary>Least value, in units of the last digit, of a figure that is not another's by chance.</summary>
    private const decimal FewestDigits = 1_000m;

    /// <summary>Adds the explanation to a finding on a claim: its wording and evidence.</summary>
    public Finding Explain(Finding finding, Claim claim, Cause cause)
    {
        ref readonly Constraint primary = ref network.Constraints[cause.Primary];
        if (primary.Shape is not Shape.Linear) return Percentage(finding, claim, primary);
        if (finding.Rule == NarrativeRules.Within.Id) return Within(finding, primary, cause);
        if (finding.Rule == NarrativeRules.AgencyOperating.Id) return Copied(finding, cause);
        if (finding.Rule == NarrativeRules.Breakdown.Id) return Part(finding, primary, cause);
        if (finding.Rule == NarrativeRules.RegisterTotal.Id) return InYuan(finding, primary);
        if (finding.Rule == NarrativeRules.Change.Id) return ChangeDirection(finding, claim, primary);
        return finding.Rule == NarrativeRules.Amount.Id || finding.Rule == NarrativeRules.ItemFinalAmount.Id ? AmountAgainstCell(finding, claim, cause) : finding;
    }

    private Finding Part(Finding finding, in Constraint primary, Cause cause)
    {
        if (network.PartsOf(primary)[0].Occurrence != cause.Suspect)
        {
            // The sentence shows the sum as printed; so does what the part should be, unless the whole is corrected elsewhere to something that it must follow.
            decimal whole = network[network.PartsOf(primary)[0].Occurrence].Value, others = 0;
            foreach (Part part in network.PartsOf(primary)[1..]) others += part.Occurrence == cause.Suspect ? 0 : network[part.Occurrence].Value;
            string? likely = whole >= others ? (whole - others).ToString("0.00##") : null;
            return finding with { Variant = cause.Supported && likely is not null ? "part" : "parts", Expected = cause.Supported ? likely : null };
        }

        return primary.Comparison is Comparison.AtMost ? finding with { Variant = "exceeds" } : finding;
    }

    /// <summary>More than the whole: which figures together, and what is left where one of them is the whole already.</summary>
    private Finding Within(Finding finding, in Constraint primary, Cause cause)
    {
        finding = finding with { Expected = null };
        ReadOnlySpan<Part> parts = network.PartsOf(primary);
        if (primary.Comparison is not Comparison.AtMost || parts[0].Occurrence == cause.Suspect) return finding;
        List<string> others = [];
        decimal left = network[parts[0].Occurrence].Value;
        foreach (Part part in parts[1..])
        {
            if (part.Occurrence == cause.Suspect) continue;
            left -= network[part.Occurrence].Value;
            if (network[part.Occurrence].Claim is { } claim) others.Add($"“{FigureNames.OfSubject(claim, context.Disclosure)}”{network[part.Occurrence].Text}");
        }

        string name = network[parts[0].Occurrence].Claim is { } whole ? FigureNames.OfSubject(whole, context.Disclosure) : FigureNames.Of(network[parts[0].Occurrence], context.Edition).Zh;
        finding = finding with { Arguments = finding.Arguments.With("name", name).With("others", string.Join("、", others)) };
        if (others.Count == 0) return finding with { Variant = "above" };
        // What remains is the last of the parts; of the others none is singled out.
        return left == 0 && parts[^1].Occurrence == cause.Suspect
            ? finding with { Variant = "filled", Expected = 0m.ToString(network[cause.Suspect].Claim is { Kind: ClaimKind.Count } ? "0" : "0.00") }
            : finding with { Variant = "over" };
    }

    /// <summary>An agency operating cost above all operating cost that is another figure of the forms was copied from there.</summary>
    private Finding Copied(Finding finding, Cause cause)
    {
        Occurrence stated = network[cause.Suspect];
        if (stated.Claim is not { } claim || stated.Unit == 0 || stated.Value / stated.Unit < FewestDigits) return finding;
        int same = -1;
        for (int i = 0; i < network.Occurrences.Length; i++)
        {
            ref readonly Occurrence occurrence = ref network[i];
            if (occurrence.Kind is not OccurrenceKind.Cell || occurrence.Value != stated.Value || occurrence.Address == claim.Subject.Address || AgencyOperating.IsIt(new Subject("", occurrence.Address, ""), context.Edition)) continue;
            // Project expenditure stands beside the basic expenditure in every form.
            if (FigureNames.Of(occurrence, context.Edition).Zh.Contains("项目支出", StringComparison.Ordinal))
            {
                same = i;
                break;
            }

            if (same < 0) same = i;
        }

        if (same < 0) return finding;
        Text other = FigureNames.Of(network[same], context.Edition);
        return finding with
        {
            Severity = Severity.Error,
            Variant = "copied",
            Arguments = finding.Arguments.With("other", other),
            Evidence = finding.Evidence.Add(new Evidence(Places.Of(network[same], context.Disclosure), network[same].Text, other)),
        };
    }

    private Finding Percentage(Finding finding, Claim claim, in Constraint primary)
    {
        ReadOnlySpan<Part> parts = network.PartsOf(primary);
        Occurrence percent = network[parts[0].Occurrence];
        finding = finding with { Expected = Expectation.Percent(network, primary) };
        if (percent.Claim != claim || network.Implied(primary, 0, null) is not { } computed) return finding;
        if (DigitSlips.Of(network, primary) is { } slip) return Misprinted(finding, primary, slip);
        if (primary.Shape is Shape.GrowthByBasis && (parts[0].Sign > 0 ? computed.High < 0 : computed.Low > 0) && percent.Value != 0) 
            return finding with { Variant = "way", Expected = null, Arguments = finding.Arguments.With("computed", finding.Expected ?? "").With("basis", network[parts[2].Occurrence].Text) };
        if (primary.Shape is Shape.GrowthByChange or Shape.GrowthByBasis && parts[0].Sign > 0 && (computed + Core.Figures.Interval.Point(100)).Overlaps(percent.Range(network.Rounding)))
            return finding with { Variant = "ratio" };
        if (primary.Shape is Shape.GrowthByChange && Flipped(parts)) return finding with { Variant = "flipped", Expected = parts[1].Sign > 0 ? "下降" : "增长", Arguments = finding.Arguments.With("computed", finding.Expected ?? "") };
        decimal low = decimal.Abs(computed.Low), high = decimal.Abs(computed.High);
        if (Math.Min(low, high) < percent.Value || Math.Max(low, high) >= percent.Value + percent.Unit) return finding;
        return primary.Shape is Shape.Quotient && claim.Kind is ClaimKind.Share && SharesMakeHundred(claim) ? finding with { Variant = "hundred" } : finding with { Variant = "cut" };
    }

    /// <summary>Whether the rate is that of the same change the other way.</summary>
    private bool Flipped(ReadOnlySpan<Part> parts)
    {
        decimal change = -parts[1].Sign * network[parts[1].Occurrence].Value, now = parts[2].Sign * network[parts[2].Occurrence].Value;
        if (now - change <= 0) return false;
        return network[parts[0].Occurrence].Range(network.Rounding).Contains(Math.Abs(100m * change / (now - change)));
    }

    /// <summary>The amount beside a rate is misprinted: told there, with what it should be.</summary>
    private Finding Misprinted(Finding finding, in Constraint primary, DigitSlips.Slip slip)
    {
        ReadOnlySpan<Part> parts = network.PartsOf(primary);
        Occurrence amount = network[slip.Occurrence];
        Place place = Places.Of(amount, context.Disclosure);
        Text role = parts[1].Occurrence != slip.Occurrence ? primary.Shape is Shape.GrowthByBasis ? new Text("所比数", "what it is compared with") : new Text("本年数", "this year's figure")
            : primary.Shape is Shape.GrowthByBasis ? new Text("本年数", "this year's figure") : new Text("增减额", "change");
        return finding with
        {
            Severity = Severity.Error,
            Variant = "digit",
            Where = place,
            Quote = context.Disclosure.Source.Quote(place.Span),
            Stated = amount.Text,
            Expected = slip.Repaired,
            Arguments = finding.Arguments.With("role", role).With("way", slip.Way).With("unit", amount.Claim!.Unit).With("rate", finding.Stated ?? "").With("computed", finding.Expected ?? ""),
            Evidence = [new Evidence(finding.Where, finding.Quote), .. finding.Evidence.Where(e => e.Place.Span != place.Span)],
        };
    }

    /// <summary>Whether the shares of the same whole in the same section add up to exactly 100 %.</summary>
    private bool SharesMakeHundred(Claim claim)
    {
        decimal sum = 0;
        int count = 0;
        foreach (Claim other in context.Disclosure.Claims)
        {
            if (other.Kind is not ClaimKind.Share || other.Section != claim.Section || other.Whole?.Key != claim.Whole?.Key || other.Value is not { } value) continue;
            sum += value.Value;
            count++;
        }

        return count > 1 && sum == 100m;
    }

    /// <summary>A register filled in with 元 under a heading of 万元.</summary>
    private Finding InYuan(Finding finding, in Constraint primary)
    {
        ReadOnlySpan<Part> parts = network.PartsOf(primary);
        decimal entries = 0;
        foreach (Part part in parts[1..]) entries += network[part.Occurrence].Value;
        return network[parts[0].Occurrence].Value is > 0 and var stated && entries == stated * YuanInWan ? finding with { Variant = "unit", Expected = null } : finding;
    }

    private Finding ChangeDirection(Finding finding, Claim claim, in Constraint primary)
    {
        ReadOnlySpan<Part> parts = network.PartsOf(primary);
        if (parts.Length != 3 || network[parts[0].Occurrence].Claim != claim) return finding;
        decimal difference = network[parts[1].Occurrence].Value - network[parts[2].Occurrence].Value;
        decimal stated = -parts[0].Sign * network[parts[0].Occurrence].Value;
        return difference == -stated
            ? finding with { Variant = "direction", Expected = difference.ToString("0.00##"), Arguments = finding.Arguments.With("direction", claim.Direction is Direction.Up ? new Text("增加", "up") : new Text("减少", "down")) }
            : finding;
    }

    /// <summary>An amount against its cell: items added in, another item's figure, a shifted decimal point.</summary>
    private Finding AmountAgainstCell(Finding finding, Claim claim, Cause cause)
    {
        if (claim.Subject.Address is not { } address || context.Statement(address.Form) is not { } statement) return finding;
        decimal stated = network[cause.Suspect].Value;
        decimal own = context.Row(address.Form, address.Row)?.Cell(address.Column)?.Figure?.Value ?? 0;
        if (stated == 0) return finding;
        if (own != 0 && IsShifted(stated, own)) return finding with { Variant = "shifted" };
        // How the figure came about is a support of its own for the form's.
        Finding explained = finding with { Expected = finding.Expected ?? (finding.Arguments.TryGetValue("expected", out Text? cell) && cell.Zh.Length > 0 ? cell.Zh : null) };
        return SumOfCells.Find(context, statement, address, stated, own) switch
        {
            { Count: 1 } same when own != stated => Named(explained, same[0], address, "misnamed", "other", OtherRow(same[0], address)),
            { Count: > 1 } several => Merged(explained, several, address),
            _ => finding,
        };
    }

    private static Finding Named(Finding finding, StatementRow row, in Address address, string variant, string argument, Text text)
    {
        Cell cell = row.Cell(address.Column)!;
        return finding with
        {
            Variant = variant,
            Arguments = finding.Arguments.With(argument, text),
            Evidence = finding.Evidence.Add(new Evidence(new Place(cell.Span, address with { Row = row.Key }), cell.Text, text)),
        };
    }

    private Finding Merged(Finding finding, IReadOnlyList<StatementRow> rows, Address address)
    {
        string sum = string.Join('＋', rows.Select(r => r.Key == address.Row ? r.Cell(address.Column)!.Text : $"{r.Cell(address.Column)!.Text}({r.Key})"));
        return finding with
        {
            Variant = "merged",
            Arguments = finding.Arguments.With("sum", sum),
            Evidence = finding.Evidence.AddRange(rows.Where(r => r.Key != address.Row).Select(r => new Evidence(
                new Place(r.Cell(address.Column)!.Span, address with { Row = r.Key }),
                r.Cell(address.Column)!.Text,
                Unlisted(r, address)))),
        };
    }

    private Text OtherRow(StatementRow row, in Address address)
    {
        Text name = FigureNames.RowOf(address.Form, row.Key, row.Caption, context.Edition);
        Text form = FormNames.Of(context.Edition, address.Form);
        return new Text($"{form.Zh}{name.Zh}的数", $"{form.En} {name.En}");
    }

    private Text Unlisted(StatementRow row, in Address address)
    {
        Text name = FigureNames.RowOf(address.Form, row.Key, row.Caption, context.Edition);
        Text form = FormNames.Of(context.Edition, address.Form);
        return new Text($"{form.Zh}{name.Zh}，文字未单列", $"{form.En} {name.En}, not listed in the text");
    }

    private static bool IsShifted(decimal a, decimal b) =>
        Math.Abs(a * 10 - b) < 0.1m || Math.Abs(b * 10 - a) < 0.1m || Math.Abs(a * 100 - b) < 1m || Math.Abs(b * 100 - a) < 1m;
}
