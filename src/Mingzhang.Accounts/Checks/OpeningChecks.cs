using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;

namespace Mingzhang.Accounts.Checks;

/// <summary>Opening balances: those of government funds are printed by functional code (form 07).</summary>
internal static class OpeningChecks
{
    internal static void Check(Book book, FileProblems log)
    {
        foreach (OpeningBalance opening in book.Openings)
        {
            if (opening.Fund != Fund.GovernmentFund || opening.Functional.Length > 0) continue;
            log.Error("book.opening.functional", opening.Line.Number, OpeningColumns.Functional.Name,
                new($"单位 {opening.Unit} 政府性基金年初数 {opening.Amount} 元缺少功能分类", $"the opening balance of government funds of unit {opening.Unit}, {opening.Amount}, has no functional code"),
                new("公开07表按功能分类列示：填写项级科目", "form 07 shows it by functional code: give the item's code"));
        }
    }
}
