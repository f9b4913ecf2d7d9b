using System.Collections.Immutable;
using System.Text;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Statutes.Classifications;

/// <summary>
/// Takes over an official list (政府收支分类科目) from CSV or Excel. <see cref="Read"/> says what it holds and what of it could not be
/// taken; <see cref="Write"/> puts it into a folder that <see cref="StatuteBook.Load"/> lays over the data of the program.
/// </summary>
public static class ClassificationImporter
{
    /// <summary>Reads a list.</summary>
    /// <param name="path">A .csv (UTF-8 or GB18030), .xlsx or .xls file; every sheet of it.</param>
    /// <param name="kind">Functional or economic.</param>
    /// <param name="year">The year that it is the list of.</param>
    /// <exception cref="StatuteException">The file cannot be read, or no column of it holds codes.</exception>
    public static ImportedClassification Read(string path, ClassificationKind kind, FiscalYear year)
    {
        var entries = new SortedDictionary<string, ClassificationEntry>(StringComparer.Ordinal);
        var rejected = ImmutableArray.CreateBuilder<RejectedRow>();
        bool recognised = false;
        foreach (IGrouping<string, TableRow> sheet in TableReading.Read(path).GroupBy(r => r.Sheet, StringComparer.Ordinal))
        {
            List<TableRow> rows = [.. sheet];
            if (ListLayout.Recognise(rows, kind) is not { } layout) continue;
            recognised = true;
            foreach (TableRow row in rows.Skip(layout.FirstRow))
            {
                if (!ListLayout.IsBlank(row) && Take(row, layout, kind, entries) is { } reason)
                    rejected.Add(new RejectedRow(path, row.Sheet, row.Row, string.Join(' ', row.Cells.Where(c => c.Length > 0)), reason));
            }
        }

        if (!recognised)
            throw new StatuteException(path, 0, 0, "找不到科目编码和科目名称两栏", "no columns with codes (科目编码) and names (科目名称) were found");
        return new ImportedClassification(path, kind, year, [.. entries.Values], rejected.ToImmutable());
    }

    /// <summary>
    /// Writes a list into <paramref name="folder"/> as <c>classifications/functional.csv</c> or <c>economic.csv</c>, in force from its
    /// year. Rows that the file has already stay, but for those of the same code and year. The file is replaced as a whole or not at all.
    /// </summary>
    /// <returns>The path of the file.</returns>
    /// <exception cref="StatuteException">The file that is there is broken, or the folder cannot be written to.</exception>
    public static string Write(ImportedClassification list, string folder)
    {
        string path = Path.Combine(folder, "classifications", list.Kind == ClassificationKind.Functional ? "functional.csv" : "economic.csv");
        string source = ClassificationRow.Clean(Path.GetFileName(list.File));
        var rows = new SortedDictionary<(string Code, int From), ClassificationRow>();
        try
        {
            if (File.Exists(path))
            {
                using var text = new StreamReader(path, Encoding.UTF8);
                foreach (ClassificationRow row in ClassificationReading.Rows(path, text)) rows[(row.Code, row.From ?? 0)] = row;
            }

            foreach (ClassificationEntry entry in list.Entries)
                rows[(entry.Code, list.Year.Value)] = new ClassificationRow(entry.Code, entry.Name, list.Year.Value, null, [], [], source);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            string draft = path + ".tmp";
            File.WriteAllText(draft, string.Concat(rows.Values.Select(r => r + "\n").Prepend(ClassificationReading.Header + "\n")), new UTF8Encoding(false));
            File.Move(draft, path, overwrite: true);
            return path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StatuteException(path, 0, 0, $"不能写入：{error.Message}", $"cannot be written: {error.Message}");
        }
    }

    /// <summary>Takes a row over; else says why not.</summary>
    private static Text? Take(TableRow row, ListLayout layout, ClassificationKind kind, SortedDictionary<string, ClassificationEntry> entries)
    {
        string code = layout.CodeOf(row), name = layout.NameOf(row);
        if (code.Length == 0) return name.Length == 0 ? null : new Text("没有编码", "no code");
        if (!ListLayout.IsCode(code, kind))
        {
            return kind == ClassificationKind.Functional
                ? new Text($"“{code}”不是支出功能分类编码（2 开头的 3、5 或 7 位数字）", $"\"{code}\" is not a functional code of expenditure (3, 5 or 7 digits beginning with 2)")
                : new Text($"“{code}”不是支出经济分类编码（3 或 5 开头的 3 或 5 位数字）", $"\"{code}\" is not an economic code (3 or 5 digits beginning with 3 or 5)");
        }

        if (name.Length == 0) return new Text("没有名称", "no name");
        if (!entries.TryAdd(code, new ClassificationEntry(code, name, [], [])) && entries[code].Name != name)
            return new Text($"编码 {code} 已有名称“{entries[code].Name}”", $"the code {code} has the name \"{entries[code].Name}\" already");
        return null;
    }
}
