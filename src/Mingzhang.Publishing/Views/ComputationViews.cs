using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;

namespace Mingzhang.Publishing.Views;

/// <summary>Writes computations out: figures, intervals, the arithmetic with its numbers, and why the sides agree or do not.</summary>
internal static class ComputationViews
{
    /// <summary>Longer sums leave out their blank cells.</summary>
    private const int MostWithBlanks = 4;

    /// <summary>What a page shows of a computation.</summary>
    /// <param name="computation">The computation.</param>
    /// <param name="title">What the rule of its finding demands.</param>
    /// <param name="source">The document.</param>
    public static ComputationView Of(Computation computation, Text title, SourceText source)
    {
        bool sum = computation.Kind is ComputationKind.Sum;
        SideView left = computation.Left.IsEmpty ? new SideView([], 0, "?", null, null) : Side(computation.Left, source, Sum(computation.Left), computation.LeftValue, computation.LeftRange, sum);
        SideView right = Side(computation.Right, source, sum ? Sum(computation.Right) : Quotient(computation), computation.RightValue, computation.RightRange, sum);
        string sign = computation.Comparison switch { Comparison.AtMost => "≤", Comparison.AtLeast => "≥", _ => "=" };
        return new ComputationView(computation.Relation.Zh.Length > 0 ? computation.Relation : title, sign, computation.Unit, left, right, computation.CanHold && !HasNoRate(computation), Why(computation));
    }

    private static SideView Side(ImmutableArray<ComputedFigure> figures, SourceText source, string written, decimal? value, Interval? range, bool mayLeaveOut)
    {
        ImmutableArray<ComputedFigure> shown = mayLeaveOut && figures.Length > MostWithBlanks ? [.. figures.Where(f => !f.IsBlank)] : figures;
        return new SideView([.. shown.Select(f => Figure(f, source))], figures.Length - shown.Length, written, value is { } v ? range is { Width: 0 } ? End(v) : Number(v) : null, range is { } r ? Range(r) : null);
    }

    private static FigureView Figure(ComputedFigure figure, SourceText source) =>
        new(PlaceViews.Of(source, figure.Place), figure.Name, figure.Printed, Value(figure), Range(figure.Range), figure.Sign < 0);

    private static string Sum(ImmutableArray<ComputedFigure> figures)
    {
        var sum = new System.Text.StringBuilder();
        foreach (ComputedFigure figure in figures)
        {
            if (figure.IsBlank && figures.Length > MostWithBlanks) continue;
            if (sum.Length > 0) sum.Append(figure.Sign < 0 ? " − " : " + ");
            else if (figure.Sign < 0) sum.Append('−');
            sum.Append(figure.Value < 0 && sum.Length > 1 ? $"({Value(figure)})" : Value(figure));
        }

        return sum.Length == 0 ? "0" : sum.ToString();
    }

    private static string Quotient(Computation computation)
    {
        if (computation.Kind is ComputationKind.Points) return $"{Value(computation.Right[0])} × {Value(computation.Right[1])} ÷ {Value(computation.Right[2])}";
        string first = Value(computation.Right[0]), second = Value(computation.Right[1]), before = computation.Right[0].Sign > 0 ? $"({second} − {first})" : $"({second} + {first})";
        string change = computation.Right[0].Sign > 0 ? first : "−" + first;
        return computation.Kind switch
        {
            ComputationKind.Percent => $"100 × {first} ÷ {second}",
            ComputationKind.Growth => $"100 × ({first} ÷ {second} − 1)",
            ComputationKind.GrowthByChange => $"100 × {change} ÷ {before}",
            _ => $"100 × {second} ÷ {before}",
        };
    }

    private static bool HasNoRate(Computation computation) => computation.RightRange is null && computation.Right[^1].Value == 0;

    private static Text Why(Computation computation)
    {
        if (computation.RightRange is not { } right || computation.RightValue is not { } value)
        {
            return HasNoRate(computation)
                ? new Text("除数为零，这个比率不存在。", "The divisor is zero: there is no such rate.")
                : new Text("除数可能为零，右边可以是任何数。", "The divisor may be zero, so the right side can be anything.");
        }

        if (computation.Left.IsEmpty) return new Text($"文件没有印出左边的数；按右边应为 {Number(value)}{computation.Unit}。", $"The document prints no figure for the left side; the right side makes {Number(value)} {computation.Unit}.".Replace(" .", ".", StringComparison.Ordinal));
        Interval left = computation.LeftRange;
        string difference = Number(Math.Abs(computation.LeftValue - value)), unit = computation.Unit == "%" ? "个百分点" : computation.Unit, unitEn = computation.Unit == "%" ? "percentage points" : computation.Unit;
        if (computation.CanHold)
        {
            if (computation.Comparison is not Comparison.Equal) return new Text("按印出的数成立。", "It holds for the figures as printed.");
            return computation.LeftValue == value
                ? new Text("按印出的数两边相等。", "The sides are equal as printed.")
                : new Text($"按印出的数相差 {difference}{unit}；两个区间相交，四舍五入可以解释。", $"As printed they differ by {difference} {unitEn}; the intervals meet, so rounding explains it.");
        }

        // What is counted, or printed to the last digit that there is.
        if (left.Width == 0 && right.Width == 0)
        {
            string more = computation.LeftValue > value ? "多" : "少", moreEn = computation.LeftValue > value ? "more" : "less";
            string gap = End(Math.Abs(computation.LeftValue - value));
            return new Text($"左边比右边{more} {gap}{unit}；这些数没有舍入。", $"The left side is {gap} {unitEn} {moreEn} than the right; none of these figures is rounded.".Replace("  ", " ", StringComparison.Ordinal));
        }

        bool below = left.High < right.Low;
        (decimal high, decimal low) = below ? (left.High, right.Low) : (right.High, left.Low);
        (Text lower, Text upper) = below ? (Left, Right) : (Right, Left);
        return new Text(
            $"按印出的数相差 {difference}{unit}。{lower.Zh}最大只能是 {End(high)}，{upper.Zh}最小也有 {End(low)}：两个区间不相交，四舍五入解释不了。",
            $"As printed they differ by {difference} {unitEn}. The {lower.En} side is at most {End(high)}, the {upper.En} side at least {End(low)}: the intervals do not meet, so rounding cannot explain it.");
    }

    private static Text Left { get; } = new("左边", "left");

    private static Text Right { get; } = new("右边", "right");

    private static string Value(ComputedFigure figure)
    {
        if (figure.IsBlank) return "0";
        return Printed.TryParse(figure.Printed, out Printed printed) && printed.Value == figure.Value ? printed.ToString() : Number(figure.Value);
    }

    private static string Range(Interval range) => range.Width == 0 ? End(range.Low) : $"{(range.LowOpen ? '(' : '[')}{End(range.Low)}, {End(range.High)}{(range.HighOpen ? ')' : ']')}";

    // Quotients are widened in digits that nobody prints, and go on for ever.
    private static string End(decimal value) => Math.Round(value, Digits(value)).ToString("0.######", CultureInfo.InvariantCulture);

    private static string Number(decimal value) => Math.Round(value, Digits(value)).ToString("0.00####", CultureInfo.InvariantCulture);

    private static int Digits(decimal value) => Math.Round(value, 6) == value ? 6 : 4;
}
