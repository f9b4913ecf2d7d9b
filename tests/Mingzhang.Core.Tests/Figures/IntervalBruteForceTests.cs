using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Tests.Figures;

/// <summary>
/// Every interval with whole ends from 0 to 4 and every pair of them, compared with the sets of half points that they contain: a non-empty
/// interval with whole ends contains at least one half point.
/// </summary>
public sealed class IntervalBruteForceTests
{
    private static readonly decimal[] Points = [.. Enumerable.Range(-2, 14).Select(i => i / 2m)];

    private static readonly Interval[] All =
    [
        .. from low in Enumerable.Range(0, 5)
           from high in Enumerable.Range(0, 5)
           from lowOpen in new[] { false, true }
           from highOpen in new[] { false, true }
           select new Interval(low, high, lowOpen, highOpen),
    ];

    [Fact]
    public void It_is_empty_just_when_it_contains_no_point() =>
        Assert.All(All, interval => Assert.Equal(!Points.Any(interval.Contains), interval.IsEmpty));

    [Fact]
    public void The_intersection_contains_just_the_points_of_both() => EachPair((a, b) =>
    {
        Interval both = a.Intersect(b);
        foreach (decimal point in Points) Assert.Equal(a.Contains(point) && b.Contains(point), both.Contains(point));
        Assert.Equal(!Points.Any(p => a.Contains(p) && b.Contains(p)), both.IsEmpty);
        Assert.Equal(both.IsEmpty, !a.Overlaps(b));
    });

    [Fact]
    public void Intersection_does_not_depend_on_the_order() => EachPair((a, b) => Assert.Equal(a.Intersect(b), b.Intersect(a)));

    [Fact]
    public void Sums_differences_and_products_contain_those_of_all_points() => EachPair((a, b) =>
    {
        if (a.IsEmpty || b.IsEmpty) return;
        Interval sum = a + b, difference = a - b, product = a * b;
        foreach (decimal x in Points.Where(a.Contains))
        {
            foreach (decimal y in Points.Where(b.Contains))
            {
                Assert.True(sum.Contains(x + y) && difference.Contains(x - y) && product.Contains(x * y));
                if (Interval.Divide(a, b) is { } quotient) Assert.True(Fraction.Of(x).Against(Fraction.Of(y) * Fraction.Of(quotient.Low)) >= 0 && Fraction.Of(x).Against(Fraction.Of(y) * Fraction.Of(quotient.High)) <= 0);
            }
        }

        Assert.False(sum.Contains(a.Low + b.Low) && (a.LowOpen || b.LowOpen));
        Assert.False(sum.Contains(a.High + b.High) && (a.HighOpen || b.HighOpen));
    });

    private static void EachPair(Action<Interval, Interval> test)
    {
        foreach (Interval a in All)
        {
            foreach (Interval b in All) test(a, b);
        }
    }
}
