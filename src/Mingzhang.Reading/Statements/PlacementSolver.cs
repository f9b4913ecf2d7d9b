using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Reading.Statements;

/// <summary>
/// Narrows the placements of all rows by the relations of the forms until one is left for each, or nothing more follows. A relation that
/// no placement of a row satisfies says that the document contradicts itself there and decides nothing.
/// </summary>
internal sealed class PlacementSolver(List<RawForm> forms, Edition edition)
{
    private const int MostRounds = 12;
    private const int MostNodes = 20_000;

    private readonly RelationBoard _board = new(forms, edition);

    /// <summary>The cells as far as they are known.</summary>
    internal RelationBoard Board => _board;

    /// <summary>Narrows the candidates of every row that has several.</summary>
    /// <param name="witness">What the text says, asked last.</param>
    internal void Run(TextWitness witness)
    {
        _board.Slack = 0.5m;
        SettlePositions();
        foreach (decimal slack in new[] { 1m, 0.5m })
        {
            _board.Slack = slack;
            KeepRowsThatAddUp();
            Narrow();
        }

        foreach (RawForm form in forms)
        {
            foreach (RawRow row in Open(form)) witness.Ask(form, row);
        }

        Narrow();
        // Of several placements that rounding allows, the one in which every sum is exact.
        _board.Slack = 0;
        Narrow();
        foreach (RawForm form in forms) PlaceByTotal(form);
        Verify();
        for (int round = 0; round < MostRounds && WeightOfEvidence.Place(forms, _board); round++) Narrow();
        foreach (RawForm form in forms.Where(f => f.Maps.Count > 0)) ChooseMap(form);
    }

    /// <summary>A row stands where its cells stand, unless its own formulas contradict that and agree with one other place.</summary>
    private void SettlePositions()
    {
        foreach (RawForm form in forms)
        {
            foreach (RawRow row in form.Rows.Where(r => r.IsPositional && r.Candidates.Count > 1))
            {
                List<RelationInstance> formulas = _board.FormulasOf(form.Definition, row.Key);
                int[] stands = row.Candidates[0];
                if (formulas.TrueForAll(f => _board.CanHold(f, row, stands)))
                {
                    row.Candidates = [stands];
                    continue;
                }

                List<int[]> others = row.Candidates.FindAll(c => formulas.TrueForAll(f => _board.CanHold(f, row, c)));
                // A row that does not add up stands where its cells are, if its first figure is in the first column: then its figures are wrong.
                if (others.Count == 1) row.Candidates = others;
                else if (stands[0] == 0 || row.Candidates.TrueForAll(c => c[0] != 0)) row.Candidates = [stands];
            }
        }
    }

    /// <summary>Which columns the cells of a table are that has fewer cells than columns: the one choice with the fewest contradictions.</summary>
    private void ChooseMap(RawForm form)
    {
        var counted = form.Maps.Select(map => (Map: map, Failed: Apply(form, map))).OrderBy(m => m.Failed).ToList();
        bool clear = counted.Count == 1 || counted[0].Failed < counted[1].Failed;
        form.Maps = clear ? [counted[0].Map] : form.Maps;
        if (clear) _ = Apply(form, counted[0].Map);
        else
        {
            // What the maps agree on is certain all the same.
            foreach (RawRow row in form.Rows)
            {
                row.Lost.Clear();
                row.Candidates = [.. form.Maps.Select(m => Placement(form, row, m)).OfType<int[]>()];
                row.Lost.UnionWith(Enumerable.Range(0, row.Columns.Length).Where(c => form.Maps.Exists(m => !m.Contains(c))));
            }
        }
    }

    /// <summary>Places the form's rows by a map and counts the relations that cannot hold then.</summary>
    private int Apply(RawForm form, int[] map)
    {
        foreach (RawRow row in form.Rows)
        {
            row.Candidates = Placement(form, row, map) is { } placement ? [placement] : [];
            row.Lost.Clear();
            row.Lost.UnionWith(Enumerable.Range(0, row.Columns.Length).Except(map));
        }

        int failed = 0;
        foreach (RawRow row in form.Rows.Where(r => r.IsPlaced))
        {
            foreach (bool own in new[] { true, false })
            {
                failed += _board.InstancesOf(form.Definition, row.Key, own).Count(i => !_board.CanHold(i, row, row.Candidates[0]));
            }

            failed += _board.FormulasOf(form.Definition, row.Key).Count(i => !_board.CanHold(i, row, row.Candidates[0]));
        }

        return failed;
    }

    private static int[]? Placement(RawForm form, RawRow row, int[] map)
    {
        var placement = new int[row.Items.Count];
        for (int i = 0; i < placement.Length; i++)
        {
            int at = form.MapCells.IndexOf(row.Items[i].Cell);
            if (at < 0) return null;
            placement[i] = map[at];
        }

        return placement;
    }

    /// <summary>
    /// A row whose figures do not add up in any placement, and that has as many figures as the total row has columns in use, stands in those:
    /// then the figures are wrong, not their places.
    /// </summary>
    private static void PlaceByTotal(RawForm form)
    {
        if (form.Row(Address.Total) is not { IsPlaced: true } total) return;
        int[] used = [.. total.Candidates[0].Where((_, item) => total.Items[item].Kind != AtomKind.Dash)];
        foreach (RawRow row in form.Rows)
        {
            if (row.Candidates.Count == 0 && row.Rejected.Exists(c => c.SequenceEqual(used))) row.Candidates = [used];
        }
    }

    /// <summary>A row that its own formulas contradict in every placement has none; other relations only choose between placements.</summary>
    private void KeepRowsThatAddUp()
    {
        foreach (RawForm form in forms)
        {
            foreach (RawRow row in Open(form))
            {
                List<RelationInstance> formulas = _board.FormulasOf(form.Definition, row.Key);
                List<int[]> kept = row.Candidates.FindAll(c => formulas.TrueForAll(f => _board.CanHold(f, row, c)));
                if (kept.Count == 0 && _board.Slack < 1) continue;
                if (kept.Count == 0) row.Rejected = row.Candidates;
                row.Candidates = kept;
                if (row.Allowed.Count == 0) row.Allowed = kept;
            }
        }
    }

    private void Narrow()
    {
        for (int round = 0; round < MostRounds && Round(); round++)
        {
        }
    }

    private bool Round()
    {
        bool changed = false;
        foreach (RawForm form in forms)
        {
            foreach (RawRow row in Open(form))
            {
                List<int[]> kept = Consistent(form, row, row.Candidates);
                if (kept.Count == 0 || kept.Count == row.Candidates.Count) continue;
                row.Candidates = kept;
                changed = true;
            }
        }

        if (changed) return true;
        foreach (RawForm form in forms)
        {
            if (form.Definition.Shape is not (FormShape.FunctionalCodes or FormShape.EconomicCodes)) continue;
            foreach (RawRow parent in form.Rows) changed |= SplitAmongChildren(form, parent);
        }

        return changed;
    }

    /// <summary>The placements of all rows below a placed row that together add up to it, found by a bounded search.</summary>
    private bool SplitAmongChildren(RawForm form, RawRow parent)
    {
        List<RawRow> children = _board.Children(form.Definition.Id, parent.Key);
        List<RawRow> open = [.. children.Where(c => c.Candidates.Count > 1)];
        if (!parent.IsPlaced || open.Count == 0) return false;
        var search = new SumSearch(_board, parent, children, open, MostNodes);
        if (!search.Run()) return false;
        bool changed = false;
        for (int i = 0; i < open.Count; i++)
        {
            HashSet<int> used = search.Used[i];
            List<int[]> kept = [.. open[i].Candidates.Where((_, n) => used.Contains(n))];
            changed |= kept.Count < open[i].Candidates.Count;
            open[i].Candidates = kept;
        }

        return changed;
    }

    /// <summary>
    /// The placements that no relation contradicts which allows another of them. None, if each is contradicted by some: then figures of the
    /// document contradict each other, and no place follows.
    /// </summary>
    private List<int[]> Consistent(RawForm form, RawRow row, List<int[]> candidates)
    {
        var contradicted = new bool[candidates.Count];
        var now = new bool[candidates.Count];
        foreach (bool own in new[] { true, false })
        {
            foreach (RelationInstance instance in _board.InstancesOf(form.Definition, row.Key, own))
            {
                bool some = false;
                for (int i = 0; i < now.Length; i++) some |= now[i] = _board.CanHold(instance, row, candidates[i]);
                for (int i = 0; some && i < now.Length; i++) contradicted[i] |= !now[i];
            }
        }

        return [.. candidates.Where((_, i) => !contradicted[i])];
    }

    /// <summary>A row that relations have placed stays open after all if, with everything placed, one of them contradicts its place and allows another.</summary>
    private void Verify()
    {
        _board.Slack = 1m;
        var doubtful = new List<RawRow>();
        foreach (RawForm form in forms)
        {
            foreach (RawRow row in form.Rows.Where(r => r.IsPlaced && r.Allowed.Count > 1))
            {
                if (!Consistent(form, row, row.Allowed).Exists(c => c.SequenceEqual(row.Candidates[0]))) doubtful.Add(row);
            }
        }

        foreach (RawRow row in doubtful) row.Candidates = row.Allowed;
    }

    private static IEnumerable<RawRow> Open(RawForm form) => form.Rows.Where(r => r.Candidates.Count > 1);
}
