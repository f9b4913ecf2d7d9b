using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Layout;
using Mingzhang.Publishing.Documents;

namespace Mingzhang.Publishing.Excel;

/// <summary>Sheets of tables; remembers where every cell of a form stands.</summary>
internal sealed class FormSheets(SheetStyles styles)
{
    private const double Portrait = 98, Landscape = 150, TextWidth = 82;

    private readonly Dictionary<string, int> _firstRows = [];
    private readonly Dictionary<Address, (string Sheet, string Reference)> _places = [];

    /// <summary>Notes where the cells of a form will stand, before any formula is made.</summary>
    /// <param name="block">The form.</param>
    /// <param name="part">Whether the heading of its part stands above it.</param>
    public void Place(StatementBlock block, bool part)
    {
        int first = part ? 5 : 4;
        _firstRows.TryAdd(block.Form.Id, first);
        for (int i = 0; i < block.Grid.Rows.Length; i++)
        {
            foreach (GridCell cell in block.Grid.Rows[i].Cells)
            {
                if (cell.Address is { } address) _places.TryAdd(address, (NameOf(block), SheetDraft.Reference(first + i, cell.Column + 1)));
            }
        }
    }

    /// <summary>Where a cell stands, seen from a sheet: <c>C12</c>, or <c>'公开01表'!C12</c> from another one; null if no sheet shows it.</summary>
    public string? Reference(Address address, string from) =>
        !_places.TryGetValue(address, out (string Sheet, string Reference) place) ? null : place.Sheet == from ? place.Reference : $"'{place.Sheet}'!{place.Reference}";

    /// <summary>The name of a form's sheet.</summary>
    public static string NameOf(StatementBlock block) => block.Number;

    /// <summary>The sheet of a form: title, number, department and unit, the table, the notes.</summary>
    /// <param name="block">The form.</param>
    /// <param name="part">Heading of the part that begins with it; empty for none.</param>
    /// <param name="formulas">Formulas of cells that are sums of others.</param>
    /// <param name="name">The sheet's name; by default the form's number.</param>
    public SheetDraft Form(StatementBlock block, string part, IReadOnlyDictionary<Address, string> formulas, string? name = null)
    {
        Grid grid = block.Grid;
        SheetDraft sheet = Sheet(name ?? NameOf(block), grid, block.IsWide);
        int top = _firstRows[block.Form.Id] - 3;
        if (top > 1) Wide(sheet, 1, part, grid.Columns, new CellLook(0, Border: false, Size: 11), 16);
        Wide(sheet, top, block.Title, grid.Columns, new CellLook(1, Border: false, Bold: true, Size: 16), 28);
        Wide(sheet, top + 1, block.Number, grid.Columns, new CellLook(2, Border: false, Size: 10), 16);
        CellLook line = new(0, Border: false, Size: 10);
        int left = HalfOf(sheet.Widths);
        sheet.Text(top + 2, 1, block.Department, line);
        sheet.Merge(top + 2, 1, 1, left, line);
        sheet.Text(top + 2, left + 1, block.Unit, line with { Side = 2 });
        sheet.Merge(top + 2, left + 1, 1, grid.Columns - left, line);
        int row = Table(sheet, grid, top + 3, formulas);
        foreach (Note note in block.Statement.Notes) Wide(sheet, row++, note.Text, grid.Columns, new CellLook(0, Border: false, Size: 9), Lines(note.Text, grid.Columns, sheet) * 13);
        sheet.Frozen = top + 2 + grid.HeadRows;
        sheet.Repeated = (top, sheet.Frozen);
        return sheet;
    }

    /// <summary>A sheet of text and tables in reading order; text goes over all columns.</summary>
    public SheetDraft Pages(string name, IReadOnlyList<Block> blocks)
    {
        Grid widest = blocks.OfType<TableBlock>().Select(t => t.Grid).MaxBy(g => g.Columns) ?? new Grid(1, 0, [], [1]);
        SheetDraft sheet = Sheet(name, widest, across: false);
        if (widest.Columns == 1) sheet.Widths[0] = TextWidth;
        int row = 1;
        foreach (Block block in blocks)
        {
            if (block is TableBlock table) row = Table(sheet, table.Grid, row, new Dictionary<Address, string>());
            foreach ((string text, CellLook look) in LinesOf(block)) Wide(sheet, row++, text, widest.Columns, look, Math.Max(16, 4 + (Lines(text, widest.Columns, sheet) * look.Size * 1.4)));
        }

        return sheet;
    }

    private static IEnumerable<(string Text, CellLook Look)> LinesOf(Block block) => block switch
    {
        CoverBlock cover => cover.Lines.Select(l => (l, new CellLook(1, Border: false, Bold: true, Size: 18))),
        ContentsBlock contents => contents.Lines.Select(l => (l.Text, new CellLook(0, Border: false, Size: 11, Bold: l.Level == 1, Indent: l.Level - 1))).Prepend((contents.Title, new CellLook(1, Border: false, Bold: true, Size: 14))),
        HeadingBlock heading => [(heading.Text, new CellLook(heading.Level == 1 ? 1 : 0, Border: false, Bold: true, Size: heading.Level == 1 ? 14 : 12))],
        ParagraphBlock paragraph => [(paragraph.Text, new CellLook(0, Border: false, Size: 11))],
        _ => [],
    };

    private SheetDraft Sheet(string name, Grid grid, bool across)
    {
        SheetDraft sheet = new(name, styles) { Across = across };
        double whole = Math.Max(1, grid.Widths.Sum());
        foreach (int width in grid.Widths) sheet.Widths.Add(Math.Max(5, (across ? Landscape : Portrait) * width / whole));
        return sheet;
    }

    /// <summary>How many columns from the left take half of the width, so that the department's name has room.</summary>
    private static int HalfOf(List<double> widths)
    {
        double half = widths.Sum() / 2, seen = 0;
        int columns = 0;
        while (columns < widths.Count - 1 && (columns == 0 || seen < half)) seen += widths[columns++];
        return Math.Max(1, Math.Min(columns, widths.Count - 1));
    }

    /// <summary>The rows of a table from a row on; the row behind it.</summary>
    private static int Table(SheetDraft sheet, Grid grid, int first, IReadOnlyDictionary<Address, string> formulas)
    {
        for (int i = 0; i < grid.Rows.Length; i++)
        {
            int lines = 1;
            foreach (GridCell cell in grid.Rows[i].Cells)
            {
                int row = first + i, column = cell.Column + 1;
                CellLook look = new(
                    cell.Role switch { CellRole.Text => 0, CellRole.Figure => 2, _ => 1 },
                    Border: true,
                    Bold: cell.Strong || cell.Role == CellRole.Head,
                    Indent: cell.Role == CellRole.Text ? cell.Indent : 0,
                    Filled: cell.Role == CellRole.Head,
                    Alert: cell.Role == CellRole.Figure && cell.Text.Length > 0 && !Printed.TryParse(cell.Text, out _));
                if (FigureOf(cell) is { } figure) sheet.Number(row, column, figure, look, cell.Address is { } address && formulas.TryGetValue(address, out string? formula) ? formula : null);
                else if (cell.Text.Length > 0) sheet.Text(row, column, cell.Text, look);
                else sheet.Blank(row, column, look);
                sheet.Merge(row, column, cell.RowSpan, cell.ColumnSpan, look);
                if (cell.RowSpan == 1) lines = Math.Max(lines, Lines(cell.Text, sheet.Widths.Skip(cell.Column).Take(cell.ColumnSpan).Sum()));
            }

            sheet.Height(first + i, Math.Min(400, 3 + (13.5 * lines)));
        }

        return first + grid.Rows.Length;
    }

    /// <summary>The number of a cell that prints nothing but a figure; codes, line numbers and figures with a unit are texts.</summary>
    private static Printed? FigureOf(GridCell cell)
    {
        if (cell.Role == CellRole.Figure && Printed.TryParse(cell.Text, out Printed printed)) return printed;
        return cell.Field is { Figure: { } figure, Unit: "" } field && field.Text == figure.ToString() ? figure : null;
    }

    private static void Wide(SheetDraft sheet, int row, string text, int columns, CellLook look, double height)
    {
        sheet.Text(row, 1, text, look);
        sheet.Merge(row, 1, 1, columns, look);
        sheet.Height(row, height);
    }

    private static int Lines(string text, int columns, SheetDraft sheet) => Lines(text, sheet.Widths.Take(columns).Sum());

    /// <summary>How many lines a text takes in a width of so many Latin letters; a Chinese character is two wide.</summary>
    private static int Lines(string text, double width)
    {
        int length = 0;
        foreach (char c in text) length += c > 0xff ? 2 : 1;
        return Math.Max(1, (int)Math.Ceiling(length * 1.05 / Math.Max(2, width - 1)));
    }
}
