using System.Collections.Immutable;
using System.Text;
using Mingzhang.Accounts.Books.Files;
using Mingzhang.Accounts.Books.Prior;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Books.Words;
using Mingzhang.Accounts.Books.Yaml;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes;

namespace Mingzhang.Accounts.Books;

/// <summary>Reads a book's folder (docs/books.md). Nothing is guessed: what is not said plainly is a problem with its place and a remedy.</summary>
public static class BookReader
{
    internal const string LedgerName = "ledger.csv", BudgetName = "budget.csv", OpeningName = "opening.csv", ProjectsFolder = "projects", PerformanceFolder = "performance";

    /// <summary>Reads every file of a book. Does not throw for anything that a folder can hold.</summary>
    /// <param name="folder">The book's folder.</param>
    /// <param name="statutes">The statutory data; the edition for the book's year is taken from it.</param>
    /// <param name="limits">Limits on sizes; the default ones if null.</param>
    /// <returns>The book, and all problems of all files.</returns>
    public static BookReading Read(string folder, StatuteBook statutes, BookLimits? limits = null)
    {
        limits ??= BookLimits.Default;
        var log = new ProblemLog(limits.ProblemsPerFile);
        var files = new BookFolder(folder, limits, log);
        if (!Directory.Exists(folder))
        {
            log.In("").Error("book.folder.missing", 0, "", new($"没有文件夹 {folder}", $"there is no folder {folder}"), new("给出账簿文件夹的路径；用 mingzhang new 新建", "give the path of a book; mingzhang new makes one"));
            return new BookReading(null, log.All());
        }

        try
        {
            StrayFiles.Check(files);
            Book? book = Assemble(files, statutes);
            return new BookReading(log.HasErrors ? null : book, log.All());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.In("").Error("book.folder.unreadable", 0, "", new($"文件夹不能读取：{e.Message}", $"the folder cannot be read: {e.Message}"), new("检查文件夹及其中各文件夹的权限", "check the permissions of the folder and of those in it"));
            return new BookReading(null, log.All());
        }
    }

    private static Book? Assemble(BookFolder files, StatuteBook statutes)
    {
        DepartmentReading? unit = YamlFile.Read(files, DepartmentFile.Name) is { } fields ? DepartmentFile.Read(fields) : null;
        Edition? edition = unit?.Year is { } year ? Edition(statutes, year, files.Log.In(DepartmentFile.Name)) : null;
        // References to units that could not all be read would only repeat the first mistake.
        Department? department = files.Log.In(DepartmentFile.Name).HasErrors ? null : unit?.Department;
        ImmutableArray<Project>? projects = ReadProjects(files, department);
        var names = new BookNames(department, projects, edition);
        Ledger? ledger = Ledger(files, department, projects, edition, unit?.Year);
        ImmutableArray<OpeningBalance> openings = Table(files, OpeningName, OpeningColumns.All, OpeningFile.Read, names);
        ImmutableArray<BudgetLine> budget = Table(files, BudgetName, BudgetColumns.All, BudgetFile.Read, names);
        Particulars particulars = files.Has(ParticularsFile.Name) && YamlFile.Read(files, ParticularsFile.Name) is { } facts ? ParticularsFile.Read(facts) : new Particulars();
        ImmutableArray<SelfEvaluation> performance = Performance(files, department, projects, edition);
        PriorYear? prior = Optional(files, PriorFile.Name, files.Limits.TableBytes) is { } json
            ? PriorFile.Read(json, unit?.Year, department is null ? [] : [department.Name, .. unit!.FormerNames], files.Log.In(PriorFile.Name))
            : null;
        Prose prose = Optional(files, ProseFile.Name, files.Limits.TextBytes) is { } text ? ProseFile.Read(Encoding.UTF8.GetString(text), files.Log.In(ProseFile.Name)) : Prose.Empty;
        if (department is null || edition is null || ledger is null || unit?.Year is not { } of) return null;
        return new Book
        {
            Year = of, Edition = edition, Department = department, Ledger = ledger, Openings = openings, Budget = budget,
            Projects = projects ?? [], Particulars = particulars, Performance = performance, Prose = prose,
            Prior = prior is null ? null : prior with { Edition = statutes.Edition(DisclosureKind.FinalAccounts, prior.EditionYear) },
        };
    }

    private static Edition? Edition(StatuteBook statutes, FiscalYear year, FileProblems log)
    {
        if (statutes.Edition(DisclosureKind.FinalAccounts, year) is { } edition) return edition;
        log.Error("book.unit.edition", 0, "year", new($"没有 {year} 年度的决算公开表样", $"there is no edition of the forms for {year}"), new("用 --forms 给出含有该年度的表样", "give a folder with the year's forms with --forms"));
        return null;
    }

    private static Ledger? Ledger(BookFolder files, Department? department, ImmutableArray<Project>? projects, Edition? edition, FiscalYear? year)
    {
        FileProblems log = files.Log.In(LedgerName);
        if (!File.Exists(files.At(LedgerName)))
        {
            log.Error("book.file.missing", 0, "", new("没有账簿文件 ledger.csv", "the ledger is missing"), new("补上 ledger.csv，或用 mingzhang import --as ledger 从表格导入", "add ledger.csv, or make it from a spreadsheet with mingzhang import --as ledger"));
            return null;
        }

        if (department is null || edition is null || year is not { } of)
        {
            log.Warning("book.ledger.not-read", 0, "", new("unit.yaml 有错误，ledger.csv 尚未检查", "unit.yaml has errors; the ledger was not looked at"), new("先改正 unit.yaml", "correct unit.yaml first"));
            return null;
        }

        var problems = ImmutableArray.CreateBuilder<BookProblem>();
        Ledger ledger = LedgerFile.Read(files.At(LedgerName), department, projects, edition, of, files.Limits, problems);
        foreach (BookProblem problem in problems) log.Add(problem);
        return ledger;
    }

    private static ImmutableArray<T> Table<T>(BookFolder files, string file, ImmutableArray<TableColumn> columns, Func<CsvTable, BookNames, FileProblems, ImmutableArray<T>> read, BookNames names)
    {
        FileProblems log = files.Log.In(file);
        return Optional(files, file, files.Limits.TableBytes) is { } bytes && CsvTable.Read(bytes, columns, files.Limits.Rows, log) is { } table ? read(table, names, log) : [];
    }

    private static byte[]? Optional(BookFolder files, string file, long most) => files.Has(file) ? files.ReadUtf8(file, most) : null;

    internal static ImmutableArray<Project>? ReadProjects(BookFolder files, Department? department)
    {
        HashSet<string>? units = department?.Units.Select(u => u.Code).ToHashSet();
        var projects = new Dictionary<string, Project>();
        bool complete = true;
        foreach (string file in files.FilesIn(ProjectsFolder, ".yaml"))
        {
            if (YamlFile.Read(files, file) is { } fields)
            {
                Project project = ProjectFile.Read(fields, units);
                if (project.Code.Length > 0 && !projects.TryAdd(project.Code, project))
                    fields.Error("book.project.repeated", "code", new($"项目代码“{project.Code}”与 {projects[project.Code].Line.File} 重复", $"{projects[project.Code].Line.File} has the project code \"{project.Code}\" as well"), new("每个项目用自己的代码", "give every project a code of its own"));
            }

            complete &= !files.Log.In(file).HasErrors;
        }

        return complete ? [.. projects.Values.OrderBy(p => p.Code, StringComparer.Ordinal)] : null;
    }

    private static ImmutableArray<SelfEvaluation> Performance(BookFolder files, Department? department, ImmutableArray<Project>? projects, Edition? edition)
    {
        var evaluations = new List<SelfEvaluation>();
        var subjects = new Dictionary<(EvaluationScope, string), string>();
        foreach (string file in files.FilesIn(PerformanceFolder, ".yaml"))
        {
            if (YamlFile.Read(files, file) is not { } fields) continue;
            SelfEvaluation evaluation = PerformanceFile.Read(fields, department, projects, edition?.Scoring);
            evaluations.Add(evaluation);
            if (!subjects.TryAdd((evaluation.Scope, evaluation.Project), file))
                fields.Error("book.performance.repeated", "scope", new($"与 {subjects[(evaluation.Scope, evaluation.Project)]} 是同一对象的自评", $"{subjects[(evaluation.Scope, evaluation.Project)]} evaluates the same"), new("每个对象只保留一份自评", "keep one evaluation of each"));
        }

        return [.. evaluations.Where(e => e.Scope == EvaluationScope.Department), .. evaluations.Where(e => e.Scope == EvaluationScope.Project)];
    }
}
