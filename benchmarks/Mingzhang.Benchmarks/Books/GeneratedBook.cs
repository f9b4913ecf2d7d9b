using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Generation;
using Mingzhang.Statutes;

namespace Mingzhang.Benchmarks.Books;

/// <summary>Generated books in a temporary folder, each made once.</summary>
internal static class GeneratedBook
{
    internal static StatuteBook Statutes { get; } = StatuteBook.Load();

    /// <summary>The folder of a book of so many entries.</summary>
    internal static string Folder(int entries)
    {
        string folder = Path.Combine(Path.GetTempPath(), $"mingzhang-book-{Environment.ProcessId}-{entries}");
        if (!Directory.Exists(folder)) BookGenerator.Write(folder, entries, seed: 1, Statutes);
        return folder;
    }

    internal static Book Read(int entries) =>
        BookReader.Read(Folder(entries), Statutes).Book ?? throw new InvalidOperationException("the generated book has errors");

    internal static void Delete(int entries)
    {
        if (Directory.Exists(Folder(entries))) Directory.Delete(Folder(entries), recursive: true);
    }
}
