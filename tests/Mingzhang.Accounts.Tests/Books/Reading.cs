using Mingzhang.Accounts.Books;
using Mingzhang.Core.Findings;
using Mingzhang.Statutes;

namespace Mingzhang.Accounts.Tests.Books;

/// <summary>Books read for the tests.</summary>
internal static class Reading
{
    private static readonly StatuteBook Statutes = StatuteBook.Load();

    public static BookReading Of(string folder, BookLimits? limits = null) => BookReader.Read(folder, Statutes, limits);

    public static BookReading Read(this BookCopy copy, BookLimits? limits = null) => Of(copy.Folder, limits);

    /// <summary>The only error of a broken book; the book must not be given.</summary>
    public static BookProblem OnlyError(this BookReading reading)
    {
        Assert.Null(reading.Book);
        return Assert.Single(reading.Problems, p => p.Severity == Severity.Error);
    }

    /// <summary>The only error of a file of a broken book; the book must not be given.</summary>
    public static BookProblem OnlyErrorIn(this BookReading reading, string file)
    {
        Assert.Null(reading.Book);
        return Assert.Single(reading.Problems, p => p.Severity == Severity.Error && p.File == file);
    }

    /// <summary>A problem as a person would read it, for messages of failed tests and for comparing.</summary>
    public static string Shown(this BookProblem problem) => $"{problem.File}:{problem.Row}:{problem.Column}: {problem.Message.Zh}｜{problem.Remedy.Zh}";
}
