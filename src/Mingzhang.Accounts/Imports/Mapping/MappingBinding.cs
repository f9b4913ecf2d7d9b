using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Imports.Sheets;

namespace Mingzhang.Accounts.Imports.Mapping;

/// <summary>A mapping tied to a sheet: where its columns are in this file.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="FirstRow">The first row behind the header, 0-based.</param>
/// <param name="Columns">Column by field, 0-based.</param>
/// <param name="Headings">The headings of the sheet.</param>
internal sealed record MappingBinding(Sheet Sheet, int FirstRow, Dictionary<string, int> Columns, string[] Headings)
{
    /// <summary>Ties a mapping to a file: columns that moved are found by their headings; null with problems in the log where one is not there.</summary>
    internal static MappingBinding? Of(ColumnMapping mapping, List<Sheet> sheets, FileProblems log)
    {
        Sheet? sheet = sheets.Find(s => s.Name == mapping.Sheet) ?? (sheets.FindAll(s => !s.IsEmpty) is [var only] ? only : null);
        if (sheet is null)
        {
            log.Error("import.sheet", 0, "", new($"没有工作表“{mapping.Sheet}”", $"there is no sheet \"{mapping.Sheet}\""), new($"改正 mapping.yaml 的 sheet；文件中有：{string.Join('、', sheets.Select(s => s.Name))}", $"correct sheet in mapping.yaml; the file has {string.Join(", ", sheets.Select(s => s.Name))}"));
            return null;
        }

        FieldSource[] wanted = [.. mapping.Fields.Where(f => f.Kind == SourceKind.Column)];
        List<string>? fewest = null;
        foreach (int row in Rows(mapping, sheet))
        {
            if (SheetHeader.Read(sheet, row, mapping.HeaderRows) is not { } headings) continue;
            var columns = new Dictionary<string, int>();
            List<string> missing = [];
            foreach (FieldSource source in wanted)
            {
                if (Find(source, headings) is >= 0 and var column) columns[source.Field] = column;
                else missing.Add(source.Heading.Length > 0 ? source.Heading : source.Column);
            }

            if (missing.Count == 0) return new MappingBinding(sheet, row + mapping.HeaderRows, columns, headings);
            if (fewest is null || missing.Count < fewest.Count) fewest = missing;
        }

        foreach (string heading in fewest ?? [.. wanted.Select(w => w.Heading)])
            log.Error("import.heading", mapping.HeaderRow, heading, new($"没有表头“{heading}”", $"there is no heading \"{heading}\""), new("改正 mapping.yaml 中的表头或行号；删去其中这一节可重新猜测", "correct the heading or the row in mapping.yaml; delete that part to have it guessed again"));
        return null;
    }

    private static IEnumerable<int> Rows(ColumnMapping mapping, Sheet sheet)
    {
        yield return mapping.HeaderRow - 1;
        for (int row = 0; row < Math.Min(sheet.Rows.Count, SheetHeader.SearchedRows); row++)
        {
            if (row != mapping.HeaderRow - 1) yield return row;
        }
    }

    private static int Find(FieldSource source, string[] headings)
    {
        int column = Sheets.Sheet.Column(source.Column);
        string heading = SheetCell.Of(source.Heading).Word;
        if (heading.Length == 0) return column < headings.Length ? column : -1;
        if (column >= 0 && column < headings.Length && headings[column] == heading) return column;
        int first = Array.IndexOf(headings, heading);
        return first >= 0 && Array.LastIndexOf(headings, heading) == first ? first : -1;
    }
}
