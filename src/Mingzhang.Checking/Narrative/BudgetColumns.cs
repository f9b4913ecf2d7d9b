using System.Collections.Frozen;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Narrative;

/// <summary>On forms that print budget and outcome side by side (09), the budget's column for each column of the outcome.</summary>
internal sealed class BudgetColumns
{
    private const string Budget = "预算数", Outcome = "决算数";

    private readonly FrozenDictionary<(string Form, string Column), string> _columns;

    /// <summary>Pairs the columns of an edition's forms by their captions beside 预算数 and 决算数.</summary>
    public BudgetColumns(Edition edition)
    {
        var columns = new Dictionary<(string, string), string>();
        foreach (FormDefinition form in edition.Forms)
        {
            foreach (FormColumn outcome in form.Columns.Where(c => c.Captions.Length > 1 && c.Captions.Contains(Outcome)))
            {
                FormColumn? budget = form.Columns.FirstOrDefault(c => c.Captions.Length > 1 && c.Captions.Contains(Budget) && c.Captions.Remove(Budget).SequenceEqual(outcome.Captions.Remove(Outcome)));
                if (budget is not null) columns[(form.Id, outcome.Number)] = budget.Number;
            }
        }

        _columns = columns.ToFrozenDictionary();
    }

    /// <summary>The cell of the full-year budget for a cell of the outcome; null if the form has none.</summary>
    public Address? Of(Address outcome) =>
        _columns.TryGetValue((outcome.Form, outcome.Column), out string? column) ? outcome with { Column = column } : null;
}
