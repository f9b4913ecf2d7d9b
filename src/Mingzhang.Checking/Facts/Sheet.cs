using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Facts;

/// <summary>A form of the disclosure as rows and columns of occurrences: which cell is which fact, what is blank, what is unknown.</summary>
internal sealed class Sheet
{
    /// <summary>The cell is blank.</summary>
    public const int Blank = -1;

    /// <summary>The cell was not read.</summary>
    public const int Unknown = -2;

    private readonly Dictionary<string, int> _rows;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int[] _cells;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int _columns;
    private readonly List<int> _top = [];

    private Sheet(FormDefinition definition, Statement? statement, int rows)
    {
        Definition = definition;
        Statement = statement;
        _rows = new Dictionary<string, int>(rows);
        _lookup = _rows.GetAlternateLookup<ReadOnlySpan<char>>();
        _columns = definition.Columns.Length;
        MayLackRows = statement is not null && HasUnreadRow(definition, statement);
        _cells = new int[rows * _columns];
        _firstChild = new int[rows];
        _nextSibling = new int[rows];
    }

    /// <summary>The form's definition.</summary>
    public FormDefinition Definition { get; }

    /// <summary>The form; null if the document has none.</summary>
    public Statement? Statement { get; }

    /// <summary>Whether the form is there and was read, at least in part.</summary>
    public bool IsRead => Statement is { State: not StatementState.Unread };

    /// <summary>Whether rows of the form may be unread, so that a sum over its rows may lack some.</summary>
    public bool MayLackRows { get; }

    /// <summary>Number of rows that the form shows.</summary>
    public int RowCount => _firstChild.Length;

    /// <summary>The key of a row.</summary>
    public string KeyOf(int row) => Statement!.Rows[row].Key;

    /// <summary>Puts a form's cells into a network. <paramref name="statement"/> null: every cell is unknown.</summary>
    public static Sheet Of(FormDefinition definition, Statement? statement, decimal scale, FactNetwork network)
    {
        var sheet = new Sheet(definition, statement, statement?.Rows.Length ?? 0);
        if (statement is not null) sheet.Fill(statement, scale, network);
        return sheet;
    }

    /// <summary>The row with a key; −1 if the form does not show it.</summary>
    public int RowOf(string key) => _rows.TryGetValue(key, out int row) ? row : -1;

    /// <summary>The column with a number; −1 if the form has none.</summary>
    public static int ColumnOf(FormDefinition definition, string number)
    {
        for (int i = 0; i < definition.Columns.Length; i++)
        {
            if (definition.Columns[i].Number == number) return i;
        }

        return -1;
    }

    /// <summary>
    /// The occurrence in a row and column, or <see cref="Blank"/> or <see cref="Unknown"/>; row −1 is one that the form does not show: blank,
    /// unless it can be among what was not read.
    /// </summary>
    public int At(int row, string? key, int column)
    {
        if (!IsRead) return Unknown;
        // A total that is not printed is not nothing.
        if (row < 0) return MayLackRows || Holds(key!) || key == Address.Total ? Unknown : Blank;
        return column < 0 ? Blank : _cells[row * _columns + column];
    }

    /// <summary>The rows at the top of the hierarchy, 合计 apart.</summary>
    public IReadOnlyList<int> TopRows => _top;

    /// <summary>The first row directly below a row in the code hierarchy; −1 if none.</summary>
    public int FirstChild(int row) => _firstChild[row];

    /// <summary>The next row below the same row; −1 if none.</summary>
    public int NextSibling(int row) => _nextSibling[row];

    private void Fill(Statement statement, decimal scale, FactNetwork network)
    {
        for (int row = 0; row < statement.Rows.Length; row++)
        {
            StatementRow printed = statement.Rows[row];
            _rows.TryAdd(printed.Key, row);
            Array.Fill(_cells, Blank, row * _columns, _columns);
            foreach (string column in printed.UnreadColumns) Set(row, column, Unknown);
            foreach (Cell cell in printed.Cells)
            {
                int occurrence = cell.Figure is { } figure && Figures.IsUsable(figure)
                    ? network.Add(new Occurrence(OccurrenceKind.Cell, figure.Value * scale, figure.Unit * scale, new Address(statement.Form, printed.Key, cell.Column), printed, cell))
                    : Unknown;
                Set(row, cell.Column, occurrence);
            }
        }

        LinkHierarchy(statement);
    }

    /// <summary>Whether something unread may be a row: on tables of codes only what holds a number that can be a code.</summary>
    private static bool HasUnreadRow(FormDefinition definition, Statement statement)
    {
        bool codes = definition.Shape is FormShape.FunctionalCodes or FormShape.EconomicBlocks or FormShape.EconomicCodes;
        foreach (Unread unread in statement.Unread)
        {
            if (!codes || HoldsCode(unread.Text)) return true;
        }

        return false;
    }

    private bool Holds(string key)
    {
        foreach (Unread unread in Statement!.Unread)
        {
            if (unread.Text.Contains(key, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool HoldsCode(string text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            int start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            bool figure = (start > 0 && text[start - 1] is '.' or ',') || (at < text.Length && text[at] is '.' or ',');
            if (at - start is 3 or 5 or 7 && !figure) return true;
        }

        return false;
    }

    private void Set(int row, string column, int occurrence)
    {
        int at = ColumnOf(Definition, column);
        if (at >= 0) _cells[row * _columns + at] = occurrence;
    }

    /// <summary>A code lies below the longest of the form's codes that begins it, a 类 below 合计.</summary>
    private void LinkHierarchy(Statement statement)
    {
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        if (Definition.Shape is FormShape.Register)
        {
            for (int row = statement.Rows.Length - 1; row >= 0; row--)
            {
                if (statement.Rows[row].Parent is not { } above || RowOf(statement.Rows[row].Key) != row) continue;
                if (above == Address.Total) _top.Add(row);
                if (RowOf(above) is >= 0 and var parent) Link(row, parent);
            }

            return;
        }

        if (Definition.Shape is not (FormShape.FunctionalCodes or FormShape.EconomicBlocks or FormShape.EconomicCodes)) return;
        int total = Definition.Shape is FormShape.FunctionalCodes or FormShape.EconomicCodes ? RowOf(Address.Total) : -1;
        for (int row = statement.Rows.Length - 1; row >= 0; row--)
        {
            string key = statement.Rows[row].Key;
            if (row == total || key.Length == 0 || !char.IsAsciiDigit(key[0]) || RowOf(key) != row) continue;
            int parent = ParentOf(key, total);
            if (parent == total) _top.Add(row);
            if (parent >= 0) Link(row, parent);
        }
    }

    private void Link(int row, int parent)
    {
        _nextSibling[row] = _firstChild[parent];
        _firstChild[parent] = row;
    }

    private int ParentOf(string key, int total)
    {
        for (int length = key.Length - 2; length >= 3; length -= 2)
        {
            if (_lookup.TryGetValue(key.AsSpan(0, length), out int parent)) return parent;
        }

        return total;
    }
}
