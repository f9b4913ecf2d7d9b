using Mingzhang.Checking.Facts;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Narrative;

/// <summary>
/// A rate that does not come out as printed is tested with the amounts as the forms state them more exactly (domain §5): it may have been computed from
/// either, so that it passes where it fits one of both.
/// </summary>
internal static class ExactAmounts
{
    /// <summary>Puts the constraint added last in terms of the forms' amounts, unless it held with the printed ones only; gives its verdict.</summary>
    public static Verdict Add(ClaimFigures figures, FactRule rule, Shape shape, ReadOnlySpan<Part> parts, int left, Verdict printed)
    {
        Part[] exact = [.. parts];
        bool finer = false;
        for (int i = 1; i < exact.Length; i++)
        {
            if (figures.MoreExactly(exact[i].Occurrence) is not (>= 0 and var cell)) continue;
            exact[i] = exact[i] with { Occurrence = cell };
            finer = true;
        }

        if (!finer) return printed;
        figures.Network.DropLast();
        Verdict verdict = figures.Network.Add(rule, shape, Comparison.Equal, exact, left);
        if (verdict is Verdict.Exact || verdict == printed) return verdict;
        figures.Network.DropLast();
        return figures.Network.Add(rule, shape, Comparison.Equal, parts, left);
    }
}
