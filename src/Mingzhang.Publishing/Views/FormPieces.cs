using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Layout;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.Documents;

namespace Mingzhang.Publishing.Views;

/// <summary>Forms and other tables as pages show them.</summary>
internal static class FormPieces
{
    public static FormPiece Of(StatementBlock block, PagePlaces places)
    {
        bool codes = block.Form.Shape is FormShape.FunctionalCodes or FormShape.EconomicCodes;
        HashSet<string> keys = [.. block.Statement.Rows.Select(r => r.Key)];
        TableGrid grid = Grid(block.Grid, places, codes || block.Form.Shape == FormShape.Register ? row => Hierarchy(block, row, keys) : null);
        return new FormPiece
        {
            Anchor = block.Anchor,
            Form = block.Form.Id,
            Title = block.Title,
            Number = block.Form.Id.StartsWith('B') ? $"预算{block.Form.Id[1..]}表" : block.Number,
            AmountUnit = block.Statement.AmountUnit ?? block.Unit[(block.Unit.IndexOf('：', StringComparison.Ordinal) + 1)..],
            State = ContractWriter.Name(block.Statement.State),
            Codes = block.Form.Shape switch { FormShape.FunctionalCodes => "functional", FormShape.EconomicCodes or FormShape.EconomicBlocks => "economic", _ => null },
            Folds = grid.Rows.Any(r => r.Parent is not null and not Address.Total),
            Grid = grid,
            Notes = [.. block.Statement.Notes.Select(n => n.Text)],
            Rows = [.. block.Statement.Rows.Where(r => r.Caption.Length > 0).Select(r => new Caption(r.Key, r.Caption.Trim()))],
            Columns = [.. block.Form.Columns.Select(c => new Caption(c.Number, string.Join("/", c.Captions)))],
        };
    }

    /// <summary>A table as it is printed; cells that findings or links can point to have a place.</summary>
    public static TableGrid Grid(Grid grid, PagePlaces places, Func<GridRow, (string Key, string Level, string? Parent)?>? hierarchy = null)
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>(grid.Rows.Length);
        for (int i = 0; i < grid.Rows.Length; i++)
        {
            bool named = false;
            var cells = ImmutableArray.CreateBuilder<TableCell>(grid.Rows[i].Cells.Length);
            foreach (GridCell cell in grid.Rows[i].Cells)
            {
                bool names = !named && i >= grid.HeadRows && grid.HeadRows > 0 && cell is { Role: CellRole.Text, Text.Length: > 0 } && !char.IsAsciiDigit(cell.Text[0]);
                named |= names;
                cells.Add(Cell(cell, grid, names, places));
            }

            var place = i >= grid.HeadRows ? hierarchy?.Invoke(grid.Rows[i]) : null;
            rows.Add(new TableRow(cells.ToImmutable(), place?.Key, place?.Level, place?.Parent));
        }

        return new TableGrid(grid.Columns, grid.HeadRows, grid.Widths, rows.ToImmutable());
    }

    private static TableCell Cell(GridCell cell, Grid grid, bool names, PagePlaces places)
    {
        bool head = (cell.Role == CellRole.Head || names) && cell.Text.Length > 0;
        string? scope = !head ? null : names || (grid.HeadRows == 0 && (cell.Column == 0 || cell.RowSpan > 1)) ? "row" : cell.ColumnSpan > 1 && grid.HeadRows > 0 ? "colgroup" : "col";
        string? anchor = null;
        if (cell.Address is { } address)
        {
            places.Add(address);
            anchor = Anchors.Of(address);
        }
        else if (cell.Field is { Span.IsSome: true } field)
        {
            anchor = places.Add(field.Span);
        }

        return new TableCell(
            cell.Text.Length == 0 ? null : cell.Text,
            cell.Column,
            cell.Role,
            cell.ColumnSpan == 1 ? null : cell.ColumnSpan,
            cell.RowSpan == 1 ? null : cell.RowSpan,
            scope,
            cell.Address?.ToString(),
            anchor,
            cell.Strong,
            cell.Indent);
    }

    /// <summary>Key of the row, its level, and the row that it is a part of.</summary>
    private static (string Key, string Level, string? Parent)? Hierarchy(StatementBlock block, GridRow row, HashSet<string> keys)
    {
        string? key = row.Cells.Select(c => c.Address?.Row).FirstOrDefault(k => k is not null);
        if (key is null) return null;
        if (key == Address.Total) return (key, "total", null);
        if (block.Form.Shape == FormShape.Register) return (key, "line", block.Statement.Row(key)?.Parent);
        string level = key.Length switch { 3 => "class", 5 => "section", 7 => "item", _ => "line" };
        string? parent = key.Length > 5 && keys.Contains(key[..5]) ? key[..5] : key.Length > 3 && keys.Contains(key[..3]) ? key[..3] : keys.Contains(Address.Total) ? Address.Total : null;
        return (key, level, parent);
    }
}
