using System.Collections.Immutable;
using Mingzhang.Core.Findings;

namespace Mingzhang.Cli.Inputs;

/// <summary>A file to read, or several that make one disclosure.</summary>
/// <param name="Paths">Their paths as the user gave them, or found in the folder given.</param>
/// <param name="FromFolder">Found in a folder: it may turn out to be something else than a disclosure.</param>
internal sealed record InputFile(ImmutableArray<string> Paths, bool FromFolder);

/// <summary>The documents that the arguments name.</summary>
/// <param name="Files">The documents in order.</param>
/// <param name="IsList">Several were asked for (a folder, an archive, or more than one file): results are a list.</param>
internal sealed record InputFiles(IReadOnlyList<InputFile> Files, bool IsList)
{
    private const string ArchiveExtension = ".zip";

    /// <summary>Expands folders: every document in a folder and its subfolders, in the order of the paths.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="asOne">Whether all files together make one disclosure.</param>
    /// <param name="session">For messages on files that are left aside.</param>
    public static InputFiles Of(IReadOnlyList<string> arguments, bool asOne, Session session)
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
                list |= argument.EndsWith(ArchiveExtension, StringComparison.OrdinalIgnoreCase);
                files.Add(new InputFile([argument], false));
                continue;
            }

            list = true;
            files.AddRange(DocumentFolder.Files(argument, session).Select(path => new InputFile([path], true)));
        }

        return asOne ? new InputFiles([new InputFile([.. files.SelectMany(f => f.Paths)], false)], false) : new InputFiles(files, list);
    }
}
