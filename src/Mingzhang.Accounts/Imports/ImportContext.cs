using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Files;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Yaml;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes;

namespace Mingzhang.Accounts.Imports;

/// <summary>What an import needs to know of the book: its year, units, projects and classifications.</summary>
/// <param name="Year">The fiscal year.</param>
/// <param name="Department">The department with its units.</param>
/// <param name="Projects">The projects.</param>
/// <param name="Edition">The edition in force, with accounts and classifications.</param>
public sealed record ImportContext(FiscalYear Year, Department Department, ImmutableArray<Project> Projects, Edition Edition)
{
    /// <summary>Reads <c>unit.yaml</c> and <c>projects/</c> of a book; the context is null if they have errors.</summary>
    /// <param name="folder">The book's folder.</param>
    /// <param name="statutes">The statutory data.</param>
    /// <param name="limits">Limits on sizes; the default ones if null.</param>
    public static (ImportContext? Context, ImmutableArray<BookProblem> Problems) Read(string folder, StatuteBook statutes, BookLimits? limits = null)
    {
        limits ??= BookLimits.Default;
        var log = new ProblemLog(limits.ProblemsPerFile);
        var files = new BookFolder(folder, limits, log);
        DepartmentReading? unit = YamlFile.Read(files, DepartmentFile.Name) is { } fields ? DepartmentFile.Read(fields) : null;
        Department? department = log.HasErrors ? null : unit?.Department;
        ImmutableArray<Project>? projects = BookReader.ReadProjects(files, department);
        Edition? edition = unit?.Year is { } of ? statutes.Edition(DisclosureKind.FinalAccounts, of) : null;
        bool usable = !log.HasErrors && department is not null && projects is not null && edition is not null && unit?.Year is not null;
        return (usable ? new ImportContext(unit!.Year!.Value, department!, projects!.Value, edition!) : null, log.All());
    }
}
