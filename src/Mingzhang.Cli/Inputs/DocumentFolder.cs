using Mingzhang.Core.Findings;

namespace Mingzhang.Cli.Inputs;

/// <summary>Finds the documents of a folder and of the folders in it. Hidden files, links to folders and what office programs leave beside an open file are passed over.</summary>
internal static class DocumentFolder
{
    private const int Deepest = 8;
    private const int MostFiles = 100_000;

    private static readonly string[] Extensions =
        [".txt", ".md", ".docx", ".docm", ".doc", ".wps", ".rtf", ".odt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".et", ".ods", ".html", ".htm", ".pdf", ".zip"];

    /// <summary>The documents by path.</summary>
    public static IReadOnlyList<string> Files(string folder, Session session)
    {
        List<string> all = All(folder);
        string[] documents = [.. all.Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))];
        if (documents.Length == 0)
            throw new UnusableException(new Text($"{folder}：文件夹里没有可读的文件（{string.Join('、', Extensions)}）", $"{folder}: the folder has no document that can be read ({string.Join(", ", Extensions)})"));
        Array.Sort(documents, StringComparer.Ordinal);
        int others = all.Count - documents.Length;
        if (others > 0) session.Messages.WriteLine(session.Say($"{folder}：另有 {others} 个其他格式的文件未处理", $"{folder}: {others} files of other formats are left aside"));
        return documents;
    }

    private static List<string> All(string folder)
    {
        var files = new List<string>();
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = Deepest,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
            IgnoreInaccessible = false,
            ReturnSpecialDirectories = false,
        };
        try
        {
            var found = new System.IO.Enumeration.FileSystemEnumerable<string>(folder, (ref entry) => entry.ToSpecifiedFullPath(), options)
            {
                ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && !IsPassedOver(entry.FileName),
                ShouldRecursePredicate = (ref entry) => !IsPassedOver(entry.FileName) && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            };
            foreach (string path in found)
            {
                if (files.Count >= MostFiles) throw new UnusableException(new Text($"{folder}：文件超过 {MostFiles} 个，请分批给出", $"{folder}: more than {MostFiles} files; give them in parts"));
                files.Add(path);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UnusableException(new Text($"{folder}：文件夹打不开：{failure.Message}", $"{folder}: the folder cannot be opened: {failure.Message}"));
        }

        return files;
    }

    private static bool IsPassedOver(ReadOnlySpan<char> name) => name.StartsWith('.') || name.StartsWith("~$");
}
