using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Product.Tests.Building;

/// <summary>Compares the forms of a book with those that a department has published.</summary>
internal static class PublishedFigures
{
    /// <summary>Cells in which the compiled forms differ from the published ones, with both figures. A blank cell is zero.</summary>
    public static IReadOnlyList<string> Differences(Disclosure published, Book book)
    {
        YearAccounts accounts = AccountsCompiler.Compile(book);
        Dictionary<Address, Printed> compiled = Figures(accounts.Statements);
        Dictionary<Address, Printed> printed = Figures(published.Statements);
        HashSet<Address> unread = [.. published.Statements.SelectMany(s => s.Rows.SelectMany(r => r.UnreadColumns.Select(c => new Address(s.Form, r.Key, c))))];
        HashSet<string> partial = [.. published.Statements.Where(s => s.State is StatementState.Partial or StatementState.Unread).Select(s => s.Form)];
        var differences = new List<string>();
        foreach (Address cell in printed.Keys.Union(compiled.Keys).OrderBy(c => c.ToString(), StringComparer.Ordinal))
        {
            // A row that the extraction of the published text has lost is not comparable.
            if (unread.Contains(cell) || (!printed.ContainsKey(cell) && partial.Contains(cell.Form))) continue;
            decimal before = printed.TryGetValue(cell, out Printed p) ? p.Value : 0, after = compiled.TryGetValue(cell, out Printed c) ? c.Value : 0;
            if (before != after) differences.Add($"{cell}: {before} published, {after} compiled");
        }

        return differences;
    }

    private static Dictionary<Address, Printed> Figures(IEnumerable<Statement> statements) => statements
        .SelectMany(s => s.Rows.SelectMany(r => r.Cells.Where(c => c.Figure is not null).Select(c => (Cell: new Address(s.Form, r.Key, c.Column), Figure: c.Figure!.Value))))
        .DistinctBy(c => c.Cell)
        .ToDictionary(c => c.Cell, c => c.Figure);
}
