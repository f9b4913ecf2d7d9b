namespace Mingzhang.Accounts.Books;

/// <summary>The line of a file in which something stands, for messages. All are equal: what a book holds is the same wherever in its file it stands.</summary>
/// <param name="Number">1-based, the header being line 1; 0 where it comes from no file.</param>
public readonly record struct FileLine(int Number)
{
    /// <summary>Always true.</summary>
    public bool Equals(FileLine other) => true;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
