namespace Mingzhang.Accounts.Books;

/// <summary>The line of a file in which something stands, for messages. All are equal: what a book holds is the same wherever in its file it stands.</summary>
/// <param name="Number">1-based, the header being line 1; 0 where it comes from no file.</param>
/// <param name="File">The file relative to the book's folder, where that is not known anyway; else empty.</param>
public readonly record struct FileLine(int Number, string File = "")
{
    /// <summary>The file; <paramref name="otherwise"/> where it comes from none.</summary>
    internal string FileOr(string otherwise) => string.IsNullOrEmpty(File) ? otherwise : File;

    /// <summary>Always true.</summary>
    public bool Equals(FileLine other) => true;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
