using System.Collections.Immutable;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Books.Problems;

/// <summary>Collects the problems of a book, file by file, and keeps the list of each within bounds.</summary>
internal sealed class ProblemLog(int mostPerFile)
{
    private readonly List<FileProblems> _files = [];

    internal bool HasErrors => _files.Any(f => f.HasErrors);

    /// <summary>Where the problems of a file go.</summary>
    /// <param name="file">File relative to the book's folder.</param>
    internal FileProblems In(string file)
    {
        if (_files.Find(f => f.File == file) is { } known) return known;
        var problems = new FileProblems(file, mostPerFile);
        _files.Add(problems);
        return problems;
    }

    internal ImmutableArray<BookProblem> All() => [.. _files.SelectMany(f => f.All())];
}

/// <summary>The problems of one file.</summary>
internal sealed class FileProblems(string file, int most)
{
    private readonly List<BookProblem> _problems = [];
    private int _unlisted;

    internal string File { get; } = file;

    internal bool HasErrors { get; private set; }

    /// <summary>The book cannot be compiled as it is.</summary>
    internal void Error(string id, int row, string column, Text message, Text remedy) => Add(new(Severity.Error, id, File, row, column, message, remedy));

    /// <summary>It can, but something is missing or doubtful.</summary>
    internal void Warning(string id, int row, string column, Text message, Text remedy) => Add(new(Severity.Warning, id, File, row, column, message, remedy));

    internal void Add(BookProblem problem)
    {
        HasErrors |= problem.Severity == Severity.Error;
        if (_problems.Count < most)
        {
            _problems.Add(problem);
            return;
        }

        // Errors are never hidden behind warnings: the last listed warning makes room.
        int warning = problem.Severity == Severity.Error ? _problems.FindLastIndex(p => p.Severity != Severity.Error) : -1;
        if (warning >= 0)
        {
            _problems.RemoveAt(warning);
            _problems.Add(problem);
        }

        _unlisted++;
    }

    internal IEnumerable<BookProblem> All()
    {
        IEnumerable<BookProblem> inOrder = _problems.OrderBy(p => p.Row);
        if (_unlisted == 0) return inOrder;
        return inOrder.Append(new BookProblem(HasErrors ? Severity.Error : Severity.Warning, "book.more-problems", File, 0, "",
            new($"还有 {_unlisted} 个问题未列出", $"{_unlisted} more problems are not listed"),
            new("先改正以上问题，再运行一次", "correct those above and run again")));
    }
}
