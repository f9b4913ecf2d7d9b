using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Accounts.Reconstruction;

/// <summary>
/// Moves sums by less than their rounding until every cell comes out as printed: published figures are rounded one by one, so sums of
/// printed parts miss printed totals by a few units of the last digit (尾差), while the 元 behind them add up.
/// </summary>
internal static class CellFitting
{
    private const int Sweeps = 4000;

    // 0.005 万元 in 分, less one: halves round away from zero. Violated cells are moved well inside, so that the sweeps end.
    private const long Half = 4_999, Inside = 3_500;

    /// <summary>Fits the postings.</summary>
    /// <param name="postings">The sums; changed in place.</param>
    /// <param name="cells">The printed cells (万元).</param>
    /// <param name="feeds">Which cells a posting feeds, with sign.</param>
    /// <returns>Cells that no choice found gives; empty where all fit.</returns>
    public static List<Address> Fit(IReadOnlyList<Posting> postings, IReadOnlyDictionary<Address, Printed> cells, Func<Posting, IEnumerable<(Address Cell, int Sign)>> feeds)
    {
        List<(Address Cell, long Target, List<(Posting Posting, int Sign)> Members)> constraints = Constraints(postings, cells, feeds);
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            bool moved = false;
            foreach ((_, long target, List<(Posting Posting, int Sign)> members) in constraints) moved |= Move(target, members);
            if (!moved) return [];
        }

        return [.. constraints.Where(c => Math.Abs(Sum(c.Members) - c.Target) > Half).Select(c => c.Cell)];
    }

    private static List<(Address, long, List<(Posting, int)>)> Constraints(
        IReadOnlyList<Posting> postings, IReadOnlyDictionary<Address, Printed> cells, Func<Posting, IEnumerable<(Address Cell, int Sign)>> feeds)
    {
        var members = new Dictionary<Address, List<(Posting, int)>>();
        foreach (Posting posting in postings)
        {
            foreach ((Address cell, int sign) in feeds(posting))
            {
                if (!cells.ContainsKey(cell)) continue;
                if (!members.TryGetValue(cell, out List<(Posting, int)>? list)) members[cell] = list = [];
                list.Add((posting, sign));
            }
        }

        return [.. members.OrderBy(m => m.Value.Count).ThenBy(m => m.Key.ToString(), StringComparer.Ordinal)
            .Select(m => (m.Key, (long)(cells[m.Key].Value * Amount.YuanPerWan * 100), m.Value))];
    }

    private static bool Move(long target, List<(Posting Posting, int Sign)> members)
    {
        long off = Sum(members) - target;
        if (Math.Abs(off) <= Half) return false;
        long wanted = off > 0 ? Inside - off : -Inside - off;
        long share = wanted / members.Count, rest = wanted % members.Count;
        foreach ((Posting posting, int sign) in members)
        {
            long step = share + Math.Sign(rest);
            rest -= Math.Sign(rest);
            posting.Fen = Math.Max(1, posting.Fen + (sign * step));
        }

        return true;
    }

    private static long Sum(List<(Posting Posting, int Sign)> members) => members.Sum(m => m.Sign * m.Posting.Fen);
}
