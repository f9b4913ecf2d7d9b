namespace Mingzhang.Reading.Statements;

/// <summary>The ways in which the items of a row can stand in its columns: in order, each column at most once.</summary>
internal static class Placements
{
    /// <summary>Beyond this many the row is not searched.</summary>
    internal const int Most = 2000;

    /// <summary>Every way to choose columns for so many items; none if there are more items than columns or too many ways.</summary>
    internal static List<int[]> All(int items, int columns)
    {
        var found = new List<int[]>();
        if (items > columns || Count(items, columns) > Most) return found;
        Extend(new int[items], 0, 0, columns, found);
        return found;
    }

    private static void Extend(int[] chosen, int item, int from, int columns, List<int[]> found)
    {
        if (item == chosen.Length)
        {
            found.Add([.. chosen]);
            return;
        }

        for (int column = from; column <= columns - (chosen.Length - item); column++)
        {
            chosen[item] = column;
            Extend(chosen, item + 1, column + 1, columns, found);
        }
    }

    private static long Count(int items, int columns)
    {
        long count = 1;
        for (int i = 1; i <= items && count <= Most * 100L; i++) count = count * (columns - items + i) / i;
        return count;
    }
}
