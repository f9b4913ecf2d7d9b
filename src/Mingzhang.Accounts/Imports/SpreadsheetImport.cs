using System.Collections.Immutable;
using System.Text;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Files;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Imports.Mapping;
using Mingzhang.Accounts.Imports.Rows;
using Mingzhang.Accounts.Imports.Sheets;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Imports;

/// <summary>
/// Imports spreadsheets (.xlsx, .xls, .csv) in the shapes in which accounting and budgeting programs export them: a plan is guessed, or made of a saved
/// mapping; it is shown; then it is run. Either every row is taken or none.
/// </summary>
public static class SpreadsheetImport
{
    /// <summary>The file of a book that holds its mappings.</summary>
    public const string MappingName = "mapping.yaml";

    /// <summary>The file of a book that a kind of import makes.</summary>
    public static string FileOf(ImportKind kind) => MappingFile.KeyOf(kind) + ".csv";

    /// <summary>Guesses how a spreadsheet is to be read. Does not throw for anything that a file can be.</summary>
    /// <param name="path">The spreadsheet.</param>
    /// <param name="kind">What it becomes.</param>
    /// <param name="context">The book.</param>
    /// <param name="limits">Limits on sizes; the default ones if null.</param>
    public static ImportPlan Guess(string path, ImportKind kind, ImportContext context, BookLimits? limits = null)
    {
        limits ??= BookLimits.Default;
        var log = new FileProblems(Path.GetFileName(path), limits.ProblemsPerFile);
        if (SheetFile.Read(path, limits, log) is not { } sheets) return new ImportPlan(path, null, [], [.. log.All()]);
        var guess = new MappingGuess(kind, context);
        List<HeaderGuess> headers = [.. sheets.Where(s => !s.IsEmpty).Select(guess.Header).OfType<HeaderGuess>().OrderByDescending(h => h.Score)];
        if (headers.Count == 0)
        {
            log.Error("import.no-header", 0, "", new("没有找到表头", "no header was found"),
                new("确认导出的表格有列名（如日期、凭证号、科目、金额）；或手工编写 mapping.yaml", "check that the export has column names, or write mapping.yaml by hand"));
            return new ImportPlan(path, null, [], [.. log.All()]);
        }

        ColumnMapping mapping = GuessedMapping.Of(headers[0], kind, context, Path.GetFileNameWithoutExtension(path));
        MappingFields.CheckComplete(mapping, log);
        return new ImportPlan(path, mapping, Notes(sheets, headers, mapping), [.. log.All()]) { Sheets = sheets, Limits = limits };
    }

    /// <summary>A plan by a saved mapping. Columns that stand elsewhere in this file are found by their headings.</summary>
    /// <param name="path">The spreadsheet.</param>
    /// <param name="mapping">The mapping.</param>
    /// <param name="limits">Limits on sizes; the default ones if null.</param>
    public static ImportPlan Use(string path, ColumnMapping mapping, BookLimits? limits = null)
    {
        limits ??= BookLimits.Default;
        var log = new FileProblems(Path.GetFileName(path), limits.ProblemsPerFile);
        List<Sheet>? sheets = SheetFile.Read(path, limits, log);
        if (sheets is not null)
        {
            MappingFields.CheckComplete(mapping, log);
            MappingBinding.Of(mapping, sheets, log);
        }

        return new ImportPlan(path, mapping, [], [.. log.All()]) { Sheets = sheets ?? [], Limits = limits };
    }

    /// <summary>The mappings that a <c>mapping.yaml</c> holds, and what is wrong with it; none if there is no such file.</summary>
    public static (ImmutableArray<ColumnMapping> Mappings, ImmutableArray<BookProblem> Problems) ReadMappings(string path)
    {
        if (!File.Exists(path)) return ([], []);
        var log = new FileProblems(Path.GetFileName(path), BookLimits.Default.ProblemsPerFile);
        ImmutableArray<ColumnMapping> mappings = BookText.ReadUtf8(path, BookLimits.Default.TextBytes, log) is { } bytes ? MappingFile.Read(Encoding.UTF8.GetString(bytes), Path.GetFileName(path), log) : [];
        return (log.HasErrors ? [] : mappings, [.. log.All()]);
    }

    /// <summary>The text of <c>mapping.yaml</c> with some mappings.</summary>
    public static string WriteMappings(IEnumerable<ColumnMapping> mappings) => MappingFile.Write(mappings);

    /// <summary>Runs a plan.</summary>
    /// <param name="plan">A plan that can be run.</param>
    /// <param name="context">The book.</param>
    public static ImportResult Run(ImportPlan plan, ImportContext context)
    {
        string file = Path.GetFileName(plan.File);
        if (plan.Mapping is not { } mapping || !plan.CanRun) return new ImportResult(null, 0, [], plan.Problems);
        var log = new FileProblems(mapping.Sheet.Length > 0 ? $"{file} {mapping.Sheet}" : file, plan.Limits.ProblemsPerFile);
        foreach (BookProblem problem in plan.Problems) log.Add(problem);
        if (MappingBinding.Of(mapping, plan.Sheets, log) is not { } binding) return new ImportResult(null, 0, [], [.. log.All()]);

        var conversion = new RowConversion(mapping, binding, context, log);
        var filter = new RowFilter(mapping, binding, conversion, log);
        var skipped = ImmutableArray.CreateBuilder<SkippedRow>();
        var rows = new List<string[]>();
        var places = new List<int>();
        for (int row = binding.FirstRow; row < binding.Sheet.Rows.Count; row++)
        {
            if (filter.WhyNot(row) is { } why)
            {
                if (why.Zh.Length > 0) skipped.Add(new SkippedRow(row + 1, why));
            }
            else if (conversion.Convert(row) is { } cells)
            {
                rows.Add(cells);
                places.Add(row + 1);
            }
        }

        byte[] csv = Verification.Write(mapping.Kind, rows);
        foreach (BookProblem problem in Verification.Check(csv, mapping.Kind, context))
            log.Add(problem with { File = log.File, Row = problem.Row >= 2 && problem.Row - 2 < places.Count ? places[problem.Row - 2] : problem.Row, Column = conversion.Place(problem.Column) });
        if (rows.Count == 0 && !log.HasErrors)
            log.Error("import.no-rows", binding.FirstRow + 1, "", new("表头下面没有可导入的行", "there is no row to import under the header"), new("确认工作表和表头行是否正确", "check the sheet and the header row"));
        return new ImportResult(log.HasErrors ? null : csv, log.HasErrors ? 0 : rows.Count, skipped.ToImmutable(), [.. log.All()]);
    }

    private static ImmutableArray<Text> Notes(List<Sheet> sheets, List<HeaderGuess> headers, ColumnMapping mapping)
    {
        var notes = ImmutableArray.CreateBuilder<Text>();
        if (sheets.Count > 1) notes.Add(new($"采用工作表“{mapping.Sheet}”（共 {sheets.Count} 个）", $"the sheet \"{mapping.Sheet}\" is taken, of {sheets.Count}"));
        foreach (HeaderGuess other in headers.Skip(1)) notes.Add(new($"工作表“{other.Sheet.Name}”也有相似的表头，没有采用", $"the sheet \"{other.Sheet.Name}\" has a like header and is not taken"));
        if (mapping.InWan) notes.Add(new("表中写明万元：金额乘以 10000", "the sheet says 万元: amounts are multiplied by 10000"));
        return notes.ToImmutable();
    }
}
