using System.Numerics;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Tests.Figures;

/// <summary>An exact fraction: the yardstick for quotients, which <see cref="decimal"/> must round.</summary>
internal readonly record struct Fraction
{
    private Fraction(BigInteger numerator, BigInteger denominator)
    {
        Numerator = denominator.Sign < 0 ? -numerator : numerator;
        Denominator = BigInteger.Abs(denominator);
    }

    private BigInteger Numerator { get; }

    private BigInteger Denominator { get; }

    public static Fraction Of(decimal value)
    {
        int[] bits = decimal.GetBits(value);
        BigInteger mantissa = ((BigInteger)unchecked((uint)bits[2]) << 64) | ((BigInteger)unchecked((uint)bits[1]) << 32) | unchecked((uint)bits[0]);
        return new Fraction(bits[3] < 0 ? -mantissa : mantissa, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static Fraction operator -(Fraction a, Fraction b) => new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public int Against(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool LiesIn(Interval interval)
    {
        int low = Against(Of(interval.Low)), high = Against(Of(interval.High));
        return (interval.LowOpen ? low > 0 : low >= 0) && (interval.HighOpen ? high < 0 : high <= 0);
    }
}
