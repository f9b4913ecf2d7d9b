using System.Text;

namespace Mingzhang.Tests.Shared;

/// <summary>A copy of the small invented book (two units) in a folder of its own, to be broken by a test; removed afterwards.</summary>
internal sealed class BookCopy : IDisposable
{
    /// <summary>The book itself, for tests that only read.</summary>
    public static string Original { get; } = Repository.At("tests", "Mingzhang.Accounts.Tests", "Fixtures", "book");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mingzhang-book-");

    public BookCopy()
    {
        foreach (string file in Directory.EnumerateFiles(Original, "*", SearchOption.AllDirectories))
        {
            string copy = At(Path.GetRelativePath(Original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Where the copy lies.</summary>
    public string Folder => _folder.FullName;

    /// <summary>A file in it: <c>At("projects/P01.yaml")</c>.</summary>
    public string At(string file) => Path.Combine(Folder, file);

    /// <summary>The text of a file.</summary>
    public string Text(string file) => File.ReadAllText(At(file));

    /// <summary>Writes a file as a whole, UTF-8.</summary>
    public BookCopy Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), text, new UTF8Encoding(false));
        return this;
    }

    /// <summary>Replaces the first occurrence of a text that must be there.</summary>
    public BookCopy Replace(string file, string old, string @new)
    {
        string text = Text(file);
        int at = text.IndexOf(old, StringComparison.Ordinal);
        if (at < 0) throw new ArgumentException($"{file} does not hold: {old}", nameof(old));
        return Write(file, text[..at] + @new + text[(at + old.Length)..]);
    }

    /// <summary>Removes a file.</summary>
    public BookCopy Remove(string file)
    {
        File.Delete(At(file));
        return this;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
