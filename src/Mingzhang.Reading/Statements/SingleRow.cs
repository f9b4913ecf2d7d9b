using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Reading.Statements;

/// <summary>Reads the form with one row of figures (09), which stands under the row of column numbers.</summary>
internal static class SingleRow
{
    private const string Key = "1";

    /// <summary>Reads the row into the form and makes the placements in question.</summary>
    internal static void Read(RawForm form, List<TableLine> lines)
    {
        ImmutableArray<string> columns = [.. form.Definition.Columns.Select(c => c.Number)];
        var header = new List<(int Cell, int Number)>();
        RawRow? row = null;
        foreach (TableLine line in lines)
        {
            if (HeaderNumbers.Read(line, columns.Length, header.Count + 1) is { } numbers && row is null) header.AddRange(numbers);
            else if (row is null && HeaderNumbers.IsRest(line, columns.Length)) continue;
            else if (line.Atoms.Exists(a => a.IsItem) && !(line.IsLoneNumber && (row is null || row.Items.Count > 0))) row = Take(form, line, row, columns);
        }

        if (row is not null) ColumnLayout.Place(form, columns.Length, header, lines);
    }

    private static RawRow? Take(RawForm form, TableLine line, RawRow? row, ImmutableArray<string> columns)
    {
        if (row is not null && (line.HasCells || row.Items.Count + line.Atoms.Count(a => a.IsItem) > columns.Length))
        {
            form.Unread.Add(new Unread(line.Span, string.Join(' ', line.Atoms.Select(a => a.Text)), UnreadReason.UnknownRow));
            return row;
        }

        if (row is null) form.Rows.Add(row = new RawRow(Key, columns));
        foreach (Atom atom in line.Atoms.Where(a => a.IsItem)) row.Add(atom);
        return row;
    }
}
