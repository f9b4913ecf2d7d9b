using System.Globalization;
using Mingzhang.Checking.Facts;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Narrative;

/// <summary>
/// An amount of the text with a digit too many or too few, or two neighbours exchanged: the rate beside it, far off as printed, fits exactly once that is put right.
/// </summary>
internal static class DigitSlips
{
    /// <summary>How far the printed rate must be from that of the printed amounts, in percentage points.</summary>
    private const decimal Far = 10m;

    /// <summary>How closely, relative to the amount, the rate must fix it: with fewer digits some slip would fit by chance.</summary>
    private const decimal Closely = 0.001m;

    /// <summary>An amount that is misprinted.</summary>
    /// <param name="Occurrence">The amount.</param>
    /// <param name="Repaired">As it should be printed.</param>
    /// <param name="Way">What happened to it.</param>
    public sealed record Slip(int Occurrence, string Repaired, Text Way);

    /// <summary>The only slip that explains a growth rate; null where none does, or more than one.</summary>
    public static Slip? Of(FactNetwork network, in Constraint constraint)
    {
        if (constraint.Shape is not (Shape.GrowthByBasis or Shape.GrowthByChange) || network.Implied(constraint, 0, null) is not { } computed) return null;
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        ref readonly Occurrence percent = ref network[parts[0].Occurrence];
        bool far = computed.High < 0 || computed.Low - percent.Value > Far || percent.Value - computed.High > Far;
        if (!far || percent.Claim?.Value is not { } rate) return null;

        // A slip in the rate explains it as well.
        foreach ((string text, _) in Variants(rate.ToString()))
        {
            if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal value) && computed.Overlaps(Around(value, percent.Unit))) return null;
        }

        Slip? found = null;
        for (int i = 1; i < parts.Length; i++)
        {
            ref readonly Occurrence amount = ref network[parts[i].Occurrence];
            if (amount.Claim?.Value is not { Value: > 0 } printed || network.Implied(constraint, i, null) is not { IsEmpty: false, Low: > 0 } implied) continue;
            if (implied.Width > implied.Low * Closely || IsConfirmed(network, parts[i].Occurrence)) continue;
            decimal scale = amount.Value / printed.Value;
            foreach ((string text, Text way) in Variants(printed.ToString().Replace(",", "", StringComparison.Ordinal)))
            {
                if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) || !implied.Overlaps(Around(value * scale, amount.Unit))) continue;
                if (found is not null && (found.Occurrence != parts[i].Occurrence || found.Repaired != text)) return null;
                found ??= new Slip(parts[i].Occurrence, text, way);
            }
        }

        return found;
    }

    /// <summary>Whether a form or another sentence prints the amount, too.</summary>
    private static bool IsConfirmed(FactNetwork network, int occurrence)
    {
        foreach (int index in network.Adjacency.Of(occurrence))
        {
            if (network.Constraints[index] is { Shape: Shape.Linear, Count: 2, Comparison: Core.Forms.Comparison.Equal } equal && network.Judge(equal) is not Verdict.Violated) return true;
        }

        return false;
    }

    private static Interval Around(decimal value, decimal unit) => new(value - (unit / 2), value + (unit / 2));

    /// <summary>What may have been meant: a digit less, two neighbours the other way round, a digit more.</summary>
    private static IEnumerable<(string Text, Text Way)> Variants(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            if (IsFigure(text.Remove(i, 1), out string shorter)) yield return (shorter, new Text("多写一位数字", "has a digit too many"));
            if (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && text[i] != text[i + 1] && IsFigure(string.Concat(text.AsSpan(0, i), [text[i + 1], text[i]], text.AsSpan(i + 2)), out string exchanged))
                yield return (exchanged, new Text("相邻两位数字颠倒", "has two neighbouring digits exchanged"));
        }

        int point = text.IndexOf('.', StringComparison.Ordinal);
        for (int i = 0; i <= (point < 0 ? text.Length : point); i++)
        {
            for (char digit = '0'; digit <= '9'; digit++)
            {
                if (IsFigure(text.Insert(i, digit.ToString()), out string longer)) yield return (longer, new Text("漏写一位数字", "lacks a digit"));
            }
        }
    }

    private static bool IsFigure(string text, out string figure)
    {
        figure = text;
        return text.Length > 0 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]) && (text[0] != '0' || text.Length == 1 || text[1] == '.');
    }
}
