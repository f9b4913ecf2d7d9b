using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Reconstruction;

/// <summary>Where the economic items of the three public expenses stand on form 09.</summary>
internal static class ThreePublic
{
    /// <summary>Economic item, column of its budget, column of its outcome.</summary>
    public static IEnumerable<(string Economic, string Budget, string Final)> Items(Edition edition)
    {
        foreach (FormColumn final in edition.Form("09")?.Columns ?? [])
        {
            if (final.Fill is not { Flow: FillFlow.Expenditure, Items: { IsEmpty: false } items }) continue;
            FormColumn? budget = edition.Form("09")?.Columns.FirstOrDefault(c => c.Fill is { Flow: FillFlow.Budget } fill && fill.Items.SequenceEqual(items));
            if (budget is not null) yield return (items[0], budget.Number, final.Number);
        }
    }
}
