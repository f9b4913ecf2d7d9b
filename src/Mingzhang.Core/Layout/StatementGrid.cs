using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Core.Layout;

/// <summary>
/// A statutory form as it is printed: the whole form with its nested head, blank lines included, filled with what a statement says.
/// Captions that the statement prints differently from the form are kept as it prints them.
/// </summary>
public static class StatementGrid
{
    /// <summary>What stands in a cell whose figure could not be read.</summary>
    public const string Unread = "未读出";

    /// <summary>The table of a form.</summary>
    /// <param name="form">The form of the edition.</param>
    /// <param name="statement">Its figures; rows that the form does not have are shown where their code belongs.</param>
    public static Grid Of(FormDefinition form, Statement statement)
    {
        Dictionary<string, StatementRow> rows = [];
        foreach (StatementRow row in statement.Rows) rows.TryAdd(row.Key, row);
        return form.Shape switch
        {
            FormShape.Lines => LinesGrid.Of(form, rows),
            FormShape.EconomicBlocks => BlocksGrid.Of(form, rows),
            FormShape.SingleRow => SingleRow(form, rows),
            FormShape.Register => RegisterGrid.Of(form, statement),
            _ => CodesGrid.Of(form, statement, rows),
        };
    }

    /// <summary>The cell of a figure.</summary>
    internal static GridCell Figure(FormDefinition form, StatementRow? row, string key, string column, int at, bool strong = false, int span = 1)
    {
        string text = row?.Cell(column) is { } cell ? cell.Figure?.ToString() ?? cell.Text : row is not null && row.UnreadColumns.Contains(column) ? Unread : "";
        return new GridCell(text, at, CellRole.Figure, span, Address: new Address(form.Id, key, column), Strong: strong);
    }

    private static Grid SingleRow(FormDefinition form, Dictionary<string, StatementRow> rows)
    {
        HeadColumn[] columns = [.. form.Columns.Select(c => new HeadColumn(c.Captions, c.Number, 10))];
        ImmutableArray<GridRow> head = NestedHead.Of(columns);
        StatementRow? row = rows.GetValueOrDefault("1");
        GridRow figures = new([.. form.Columns.Select((c, at) => Figure(form, row, "1", c.Number, at))]);
        return new Grid(columns.Length, head.Length, [.. head, figures], [.. columns.Select(c => c.Width)]);
    }
}
