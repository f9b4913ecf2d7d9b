using Mingzhang.Core.Figures;

namespace Mingzhang.Checking.Facts;

/// <summary>Shares, completion rates and growth rates of printed figures, in percent (domain §5).</summary>
internal static class Quotients
{
    private static readonly Interval Hundred = Interval.Point(100);

    /// <summary>How the percentage stands to the two amounts.</summary>
    public static Verdict Judge(FactNetwork network, in Constraint constraint)
    {
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        ref readonly Occurrence percent = ref network[parts[0].Occurrence];
        decimal printed = parts[0].Sign * percent.Value;
        Interval own = Signed(percent.Range(network.Rounding), parts[0].Sign);
        if (OfPrinted(network, constraint, parts) is { } computed && (own.Contains(computed) || computed == printed)) return Verdict.Exact;
        return Implied(network, constraint, 0, null) is { } implied && !implied.Overlaps(percent.Range(network.Rounding))
            ? Verdict.Violated
            : Verdict.Rounding;
    }

    /// <summary>The values that two of the parts leave to the third; null where they leave every value.</summary>
    public static Interval? Implied(FactNetwork network, in Constraint constraint, int at, IReadOnlyDictionary<int, Interval>? corrected)
    {
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        Interval percent = Signed(network.RangeOf(parts[0].Occurrence, corrected), parts[0].Sign);
        if (constraint.Shape is Shape.CompletionByChange) percent -= Hundred;
        Interval first = Signed(network.RangeOf(parts[1].Occurrence, corrected), parts[1].Sign);
        Interval second = Signed(network.RangeOf(parts[2].Occurrence, corrected), parts[2].Sign);
        Interval? implied = constraint.Shape switch
        {
            Shape.Quotient => at switch
            {
                0 => Interval.Percent(first, second),
                1 => percent * second * 0.01m,
                _ => Interval.Divide(first, percent) * 100m,
            },
            Shape.GrowthByBasis => at switch
            {
                0 => Interval.Growth(first, second),
                1 => (percent + Hundred) * second * 0.01m,
                _ => Interval.Divide(first, percent + Hundred) * 100m,
            },
            _ => at switch
            {
                0 => GrowthOf(first, second),
                1 => Interval.Divide(percent, percent + Hundred) is { } ratio ? ratio * second : null,
                _ => Interval.Divide(percent + Hundred, percent) is { } factor ? factor * first : null,
            },
        };
        if (constraint.Shape is Shape.CompletionByChange && at == 0) implied += Hundred;
        return implied is { } range ? Signed(range, parts[at].Sign) : null;
    }

    /// <summary>
    /// Growth in percent from the change and the value now: change ÷ (now − change). It rises with the change and, for a rise, falls with
    /// the value now, so that its ends lie at the corners.
    /// </summary>
    private static Interval? GrowthOf(Interval change, Interval now)
    {
        Interval before = now - change;
        if (before.Low <= 0) return null;
        decimal a = 100m * change.Low / (now.Low - change.Low), b = 100m * change.Low / (now.High - change.Low);
        decimal c = 100m * change.High / (now.Low - change.High), d = 100m * change.High / (now.High - change.High);
        const decimal Slack = 0.000000000000000001m;
        return new Interval(Math.Min(Math.Min(a, b), Math.Min(c, d)) - Slack, Math.Max(Math.Max(a, b), Math.Max(c, d)) + Slack);
    }

    /// <summary>The percentage that the two amounts make as printed; null where the divisor is zero.</summary>
    internal static decimal? OfPrinted(FactNetwork network, in Constraint constraint, ReadOnlySpan<Part> parts)
    {
        decimal first = parts[1].Sign * network[parts[1].Occurrence].Value, second = parts[2].Sign * network[parts[2].Occurrence].Value;
        decimal divisor = constraint.Shape is Shape.GrowthByChange or Shape.CompletionByChange ? second - first : second;
        if (divisor == 0) return null;
        return constraint.Shape switch
        {
            Shape.GrowthByBasis => 100m * (first / second - 1m),
            Shape.CompletionByChange => 100m * second / divisor,
            _ => 100m * first / divisor,
        };
    }

    private static Interval Signed(Interval range, int sign) => sign < 0 ? -range : range;
}
