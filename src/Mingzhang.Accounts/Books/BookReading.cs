using System.Collections.Immutable;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Books;

/// <summary>What reading a book's folder gave.</summary>
/// <param name="Book">The book; null if any problem is an error.</param>
/// <param name="Problems">Every problem, file by file in the order of docs/books.md, row by row.</param>
public sealed record BookReading(Book? Book, ImmutableArray<BookProblem> Problems)
{
    /// <summary>Whether any problem is an error.</summary>
    public bool HasErrors => Problems.Any(p => p.Severity == Severity.Error);
}
