using System.Globalization;
using Mingzhang.Core.Figures;

namespace Mingzhang.Checking.Facts;

/// <summary>What a suspect figure should be, as the document would print it.</summary>
internal static class Expectation
{
    /// <summary>
    /// The likely right figure: that of an equal occurrence as printed, else the result of a sum, else the range that a percentage or an
    /// inequality leaves; null if nothing is left.
    /// </summary>
    public static string? Of(FactNetwork network, Cause cause)
    {
        foreach (int index in cause.Explained)
        {
            ref readonly Constraint constraint = ref network.Constraints[index];
            if (constraint is not { Shape: Shape.Linear, Count: 2, Comparison: Core.Forms.Comparison.Equal }) continue;
            ReadOnlySpan<Part> parts = network.PartsOf(constraint);
            int other = parts[0].Occurrence == cause.Suspect ? parts[1].Occurrence : parts[0].Occurrence;
            if (cause.Value is { } agreed && !agreed.Overlaps(network[other].Range(network.Rounding))) continue;
            return network[other].Kind is OccurrenceKind.Blank ? "空" : InUnitOf(network[cause.Suspect], network[other]);
        }

        return FromSum(network, cause) ?? FromRange(network, cause);
    }

    /// <summary>The percentage that the printed amounts of a constraint give, with the decimals of the printed percentage.</summary>
    public static string Percent(FactNetwork network, in Constraint constraint)
    {
        Part percent = network.PartsOf(constraint)[0];
        int decimals = network[percent.Occurrence].Claim?.Value?.Decimals ?? 1;
        return network.Implied(constraint, 0, null) is { } range ? Range(range, decimals) : "";
    }

    /// <summary>How many decimals a constraint's amounts are told with: none where all of them are printed whole, as amounts in 元 are; else two at least.</summary>
    internal static int Decimals(FactNetwork network, in Constraint constraint)
    {
        int most = 0;
        foreach (Part part in network.PartsOf(constraint))
        {
            ref readonly Occurrence occurrence = ref network[part.Occurrence];
            most = Math.Max(most, occurrence.Cell?.Figure?.Decimals ?? occurrence.Claim?.Value?.Decimals ?? 0);
        }

        return most == 0 ? 0 : Math.Max(2, most);
    }

    private static string InUnitOf(in Occurrence suspect, in Occurrence other)
    {
        decimal scale = ScaleOf(suspect);
        return scale == ScaleOf(other) ? other.Text : Format(other.Value / scale, 2);
    }

    private static string? FromSum(FactNetwork network, Cause cause)
    {
        foreach (int index in cause.Explained)
        {
            ref readonly Constraint constraint = ref network.Constraints[index];
            if (constraint is not { Shape: Shape.Linear, Comparison: Core.Forms.Comparison.Equal }) continue;
            decimal others = 0;
            int sign = 1;
            foreach (Part part in network.PartsOf(constraint))
            {
                if (part.Occurrence == cause.Suspect) sign = part.Sign;
                else others += part.Sign * network[part.Occurrence].Value;
            }

            decimal value = -others / sign / ScaleOf(network[cause.Suspect]);
            if (cause.Value is not { } agreed || agreed.Contains(-others / sign)) return Format(value, Math.Max(Decimals(network, constraint), DecimalsOf(value)));
        }

        return null;
    }

    private static string? FromRange(FactNetwork network, Cause cause)
    {
        if (cause.Value is not { IsEmpty: false } range) return null;
        ref readonly Occurrence suspect = ref network[cause.Suspect];
        if (suspect.IsPercent && network.Constraints[cause.Primary].Shape is not Shape.Linear) return Percent(network, network.Constraints[cause.Primary]);
        // A bound is printed as the other figure is, not as the end of its range.
        ref readonly Constraint told = ref network.Constraints[cause.Primary];
        if (told is { Shape: Shape.Linear, Count: 2, Comparison: not Core.Forms.Comparison.Equal })
        {
            ReadOnlySpan<Part> parts = network.PartsOf(told);
            ref readonly Occurrence bound = ref network[parts[0].Occurrence == cause.Suspect ? parts[1].Occurrence : parts[0].Occurrence];
            return (Math.Abs(range.Low) > 1_000_000_000_000m ? "≤" : "≥") + InUnitOf(suspect, bound);
        }

        int decimals = Decimals(network, told);
        if (Math.Abs(range.Low) > 1_000_000_000_000m) return $"≤{Format(range.High / ScaleOf(suspect), decimals)}";
        if (Math.Abs(range.High) > 1_000_000_000_000m) return $"≥{Format(range.Low / ScaleOf(suspect), decimals)}";
        return Range(range * (1 / ScaleOf(suspect)), decimals);
    }

    private static string Range(Interval range, int decimals)
    {
        string low = Format(range.Low, decimals), high = Format(range.High, decimals);
        if (low == high) return low;
        string middle = Format((range.Low + range.High) / 2, decimals);
        return range.Width < Pow10(-decimals) ? middle : $"{low}～{high}";
    }

    /// <summary>How many of the disclosure's units one of the figure as printed is.</summary>
    internal static decimal ScaleOf(in Occurrence occurrence) =>
        occurrence.Cell?.Figure is { } cell ? Ratio(occurrence.Unit, cell.Unit) : occurrence.Claim is { Value: { Value: not 0 } value } ? Ratio(occurrence.Value, value.Value) : 1m;

    private static decimal Ratio(decimal scaled, decimal printed) => scaled == 0 || printed == 0 ? 1m : scaled / printed;

    private static int DecimalsOf(decimal value) => Math.Min(6, (int)((decimal.GetBits(value / 1.0000000000000000000000000000m)[3] >> 16) & 0xFF));

    private static decimal Pow10(int exponent) => (decimal)Math.Pow(10, exponent);

    private static string Format(decimal value, int decimals) =>
        decimal.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
