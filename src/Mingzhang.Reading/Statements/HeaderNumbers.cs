namespace Mingzhang.Reading.Statements;

/// <summary>Recognises the row of column numbers (栏次) in a form's header, so that its numbers are never taken for amounts.</summary>
internal static class HeaderNumbers
{
    /// <summary>
    /// The column numbers in a line with the cells they stand in: at least two, counting up by one from 1 (or from <paramref name="from"/>), each
    /// with at most the names of a header beside it. Null if the line is something else.
    /// </summary>
    internal static List<(int Cell, int Number)>? Read(TableLine line, int columns, int from = 1)
    {
        Atom first = line.Atoms.Find(a => a.IsItem);
        if (first.Number != from) return null;
        var numbers = new List<(int, int)>();
        foreach (Atom atom in line.Atoms)
        {
            if (atom.Kind == AtomKind.Text) continue;
            if (atom.Number < 0 || atom.Number != from + numbers.Count) return null;
            numbers.Add((atom.Cell, atom.Number));
        }

        bool named = line.Words.Contains("栏次", StringComparison.Ordinal);
        bool enough = numbers.Count >= 2 || named || from > 1;
        return enough && from + numbers.Count - 1 <= Math.Max(columns, 2) && IsHeader(line) ? numbers : null;
    }

    /// <summary>
    /// Whether a line is what is left of a row of column numbers whose beginning was lost: whole numbers that count up by one to the last column, three at
    /// least and all but one of them (which recognition read wrongly).
    /// </summary>
    internal static bool IsRest(TableLine line, int columns)
    {
        List<Atom> items = [.. line.Atoms.Where(a => a.IsItem)];
        int fitting = Enumerable.Range(0, items.Count).Count(i => items[i].Number == columns - items.Count + 1 + i);
        return fitting >= Math.Max(3, items.Count - 1) && items.TrueForAll(a => a.Figure.Decimals == 0);
    }

    private static bool IsHeader(TableLine line)
    {
        foreach (Atom atom in line.Atoms)
        {
            if (atom.Kind != AtomKind.Text) continue;
            string words = Sources.Characters.Squeeze(atom.Text);
            if (words is not ("类" or "款" or "项" or "栏次" or "类款" or "款项" or "类款项" or "类款项栏次" or "项栏次" or "款项栏次" or "合计" or "项目" or "栏次合计" or "科目名称" or "科目编码" or "行次" or "功能分类科目编码")) return false;
        }

        return true;
    }
}
