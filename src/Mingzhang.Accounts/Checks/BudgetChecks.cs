using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Accounts.Checks;

/// <summary>The budget: what is moved sums to nothing document by document, projects have their lines, and appropriated money is not spent beyond it.</summary>
internal static class BudgetChecks
{
    /// <summary>Reports what does not hold.</summary>
    /// <param name="book">The book.</param>
    /// <param name="log">Problems of the budget.</param>
    /// <param name="ledger">Problems of the ledger: what is spent without any budget has its place there.</param>
    internal static void Check(Book book, FileProblems log, FileProblems ledger)
    {
        Moved(book, log);
        foreach (BudgetLine line in book.Budget)
        {
            if (line.Purpose == Purpose.Project == line.Project.Length > 0) continue;
            log.Error("book.budget.project", line.Line.Number, BudgetColumns.Project.Name,
                line.Project.Length == 0 ? new($"单位 {line.Unit} {line.Functional} 项目支出 {line.Amount} 元缺少项目", $"project expenditure of {line.Functional}, {line.Amount}, has no project") : new($"单位 {line.Unit} 项目 {line.Project} 的预算列在{BookTerms.Purposes.Write(line.Purpose)}", $"the budget of the project {line.Project} is no project expenditure"),
                new("项目支出填写项目代码，基本支出不填", "give a project for project expenditure, none for basic"));
        }

        if (!book.Budget.IsEmpty) Exceeded(book, log, ledger);
    }

    private static void Moved(Book book, FileProblems log)
    {
        foreach (IGrouping<string, BudgetLine> document in book.Budget.Where(l => l.Kind == BudgetKind.Moved).GroupBy(l => l.Document, StringComparer.Ordinal))
        {
            decimal sum = document.Sum(l => l.Amount.Yuan);
            if (sum == 0) continue;
            log.Error("book.budget.moved", document.First().Line.Number, BudgetColumns.Document.Name,
                new($"文号“{document.Key}”的调剂合计为 {Amount.FromYuan(sum)} 元，应为零", $"what \"{document.Key}\" moves sums to {Amount.FromYuan(sum)}, not to nothing"),
                new("调出写负数、调入写正数，同一文号合计为零；增减总额的用“追加”或“调减”", "what is given is negative, what is received positive, together nothing; use 追加 or 调减 for changes of the total"));
        }
    }

    /// <summary>By fund, functional code and project, all units together.</summary>
    private static void Exceeded(Book book, FileProblems log, FileProblems ledger)
    {
        var left = new SortedDictionary<(Fund Fund, string Functional, string Project), long>();
        var budgeted = new Dictionary<(Fund, string, string), int>();
        foreach (BudgetLine line in book.Budget)
        {
            Add((line.Fund, line.Functional, line.Project), MoneyReader.Cents(line.Effect));
            budgeted.TryAdd((line.Fund, line.Functional, line.Project), line.Line.Number);
        }

        var reader = new MoneyReader(book);
        // The combination of dimensions that spends first.
        var spent = new Dictionary<(Fund, string, string), int>();
        for (int i = 0; i < book.Ledger.Combinations.Count; i++)
        {
            if (reader.Of(book.Ledger.Dimensions, book.Ledger.Combinations.Keys[i], book.Ledger.Combinations.Cents[i]) is { Flow: FillFlow.Expenditure } money)
            {
                Add((money.Fund, money.Functional, money.Project), -money.Cents);
                spent.TryAdd((money.Fund, money.Functional, money.Project), i);
            }
        }

        foreach (((Fund fund, string functional, string project), long cents) in left)
        {
            if (cents >= 0 || ((FundSet)(1 << (int)fund) & FundSet.Appropriated) == FundSet.None) continue;
            string what = project.Length > 0 ? $"{functional} 项目 {project}" : functional;
            Text message = new($"{BookTerms.Funds.Write(fund)} {what} 的支出超过全年预算 {Amount.FromYuan(-cents / 100m)} 元", $"expenditure of {functional} {project} ({BookTerms.Funds.Write(fund)}) exceeds the full-year budget by {Amount.FromYuan(-cents / 100m)}"), remedy = new("补上追加、结转或调剂的预算，或核对分录的科目和项目", "add the missing budget lines, or check the entries");
            if (budgeted.TryGetValue((fund, functional, project), out int line)) log.Warning("book.budget.exceeded", line, BudgetColumns.Amount.Name, message, remedy);
            else ledger.Warning("book.budget.exceeded", book.Ledger.FirstLine(spent[(fund, functional, project)]), LedgerColumns.Functional.Name, message, remedy);
        }

        void Add((Fund, string, string) key, long cents)
        {
            left.TryGetValue(key, out long sum);
            left[key] = sum + cents;
        }
    }
}
