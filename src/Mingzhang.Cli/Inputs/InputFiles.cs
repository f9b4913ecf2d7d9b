using Mingzhang.Core.Findings;

namespace Mingzhang.Cli.Inputs;

/// <summary>A file to read.</summary>
/// <param name="Path">Its path as the user gave it, or found in the folder given.</param>
/// <param name="FromFolder">Found in a folder: it may turn out to be something else than a disclosure.</param>
internal sealed record InputFile(string Path, bool FromFolder);

/// <summary>The documents that the arguments name.</summary>
/// <param name="Files">The documents in order.</param>
/// <param name="IsList">Several were asked for (a folder, or more than one file): results are a list.</param>
internal sealed record InputFiles(IReadOnlyList<InputFile> Files, bool IsList)
{
    private static readonly string[] Extensions = [".txt", ".md", ".docx", ".xlsx", ".xls", ".html", ".htm", ".pdf"];

    /// <summary>Expands folders: every document in a folder, in the order of the file names.</summary>
    public static InputFiles Of(IReadOnlyList<string> arguments, Session session)
    {
        if (arguments.Count == 0) throw new UsageException(new Text("没有给出文件", "no FILE is given"));
        var files = new List<InputFile>();
        bool list = arguments.Count > 1;
        foreach (string argument in arguments)
        {
            if (!Directory.Exists(argument))
            {
                if (argument.StartsWith('-') && !File.Exists(argument))
                    throw new UsageException(new Text($"不认识的选项：{argument}", $"unknown option: {argument}"));
                files.Add(new InputFile(argument, false));
                continue;
            }

            list = true;
            files.AddRange(InFolder(argument, session));
        }

        return new InputFiles(files, list);
    }

    private static IEnumerable<InputFile> InFolder(string folder, Session session)
    {
        string[] all = AllIn(folder);
        Array.Sort(all, StringComparer.Ordinal);
        string[] documents = [.. all.Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))];
        if (documents.Length == 0)
            throw new UnusableException(new Text($"{folder}：文件夹里没有可读的文件（{string.Join('、', Extensions)}）", $"{folder}: the folder has no document that can be read ({string.Join(", ", Extensions)})"));
        int others = all.Length - documents.Length;
        if (others > 0) session.Messages.WriteLine(session.Say($"{folder}：另有 {others} 个其他格式的文件未处理", $"{folder}: {others} files of other formats are left aside"));
        return documents.Select(f => new InputFile(f, true));
    }

    private static string[] AllIn(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder).Where(f => !Path.GetFileName(f).StartsWith('.'))];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UnusableException(new Text($"{folder}：文件夹打不开：{failure.Message}", $"{folder}: the folder cannot be opened: {failure.Message}"));
        }
    }
}
