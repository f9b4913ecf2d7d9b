using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Words;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Explanations;

/// <summary>
/// Amounts of money in what people wrote into the explanations: no table stands behind them, and they would be read as statements of the
/// disclosure. Each is a warning.
/// </summary>
internal static class ProseFigures
{
    /// <summary>Looks through the uses, the outcomes and the paragraphs on performance.</summary>
    /// <param name="book">The book.</param>
    /// <param name="units">Units of money.</param>
    /// <param name="problems">Where to report.</param>
    internal static void Check(Book book, string[] units, ImmutableArray<BookProblem>.Builder problems)
    {
        foreach ((string name, string use) in book.Prose.Uses.OrderBy(u => u.Key, StringComparer.Ordinal)) Check(book.Prose.LineOf(use), ProseFile.Name, name, use);
        foreach (string paragraph in book.Prose.PerformanceWork.Concat(book.Prose.UseOfResults)) Check(book.Prose.LineOf(paragraph), ProseFile.Name, "", paragraph);
        foreach (Project project in book.Projects.Where(p => !p.Classified)) Check(project.UseLine, BookReader.ProjectsFolder, "use", project.Use);
        foreach (SelfEvaluation evaluation in book.Performance.Where(e => e.Project.Length == 0)) Check(evaluation.OutcomeLine, BookReader.PerformanceFolder, "outcome", evaluation.Outcome);

        void Check(FileLine line, string folder, string field, string text)
        {
            if (AmountIn(text, units) is not { } amount) return;
            problems.Add(new BookProblem(Severity.Warning, "book.prose-amount", line.FileOr(folder), line.Number, field,
                new($"文字中的“{amount}”不是由账目得出的金额", $"“{amount}” in the text does not come from the accounts"),
                new("删去金额，由程序写出的句子说明；确需保留的，核对与决算表一致", "leave the amount to the sentences that the program writes, or check that it agrees with the forms")));
        }
    }

    /// <summary>The first figure with a unit of money; null if there is none.</summary>
    private static string? AmountIn(string text, string[] units)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at])) continue;
            int end = at;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ',')) end++;
            foreach (string unit in units)
            {
                if (string.CompareOrdinal(text, end, unit, 0, unit.Length) == 0) return text[at..(end + unit.Length)];
            }

            at = end;
        }

        return null;
    }
}
