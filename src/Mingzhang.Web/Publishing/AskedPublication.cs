using Mingzhang.Core.Findings;
using Mingzhang.Store;
using Mingzhang.Store.Publications;

namespace Mingzhang.Web.Publishing;

/// <summary>One book or document that is to be published.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Pack">Reads its files.</param>
internal sealed record AskedPublication(string Name, Func<PublicationRequest> Pack);

/// <summary>Finds what is to be published: books, folders of books, documents.</summary>
/// <param name="isForced">Publish them with findings of severity error.</param>
/// <param name="place">Where the departments are; empty if that is not known.</param>
internal sealed class AskedPublications(bool isForced, string place)
{
    private const string Mark = "unit.yaml";

    /// <summary>Each book and document for itself; a folder stands for the books in it.</summary>
    /// <exception cref="StoreException">One is not there, or no book; then none is taken.</exception>
    public IReadOnlyList<AskedPublication> Each(IEnumerable<string> paths) => [.. paths.SelectMany(path =>
        IsBook(path) ? [Book(path)]
        : Directory.Exists(path) ? Directory.EnumerateDirectories(path).Where(IsBook).Order(StringComparer.Ordinal).Select(Book).ToArray() is { Length: > 0 } books ? books
            : throw new StoreException(new Text($"{path}：不是账簿，里面也没有账簿（有 {Mark} 的文件夹）；文件请逐个列出", $"{path}: neither a book nor a folder of books (folders with {Mark}); name documents one by one"))
        : [File(path)])];

    /// <summary>Documents that are one disclosure together.</summary>
    /// <exception cref="StoreException">One of them is not there.</exception>
    public IReadOnlyList<AskedPublication> AsOne(IReadOnlyList<string> paths)
    {
        foreach (string path in paths) File(path);
        return paths.Count == 0 ? [] : [new AskedPublication(Path.GetFileName(paths[0]), () => Request(Path.GetFileName(paths[0]), false, RequestArchive.OfFiles(paths)))];
    }

    private static bool IsBook(string path) => System.IO.File.Exists(Path.Combine(path, Mark));

    private AskedPublication Book(string path)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        return new AskedPublication(name, () => Request(name, true, RequestArchive.OfFolder(path)));
    }

    private AskedPublication File(string path) => System.IO.File.Exists(path)
        ? new AskedPublication(Path.GetFileName(path), () => Request(Path.GetFileName(path), false, RequestArchive.OfFiles([path])))
        : throw new StoreException(new Text($"{path}：没有这个文件或文件夹", $"{path}: no such file or folder"));

    private PublicationRequest Request(string name, bool isBook, byte[] content) => new(name, isBook, isForced, place, content);
}
