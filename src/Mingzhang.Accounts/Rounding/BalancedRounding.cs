using System.Collections.Immutable;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Rounding;

/// <summary>
/// Rounds all figures of all forms at once, each up or down, so that every relation of the forms and between them that holds for the
/// exact amounts holds for the printed figures. A form that has no such rounding is left out, and the others are rounded without it.
/// </summary>
internal sealed class BalancedRounding
{
    private const long Unit = 10_000;
    private const int Attempts = 6;

    private readonly Edition _edition;
    private readonly ImmutableArray<ExactForm> _exact;
    private readonly Dictionary<CellPlace, long> _amounts = [];
    private readonly Dictionary<CellPlace, long> _figures = [];
    private readonly Dictionary<long, long?> _byAmount = [];

    internal BalancedRounding(Edition edition, ImmutableArray<ExactForm> exact)
    {
        (_edition, _exact) = (edition, exact);
        for (int form = 0; form < exact.Length; form++)
        {
            foreach ((string key, long[] cents) in exact[form].Rows)
            {
                for (int column = 0; column < cents.Length; column++) _amounts[new CellPlace(form, key, column)] = cents[column];
            }
        }

        PlainForms = Solve();
        foreach ((CellPlace cell, long figure) in _figures)
        {
            long amount = _amounts[cell];
            _byAmount[amount] = _byAmount.TryGetValue(amount, out long? known) && known != figure ? null : figure;
        }
    }

    /// <summary>Numbers of the forms that are printed plain.</summary>
    internal ImmutableArray<string> PlainForms { get; }

    /// <summary>The figure of a cell in hundredths of a 万元; null where it is printed plain.</summary>
    internal long? Figure(CellPlace cell) => _figures.TryGetValue(cell, out long figure) ? figure : null;

    /// <summary>The figure under which an amount is printed in the forms, if it is one and the same wherever it stands; else null.</summary>
    internal long? FigureOf(long cents) => _byAmount.GetValueOrDefault(cents);

    private ImmutableArray<string> Solve()
    {
        var instances = new RelationInstances(_edition, _exact);
        ImmutableArray<RelationInstance> holding = [.. instances.All.Where(i => Matters(i, instances))];
        var left = new HashSet<int>();
        while (left.Count < _exact.Length)
        {
            if (TryRound([.. holding.Where(i => !i.Terms.Any(t => left.Contains(t.Cell.Form)))], left, out int stuck)) break;
            left.Add(stuck);
        }

        return [.. left.Order().Select(f => _edition.Forms[f].Id)];
    }

    /// <summary>Whether a relation must hold for the figures: an equation that the amounts satisfy, or a bound that they reach or nearly reach.</summary>
    private bool Matters(RelationInstance instance, RelationInstances instances)
    {
        if (instance.Relation.WhenZero.Any(a => instances.Place(a) is { } cell && _amounts[cell] != 0)) return false;
        long sum = Sum(instance);
        return instance.Relation.Comparison switch
        {
            Comparison.Equal => sum == 0,
            Comparison.AtMost => sum <= 0 && -sum < instance.Terms.Length * Unit,
            _ => sum >= 0 && sum < instance.Terms.Length * Unit,
        };
    }

    private long Sum(RelationInstance instance) => instance.Terms.Sum(t => t.Sign * _amounts[t.Cell]);

    private bool TryRound(ImmutableArray<RelationInstance> relations, HashSet<int> left, out int stuckForm)
    {
        var system = new BinarySystem();
        var unknowns = new Dictionary<CellPlace, int>();
        var cells = new List<CellPlace>();
        foreach ((CellPlace cell, long amount) in _amounts)
        {
            if (left.Contains(cell.Form) || amount % Unit == 0) continue;
            unknowns[cell] = system.Add((double)Rest(amount) / Unit);
            cells.Add(cell);
        }

        foreach (RelationInstance relation in relations) State(system, unknowns, relation);
        stuckForm = -1;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            if (system.Solve(attempt, out HashSet<int> stuck) is { } values)
            {
                _figures.Clear();
                foreach ((CellPlace cell, long amount) in _amounts)
                {
                    if (!left.Contains(cell.Form)) _figures[cell] = Floor(amount) + (unknowns.TryGetValue(cell, out int unknown) ? values[unknown] : 0);
                }

                return true;
            }

            if (stuckForm < 0) stuckForm = stuck.Where(u => u < cells.Count).Select(u => cells[u].Form).GroupBy(f => f).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).Select(g => g.Key).FirstOrDefault(-1);
        }

        // Without a culprit the form with the most cells goes.
        if (stuckForm < 0) stuckForm = cells.GroupBy(c => c.Form).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault(Enumerable.Range(0, _exact.Length).First(f => !left.Contains(f)));
        return false;
    }

    /// <summary>Σ ±(floor + unknown) = 0, with a slack between the neighbouring whole numbers where it is a bound.</summary>
    private void State(BinarySystem system, Dictionary<CellPlace, int> unknowns, RelationInstance relation)
    {
        var terms = new List<(int Sign, int Unknown)>();
        long floors = 0;
        foreach ((int sign, CellPlace cell) in relation.Terms)
        {
            floors += sign * Floor(_amounts[cell]);
            if (unknowns.TryGetValue(cell, out int unknown)) terms.Add((sign, unknown));
        }

        long sum = Sum(relation);
        if (sum != 0)
        {
            // The difference is a figure of its own, printed nowhere.
            floors -= Floor(sum);
            if (sum % Unit != 0) terms.Add((-1, system.Add((double)Rest(sum) / Unit)));
        }

        if (terms.Count > 0) system.Equal(terms, -floors);
    }

    private static long Floor(long cents) => cents >= 0 ? cents / Unit : -((-cents + Unit - 1) / Unit);

    private static long Rest(long cents) => cents - Floor(cents) * Unit;
}
