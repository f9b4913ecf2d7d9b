using System.CommandLine;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Findings;
using Mingzhang.Statutes;

namespace Mingzhang.Cli.Commands;

/// <summary>Reads and compiles a book and says what is wrong with it.</summary>
internal static class BookLoading
{
    private const int Shown = 100;

    /// <summary>The book, after every check of its files and entries.</summary>
    /// <exception cref="UnusableException">It has errors; each has been reported.</exception>
    public static Book Load(string folder, StatuteBook statutes, Session session)
    {
        BookReading reading = BookReader.Read(folder, statutes);
        BookProblem[] problems = reading.Book is null ? [.. reading.Problems] : [.. reading.Problems, .. BookChecks.Check(reading.Book)];
        Report(folder, problems, session);
        RefuseErrors(folder, problems);
        return reading.Book!;
    }

    /// <summary><c>--rounding</c>.</summary>
    public static Option<string?> RoundingOption() => new("--rounding") { HelpName = "plain|balanced" };

    /// <summary>What <c>--rounding</c> asks for.</summary>
    public static FigureRounding RoundingOf(ParseResult parsed, Option<string?> option) =>
        GlobalOptions.Choice(parsed, option, "plain", "balanced") == "balanced" ? FigureRounding.Balanced : FigureRounding.Plain;

    /// <summary>The accounts of a book without errors; forms that cannot be balanced are named.</summary>
    public static YearAccounts Compile(Book book, FigureRounding rounding, Session session)
    {
        YearAccounts accounts = AccountsCompiler.Compile(book, rounding);
        if (accounts.PlainForms.IsEmpty) return accounts;
        string forms = string.Join('、', accounts.PlainForms);
        session.Messages.WriteLine(session.Say($"公开{forms}表没有处处相加一致的舍入，按逐格四舍五入", $"form {forms} cannot be rounded so that everything adds up; each of its figures is rounded on its own"));
        return accounts;
    }

    /// <summary>Stops where there are errors among problems that have been listed.</summary>
    /// <exception cref="UnusableException">There are.</exception>
    public static void RefuseErrors(string folder, IReadOnlyCollection<BookProblem> problems)
    {
        int errors = problems.Count(p => p.Severity == Severity.Error);
        if (errors > 0) throw new UnusableException(new Text($"{folder}：账簿有 {errors} 处错误，没有生成文件；改正后再试", $"{folder}: the book has {errors} errors and nothing is written; correct them and try again"));
    }

    /// <summary>Lists problems, the gravest first: place, what is wrong, what to do.</summary>
    public static void Report(string folder, IReadOnlyCollection<BookProblem> problems, Session session)
    {
        foreach (BookProblem problem in problems.OrderBy(p => p.Severity).Take(Shown)) session.Messages.WriteLine(Line(folder, problem, session));
        if (problems.Count > Shown) session.Messages.WriteLine(session.Say($"……另有 {problems.Count - Shown} 处", $"… and {problems.Count - Shown} more"));
    }

    private static string Line(string folder, BookProblem problem, Session session)
    {
        string place = Path.Combine(folder, problem.File);
        if (problem.Row > 0) place += session.Say($" 第 {problem.Row} 行", $" line {problem.Row}");
        if (problem.Column.Length > 0) place += session.Say($"“{problem.Column}”", $" '{problem.Column}'");
        string severity = problem.Severity switch { Severity.Error => session.Say("错误", "error"), Severity.Warning => session.Say("警告", "warning"), _ => session.Say("提示", "info") };
        return session.Say($"{severity} {place}：{problem.Message.Zh}；{problem.Remedy.Zh}", $"{severity} {place}: {problem.Message.En}; {problem.Remedy.En}");
    }
}
