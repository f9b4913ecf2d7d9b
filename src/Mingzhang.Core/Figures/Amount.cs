using System.Globalization;

namespace Mingzhang.Core.Figures;

/// <summary>An exact sum of money in 元 with two decimals. Never binary floating point.</summary>
public readonly record struct Amount : IComparable<Amount>
{
    /// <summary>元 in one 万元.</summary>
    public const decimal YuanPerWan = 10_000m;

    private Amount(decimal yuan) => Yuan = yuan;

    /// <summary>The amount in 元.</summary>
    public decimal Yuan { get; }

    /// <summary>The amount in 万元, exact (up to six decimals).</summary>
    public decimal Wan => Yuan / YuanPerWan;

    /// <summary>Nothing.</summary>
    public static Amount Zero => default;

    /// <summary>An amount of <paramref name="yuan"/> 元.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a whole number of 分.</exception>
    public static Amount FromYuan(decimal yuan) =>
        decimal.Round(yuan, 2) == yuan
            ? new Amount(yuan)
            : throw new ArgumentOutOfRangeException(nameof(yuan), yuan, "An amount is a whole number of 分 (0.01 元).");

    /// <summary>An amount of <paramref name="wan"/> 万元.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a whole number of 分.</exception>
    public static Amount FromWan(decimal wan) => FromYuan(wan * YuanPerWan);

    /// <summary>The figure in 万元 with two decimals as the statutory forms print it: half away from zero (domain §5).</summary>
    public Printed PrintWan() => new(decimal.Round(Wan, 2, MidpointRounding.AwayFromZero), 2);

    /// <summary>Sum.</summary>
    public static Amount operator +(Amount a, Amount b) => new(a.Yuan + b.Yuan);

    /// <summary>Difference.</summary>
    public static Amount operator -(Amount a, Amount b) => new(a.Yuan - b.Yuan);

    /// <summary>Negation.</summary>
    public static Amount operator -(Amount a) => new(-a.Yuan);

    /// <summary>Less than.</summary>
    public static bool operator <(Amount a, Amount b) => a.Yuan < b.Yuan;

    /// <summary>Greater than.</summary>
    public static bool operator >(Amount a, Amount b) => a.Yuan > b.Yuan;

    /// <summary>At most.</summary>
    public static bool operator <=(Amount a, Amount b) => a.Yuan <= b.Yuan;

    /// <summary>At least.</summary>
    public static bool operator >=(Amount a, Amount b) => a.Yuan >= b.Yuan;

    /// <inheritdoc/>
    public int CompareTo(Amount other) => Yuan.CompareTo(other.Yuan);

    /// <summary>元 with two decimals.</summary>
    public override string ToString() => Yuan.ToString("0.00", CultureInfo.InvariantCulture);
}
