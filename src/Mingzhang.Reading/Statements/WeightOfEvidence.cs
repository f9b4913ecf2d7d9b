namespace Mingzhang.Reading.Statements;

/// <summary>
/// Places rows that contradict themselves or another row, so that no placement or several are left: where a figure is wrong, the place in which
/// fewest relations of the forms fail is right, if every other place fails clearly more of them; one more is enough where the form's other rows
/// have figures in those columns. The wrong figure is then the checker's to tell.
/// </summary>
internal static class WeightOfEvidence
{
    private const int MostPlacements = 200;

    /// <summary>By how many relations the best place must be ahead of the next, where columns stand in it that no other row uses.</summary>
    private const int Margin = 2;

    /// <summary>Places what can be placed; true if anything was.</summary>
    internal static bool Place(List<RawForm> forms, RelationBoard board)
    {
        bool placed = false;
        foreach (RawForm form in forms)
        {
            if (form.Maps.Count > 0) continue;
            foreach (RawRow row in form.Rows)
            {
                if (row.IsPlaced || row.Items.Count == 0 || Best(form, row, board) is not { } best) continue;
                row.Candidates = [best];
                placed = true;
            }
        }

        return placed;
    }

    private static int[]? Best(RawForm form, RawRow row, RelationBoard board)
    {
        List<int[]> placements = row.Candidates.Count > 1 ? row.Candidates : row.Rejected;
        if (placements.Count is 0 or > MostPlacements) return null;
        List<RelationInstance> relations =
        [
            .. board.FormulasOf(form.Definition, row.Key),
            .. board.InstancesOf(form.Definition, row.Key, own: true),
            .. board.InstancesOf(form.Definition, row.Key, own: false),
        ];
        int[]? best = null;
        int fewest = int.MaxValue, next = int.MaxValue;
        foreach (int[] placement in placements)
        {
            int failed = relations.Count(r => !board.CanHold(r, row, placement));
            if (failed < fewest) (best, next, fewest) = (placement, fewest, failed);
            else if (failed < next) next = failed;
        }

        bool clear = placements.Count == 1 || next - fewest >= Margin || (next > fewest && InColumnsInUse(form, row, best!));
        return clear ? best : null;
    }

    private static bool InColumnsInUse(RawForm form, RawRow row, int[] placement) =>
        placement.All(column => form.Rows.Exists(r => r != row && r.IsPlaced && r.Columns.AsSpan().SequenceEqual(row.Columns.AsSpan()) && r.Candidates[0].Contains(column)));
}
