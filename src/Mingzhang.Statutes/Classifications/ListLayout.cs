using Mingzhang.Core.Codes;

namespace Mingzhang.Statutes.Classifications;

/// <summary>
/// Which columns of a list hold the code and the name: by the header (科目编码 and 科目名称; or 类, 款, 项 apart), else by what the
/// columns hold. Where the header says so the rows above it are titles.
/// </summary>
internal sealed class ListLayout
{
    private const int HeaderSearch = 30;

    // The last code of each level, for lists that print only a row's own digits under 类, 款 and 项.
    private string _class = "", _section = "";

    private ListLayout(int code, int section, int item, int name, int firstRow)
    {
        CodeColumn = code;
        SectionColumn = section;
        ItemColumn = item;
        NameColumn = name;
        FirstRow = firstRow;
    }

    /// <summary>Index of the first row behind the header.</summary>
    internal int FirstRow { get; }

    private int CodeColumn { get; }

    private int SectionColumn { get; }

    private int ItemColumn { get; }

    private int NameColumn { get; }

    /// <summary>The layout of the rows of one sheet; null if no column holds codes.</summary>
    internal static ListLayout? Recognise(List<TableRow> rows, ClassificationKind kind)
    {
        for (int i = 0; i < Math.Min(rows.Count, HeaderSearch); i++)
        {
            if (FromHeader(rows[i].Cells, i) is { } layout) return layout;
        }

        return FromContent(rows, kind);
    }

    /// <summary>The code that a row prints, digits only; empty if it prints none.</summary>
    internal string CodeOf(TableRow row)
    {
        string code = Plain(Cell(row, CodeColumn));
        if (SectionColumn < 0) return NameColumn == CodeColumn ? LeadingDigits(code) : code;
        string section = Plain(Cell(row, SectionColumn)), item = ItemColumn < 0 ? "" : Plain(Cell(row, ItemColumn));
        if (code.Length > 0)
        {
            _class = code;
            _section = "";
        }

        if (section.Length > 0) _section = section.Length == 2 ? _class + section : section;
        if (item.Length > 0) return item.Length == 2 ? _section + item : item;
        return section.Length > 0 ? _section : code;
    }

    /// <summary>The name that a row prints; empty if none.</summary>
    internal string NameOf(TableRow row)
    {
        string name = Cell(row, NameColumn);
        if (NameColumn == CodeColumn) name = name[LeadingDigits(name).Length..];
        return Named(name);
    }

    /// <summary>Whether the row prints nothing at all, or repeats the header (a list cut by pages).</summary>
    internal static bool IsBlank(TableRow row) => row.Cells.All(c => c.Length == 0) || FromHeader(row.Cells, 0) is not null;

    private static ListLayout? FromHeader(string[] cells, int row)
    {
        int name = Find(cells, c => c.EndsWith("名称", StringComparison.Ordinal) || c is "科目" or "name");
        int code = Find(cells, c => c.EndsWith("编码", StringComparison.Ordinal) || c.EndsWith("代码", StringComparison.Ordinal) || c is "编号" or "code");
        int cls = Find(cells, c => c == "类"), section = Find(cells, c => c == "款"), item = Find(cells, c => c == "项");
        if (name >= 0 && cls >= 0 && section >= 0) return new ListLayout(cls, section, item, name, row + 1);
        return name >= 0 && code >= 0 ? new ListLayout(code, -1, -1, name, row + 1) : null;
    }

    private static ListLayout? FromContent(List<TableRow> rows, ClassificationKind kind)
    {
        int columns = rows.Count == 0 ? 0 : rows.Max(r => r.Cells.Length);
        int code = Best(columns, c => rows.Count(r => IsCode(Plain(Cell(r, c)), kind)));
        if (code >= 0)
        {
            int name = Best(columns, c => c == code ? 0 : rows.Count(r => IsCode(Plain(Cell(r, code)), kind) && Cell(r, c) is { Length: > 0 and <= 40 } text && HasHan(text)));
            return name < 0 ? null : new ListLayout(code, -1, -1, name, 0);
        }

        int both = Best(columns, c => rows.Count(r => IsCode(LeadingDigits(Cell(r, c)), kind) && HasHan(Cell(r, c))));
        return both < 0 ? null : new ListLayout(both, -1, -1, both, 0);
    }

    private static int Best(int columns, Func<int, int> count)
    {
        int best = -1, most = 0;
        for (int column = 0; column < columns; column++)
        {
            int n = count(column);
            if (n > most) (best, most) = (column, n);
        }

        return best;
    }

    private static int Find(string[] cells, Func<string, bool> wanted)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            if (wanted(string.Concat(cells[i].Where(c => !char.IsWhiteSpace(c))))) return i;
        }

        return -1;
    }

    internal static bool IsCode(string text, ClassificationKind kind) =>
        kind == ClassificationKind.Functional ? FunctionalCode.TryParse(text, out _) : EconomicCode.TryParse(text, out _);

    private static string Cell(TableRow row, int column) => column < row.Cells.Length ? row.Cells[column] : "";

    /// <summary>A number cell of a spreadsheet can come as <c>201.0</c>; codes are printed with blanks or dots inside, too.</summary>
    private static string Plain(string cell)
    {
        if (cell.EndsWith(".0", StringComparison.Ordinal)) cell = cell[..^2];
        return string.Concat(cell.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '\'')).Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c));
    }

    private static string LeadingDigits(string text)
    {
        int end = 0;
        while (end < text.Length && text[end] is >= '0' and <= '9') end++;
        return text[..end];
    }

    private static bool HasHan(string text) => text.Any(c => c is >= '\u4E00' and <= '\u9FFF');

    // The separators of our own files cannot be part of a name.
    private static string Named(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(c => c switch
    {
        '(' => '（',
        ')' => '）',
        ',' => '，',
        '|' => '｜',
        _ => c,
    }));
}
