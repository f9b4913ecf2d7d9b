namespace Mingzhang.Core.Figures;

/// <summary>
/// Every value between two ends, each of them included (closed) or not (open). Arithmetic is sound: the result contains every
/// value that the operands allow. Quotients are widened outwards by the last digit that <see cref="decimal"/> cannot hold,
/// so that rounding inside the program never proves an error in a document.
/// </summary>
public readonly record struct Interval
{
    // Half a unit in the 20th decimal: far below any printed digit, far above decimal's own rounding of a quotient.
    private const decimal Slack = 0.00000000000000000001m;

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

    /// <summary>The smallest interval around both.</summary>
    public Interval Hull(Interval other)
    {
        decimal low = Math.Min(Low, other.Low), high = Math.Max(High, other.High);
        bool lowOpen = (Low != low || LowOpen) && (other.Low != low || other.LowOpen);
        bool highOpen = (High != high || HighOpen) && (other.High != high || other.HighOpen);
        return new Interval(low, high, lowOpen, highOpen);
    }

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
        return new Interval(Math.Min(Math.Min(p, q), Math.Min(r, s)) - Slack, Math.Max(Math.Max(p, q), Math.Max(r, s)) + Slack);
    }

    /// <summary>
    /// Quotient of any value of <paramref name="a"/> and any value of <paramref name="b"/>; null when the divisor may be zero,
    /// for then it can be anything.
    /// </summary>
    public static Interval? Divide(Interval a, Interval b)
    {
        if (b.Low <= 0 && b.High >= 0) return null;
        decimal p = a.Low / b.Low, q = a.Low / b.High, r = a.High / b.Low, s = a.High / b.High;
        return new Interval(Math.Min(Math.Min(p, q), Math.Min(r, s)) - Slack, Math.Max(Math.Max(p, q), Math.Max(r, s)) + Slack);
    }

    /// <summary>Share in percent: 100 × part ÷ whole; null when the whole may be zero.</summary>
    public static Interval? Percent(Interval part, Interval whole) => Divide(part, whole) * 100m;

    /// <summary>Growth in percent: 100 × (now ÷ before − 1); null when the value before may be zero (domain §5: it has no growth).</summary>
    public static Interval? Growth(Interval now, Interval before) => (Divide(now, before) - Point(1m)) * 100m;

    /// <summary><c>[low, high]</c> with round brackets at open ends.</summary>
    public override string ToString() => $"{(LowOpen ? '(' : '[')}{Low}, {High}{(HighOpen ? ')' : ']')}";
}
