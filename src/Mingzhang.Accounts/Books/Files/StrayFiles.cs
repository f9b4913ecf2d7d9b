using Mingzhang.Accounts.Books.Prior;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Words;
using Mingzhang.Accounts.Books.Yaml;

namespace Mingzhang.Accounts.Books.Files;

/// <summary>Warns of data files in a book that nothing reads: a misspelt name would be silently without effect.</summary>
internal static class StrayFiles
{
    private static readonly string[] Known =
    [
        DepartmentFile.Name, BookReader.LedgerName, BookReader.BudgetName, BookReader.OpeningName, ParticularsFile.Name, PriorFile.Name, ProseFile.Name, "mapping.yaml",
        "README.md", BookReader.ProjectsFolder, BookReader.PerformanceFolder,
    ];

    private static readonly string[] Endings = [".yaml", ".yml", ".csv", ".json", ".md"];

    internal static void Check(BookFolder files)
    {
        IEnumerable<string> found = Directory.EnumerateFileSystemEntries(files.Path).Select(f => Path.GetFileName(f)!)
            .Concat(Inside(files, BookReader.ProjectsFolder)).Concat(Inside(files, BookReader.PerformanceFolder)).Order(StringComparer.Ordinal);
        foreach (string name in found)
        {
            bool data = Endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) || Directory.Exists(files.At(name));
            if (name[0] == '.' || Known.Contains(name) || !data) continue;
            Core.Findings.Text question = Nearest.Question(name, Known);
            files.Log.In(name).Warning("book.file.stray", 0, "", new($"没有读取这个文件{question.Zh}", $"it is not read{question.En}"), new("改为规定的文件名（docs/books.md），或移出账簿", "name it as docs/books.md says, or move it out of the book"));
        }
    }

    private static IEnumerable<string> Inside(BookFolder files, string folder) =>
        !Directory.Exists(files.At(folder)) ? [] : Directory.EnumerateFileSystemEntries(files.At(folder)).Where(f => Path.GetExtension(f) != ".yaml").Select(f => $"{folder}/{Path.GetFileName(f)}");
}
