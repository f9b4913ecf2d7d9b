using Mingzhang.Accounts.Books.Problems;

namespace Mingzhang.Accounts.Books.Files;

/// <summary>A book's folder: its files as UTF-8 text, within limits; whatever is wrong with one goes to the log.</summary>
internal sealed class BookFolder(string path, BookLimits limits, ProblemLog log)
{
    internal string Path { get; } = path;

    internal BookLimits Limits { get; } = limits;

    internal ProblemLog Log { get; } = log;

    internal bool Has(string file) => File.Exists(At(file)) || Directory.Exists(At(file));

    internal string At(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>The files with an ending in a folder of the book, relative to the book, in ordinal order; hidden ones left out.</summary>
    internal List<string> FilesIn(string folder, string ending)
    {
        if (!Directory.Exists(At(folder))) return [];
        List<string> files =
        [
            .. Directory.EnumerateFiles(At(folder), "*" + ending).Select(f => System.IO.Path.GetFileName(f)!)
                .Where(f => f[0] != '.').Order(StringComparer.Ordinal).Select(f => $"{folder}/{f}"),
        ];
        if (files.Count <= Limits.Files) return files;
        Log.In(folder).Error("book.file.too-many", 0, "",
            new($"有 {files.Count} 个文件，超过上限 {Limits.Files}", $"has {files.Count} files, more than the limit of {Limits.Files}"),
            new("核对文件夹内容，或调高上限", "check the folder, or raise the limit"));
        return [];
    }

    /// <summary>The bytes of a file as UTF-8 without byte order mark; null if it is not there or cannot be used.</summary>
    internal byte[]? ReadUtf8(string file, long most) => BookText.ReadUtf8(At(file), most, Log.In(file));
}
