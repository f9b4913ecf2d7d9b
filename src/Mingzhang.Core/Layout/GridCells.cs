using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Layout;

/// <summary>The cells that tables of goals and of self-evaluations are made of.</summary>
internal static class GridCells
{
    internal static GridCell Head(string text, int column, int columns = 1, int rows = 1) => new(text, column, CellRole.Head, columns, rows);

    internal static GridCell Value(Field? field, int column, int columns = 1) => new(field?.Text ?? "", column, CellRole.Text, columns, Field: field);

    internal static GridCell Figure(Field? field, int column, int columns = 1) => new(field?.Text ?? "", column, CellRole.Mark, columns, Field: field);

    /// <summary>How many entries from one on are the same, each as the one before it.</summary>
    internal static int Run<T>(T[] entries, int from, Func<T, T, bool> same)
    {
        int end = from + 1;
        while (end < entries.Length && same(entries[end - 1], entries[end])) end++;
        return end - from;
    }
}
