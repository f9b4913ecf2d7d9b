using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Facts;

/// <summary>Sums and differences of printed figures (domain §5).</summary>
internal static class Additive
{
    /// <summary>Beyond every amount that a document can print.</summary>
    private const decimal Far = 1_000_000_000_000_000_000m;

    /// <summary>How the signed parts stand to zero.</summary>
    public static Verdict Judge(FactNetwork network, in Constraint constraint)
    {
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        ReadOnlySpan<Occurrence> occurrences = network.Occurrences;
        decimal sum = 0;
        foreach (Part part in parts)
        {
            if (part.Sign > 0) sum += occurrences[part.Occurrence].Value;
            else sum -= occurrences[part.Occurrence].Value;
        }

        if (Satisfies(sum, constraint.Comparison)) return Verdict.Exact;
        Interval range = Interval.Point(0);
        decimal unit = 0;
        int rounded = 0;
        foreach (Part part in parts)
        {
            ref readonly Occurrence occurrence = ref occurrences[part.Occurrence];
            if (occurrence.Unit > 0) rounded++;
            unit = Math.Max(unit, occurrence.Unit);
            range = part.Sign > 0 ? range + occurrence.Range(network.Rounding) : range - occurrence.Range(network.Rounding);
        }

        if (!CanSatisfy(range, constraint.Comparison)) return Verdict.Violated;
        // Three standard deviations of so many rounded figures: 3·√(n/12) units of the last digit.
        return network.Rounding is Rounding.HalfUp && sum * sum > 0.75m * rounded * unit * unit ? Verdict.Unlikely : Verdict.Rounding;
    }

    /// <summary>The values that the others leave to one part.</summary>
    public static Interval? Implied(FactNetwork network, in Constraint constraint, int at, IReadOnlyDictionary<int, Interval>? corrected)
    {
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        Interval others = Interval.Point(0);
        for (int i = 0; i < parts.Length; i++)
        {
            if (i == at) continue;
            Interval range = network.RangeOf(parts[i].Occurrence, corrected);
            others = parts[i].Sign > 0 ? others + range : others - range;
        }

        // sign·x + others (comparison) 0
        bool positive = parts[at].Sign > 0;
        Interval balance = positive ? -others : others;
        return constraint.Comparison switch
        {
            Comparison.Equal => balance,
            Comparison.AtMost => positive ? new Interval(-Far, balance.High) : new Interval(balance.Low, Far),
            _ => positive ? new Interval(balance.Low, Far) : new Interval(-Far, balance.High),
        };
    }

    private static bool Satisfies(decimal sum, Comparison comparison) => comparison switch
    {
        Comparison.Equal => sum == 0,
        Comparison.AtMost => sum <= 0,
        _ => sum >= 0,
    };

    private static bool CanSatisfy(Interval sum, Comparison comparison) => comparison switch
    {
        Comparison.Equal => sum.Contains(0),
        Comparison.AtMost => sum.Low <= 0,
        _ => sum.High >= 0,
    };
}
