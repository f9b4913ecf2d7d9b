using System.Collections.Immutable;
using Mingzhang.Accounts.Books.Problems;

namespace Mingzhang.Accounts.Books.Tables;

/// <summary>Reads <c>opening.csv</c>.</summary>
internal static class OpeningFile
{
    internal static ImmutableArray<OpeningBalance> Read(CsvTable table, BookNames names, FileProblems log)
    {
        var balances = ImmutableArray.CreateBuilder<OpeningBalance>(table.Rows.Count);
        var seen = new Dictionary<OpeningBalance, int>();
        var row = new RowReader(table, names, log);
        foreach ((int, string[]) cells in table.Rows)
        {
            row.MoveTo(cells);
            var balance = new OpeningBalance(
                row.Unit(OpeningColumns.Unit),
                row.Term(OpeningColumns.Fund, BookTerms.Funds),
                row.Functional(OpeningColumns.Functional, mayBeBlank: true),
                row.Project(OpeningColumns.Project),
                row.Term(OpeningColumns.Kind, BookTerms.OpeningKinds),
                row.Amount(OpeningColumns.Amount, mayBeNegative: false)) { Line = new(row.Line) };
            if (!row.Sound) continue;
            balances.Add(balance);
            if (!seen.TryAdd(balance with { Amount = default }, row.Line))
            {
                row.Warn("book.opening.repeated", OpeningColumns.Kind,
                    new($"与第 {seen[balance with { Amount = default }]} 行是同一笔结转结余", $"the same money as in row {seen[balance with { Amount = default }]}"),
                    new("确认没有重复；分开的两笔可以合并为一行", "check that it is not entered twice; two parts can be one row"));
            }
        }

        return balances.ToImmutable();
    }
}
