namespace Mingzhang.Core.Figures;

/// <summary>
/// Every value between two ends, each of them included (closed) or not (open). Arithmetic is sound: the result contains every
/// value that the operands allow. Products and quotients are widened outwards by the last digits that <see cref="decimal"/> cannot
/// hold, so that rounding inside the program never proves an error in a document.
/// </summary>
public readonly record struct Interval
{
    /// <summary>A quotient beyond this is as good as unbounded: a division by nearly nothing.</summary>
    public const decimal MaxQuotient = 1_000_000_000_000_000m;

    // A unit in the 20th decimal, or in the 27th digit of large values: far below any printed digit, above decimal's own rounding
    // (28 digits).
    private const decimal Slack = 0.00000000000000000001m;
    private const decimal PerMaxQuotient = 1 / MaxQuotient;
    private const decimal RelativeSlack = 0.000000000000000000000000001m;

    /// <summary>The interval between <paramref name="low"/> and <paramref name="high"/>; ends are closed unless said otherwise.</summary>
    public Interval(decimal low, decimal high, bool lowOpen = false, bool highOpen = false)
    {
        Low = low;
        High = high;
        LowOpen = lowOpen;
        HighOpen = highOpen;
    }

    /// <summary>Lower end.</summary>
    public decimal Low { get; }

    /// <summary>Upper end.</summary>
    public decimal High { get; }

    /// <summary>The lower end itself is left out.</summary>
    public bool LowOpen { get; }

    /// <summary>The upper end itself is left out.</summary>
    public bool HighOpen { get; }

    /// <summary>No value at all: the proof of a contradiction.</summary>
    public bool IsEmpty => Low > High || (Low == High && (LowOpen || HighOpen));

    /// <summary>Upper end less lower end.</summary>
    public decimal Width => High - Low;

    /// <summary>Just one value.</summary>
    public static Interval Point(decimal value) => new(value, value);

    /// <summary>Whether a value lies inside.</summary>
    public bool Contains(decimal value) =>
        (value > Low || (value == Low && !LowOpen)) && (value < High || (value == High && !HighOpen));

    /// <summary>The values in both.</summary>
    public Interval Intersect(Interval other)
    {
        decimal low = Math.Max(Low, other.Low), high = Math.Min(High, other.High);
        bool lowOpen = (Low == low && LowOpen) || (other.Low == low && other.LowOpen);
        bool highOpen = (High == high && HighOpen) || (other.High == high && other.HighOpen);
        return new Interval(low, high, lowOpen, highOpen);
    }

    /// <summary>Whether some value lies in both.</summary>
    public bool Overlaps(Interval other) => !Intersect(other).IsEmpty;

    /// <summary>Sum of any value of one and any of the other.</summary>
    public static Interval operator +(Interval a, Interval b) =>
        new(a.Low + b.Low, a.High + b.High, a.LowOpen || b.LowOpen, a.HighOpen || b.HighOpen);

    /// <summary>Difference: [a.lo − b.hi, a.hi − b.lo].</summary>
    public static Interval operator -(Interval a, Interval b) => a + -b;

    /// <summary>Negation.</summary>
    public static Interval operator -(Interval a) => new(-a.High, -a.Low, a.HighOpen, a.LowOpen);

    /// <summary>Product with an exact factor.</summary>
    public static Interval operator *(Interval a, decimal factor) => factor switch
    {
        0 => Point(0),
        < 0 => -a * -factor,
        _ => new Interval(a.Low * factor, a.High * factor, a.LowOpen, a.HighOpen),
    };

    /// <summary>Product of any value of one and any of the other.</summary>
    public static Interval operator *(Interval a, Interval b)
    {
        decimal p = a.Low * b.Low, q = a.Low * b.High, r = a.High * b.Low, s = a.High * b.High;
        return Widened(Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)));
    }

    /// <summary>
    /// Quotient of any value of <paramref name="a"/> and any value of <paramref name="b"/>; null when the divisor may be zero or
    /// so near to it that the quotient can exceed <see cref="MaxQuotient"/>, for then it can be anything.
    /// </summary>
    public static Interval? Divide(Interval a, Interval b)
    {
        if (b.Low <= 0 && b.High >= 0) return null;
        if (Math.Max(Math.Abs(a.Low), Math.Abs(a.High)) * PerMaxQuotient > Math.Min(Math.Abs(b.Low), Math.Abs(b.High))) return null;
        if (a.Low >= 0 && b.Low > 0) return Widened(a.Low / b.High, a.High / b.Low);
        decimal p = a.Low / b.Low, q = a.Low / b.High, r = a.High / b.Low, s = a.High / b.High;
        return Widened(Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)));
    }

    /// <summary>Share in percent: 100 × part ÷ whole; null when the whole may be zero.</summary>
    public static Interval? Percent(Interval part, Interval whole) => Divide(part, whole) * 100m;

    /// <summary>Growth in percent: 100 × (now ÷ before − 1); null when the value before may be zero (domain §5: it has no growth).</summary>
    public static Interval? Growth(Interval now, Interval before) => (Divide(now, before) - Point(1m)) * 100m;

    /// <summary><c>[low, high]</c> with round brackets at open ends.</summary>
    public override string ToString() => $"{(LowOpen ? '(' : '[')}{Low}, {High}{(HighOpen ? ')' : ']')}";

    private static Interval Widened(decimal low, decimal high) =>
        new(low - (Slack + Math.Abs(low) * RelativeSlack), high + (Slack + Math.Abs(high) * RelativeSlack));
}
