using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Tests.Figures;

/// <summary>True values and the figures that documents print for them, from a seeded generator.</summary>
internal static class RandomFigures
{
    /// <summary>An amount of either sign, from fen to hundreds of billions of 元, all magnitudes alike.</summary>
    public static Amount Amount(Random random)
    {
        decimal fen = random.NextInt64(0, (long)Math.Pow(10, random.Next(1, 15)));
        return Core.Figures.Amount.FromYuan((random.Next(4) == 0 ? -fen : fen) / 100m);
    }

    /// <summary>A positive amount.</summary>
    public static Amount PositiveAmount(Random random)
    {
        Amount amount = Amount(random);
        return amount.Yuan == 0 ? Core.Figures.Amount.FromYuan(0.01m) : amount.Yuan < 0 ? -amount : amount;
    }

    /// <summary>How a document prints a value.</summary>
    public static Printed Print(decimal value, int decimals, Rounding rounding) =>
        new(decimal.Round(value, decimals, rounding == Rounding.Truncated ? MidpointRounding.ToZero : MidpointRounding.AwayFromZero), decimals);

    /// <summary>Half up or truncated.</summary>
    public static Rounding AnyRounding(Random random) => random.Next(2) == 0 ? Rounding.HalfUp : Rounding.Truncated;

    /// <summary>A true value with the interval of its printed figure.</summary>
    public static (decimal True, Interval Printed) Value(Random random, bool positive = false)
    {
        decimal value = (positive ? PositiveAmount(random) : Amount(random)).Wan;
        Rounding rounding = AnyRounding(random);
        return (value, Print(value, random.Next(5), rounding).ToInterval(rounding));
    }
}
