using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Classifications;

/// <summary>
/// Items that the text explains under a name which no form has: the one item of the same class that is explained nowhere and has the very amount
/// that the text gives is the one meant; or the amount is that of a whole class or of all items together.
/// </summary>
internal sealed class MisnamedItems
{
    private readonly Dictionary<QuotedClassification, string> _codes = [];
    private readonly Dictionary<QuotedClassification, (StatementRow Row, Claim Amount)> _wholes = [];

    private MisnamedItems(CheckContext context)
    {
        if (context.Statement(context.Edition.IdOf("general")) is not { } form) return;
        HashSet<string> named = [.. context.Disclosure.QuotedClassifications.Where(q => q.Place == QuotePlace.Item).SelectMany(q => q.Codes).Where(c => c.Length == 7)];
        HashSet<string> keys = [.. form.Rows.Select(r => r.Key)];
        List<(StatementRow Row, decimal Amount)> free = [], wholes = [];
        foreach (StatementRow row in form.Rows)
        {
            if (row.Cells.FirstOrDefault() is not { Figure: { } figure }) continue;
            decimal amount = figure.Value * Facts.Figures.Scale(form.AmountUnit ?? context.Disclosure.AmountUnit, "元");
            if (row.Key.Length == 7 && row.Key[0] == '2' && !named.Contains(row.Key)) free.Add((row, amount));
            else if (row.Key.Length == 3 || row.Key == Address.Total) wholes.Add((row, amount));
        }

        foreach (QuotedClassification quote in context.Disclosure.QuotedClassifications)
        {
            if (quote.Place != QuotePlace.Item || quote.Items.Length != 1 || quote.Codes.Any(keys.Contains)) continue;
            Claim? amount = null;
            foreach (Claim claim in context.ClaimsInGroup(quote.Group))
            {
                if (claim is { Kind: ClaimKind.Amount, Measure: Measure.Final, Value: not null }) amount ??= claim;
            }

            if (amount?.Value is not { } value) continue;
            decimal scale = Facts.Figures.Scale(amount.Unit, "元"), half = value.Unit * scale / 2;
            if (value.Value == 0) continue;
            List<string> codes = [.. free.Where(IsIt).Select(f => f.Row.Key)];
            if (codes.Count == 1 && quote.Codes.All(c => c.Length == 0)) _codes[quote] = codes[0];
            // A class of one item has that item's amount.
            else if (codes.Count == 0 && wholes.Find(IsIt) is { Row: { } whole }) _wholes[quote] = (whole, amount);

            bool IsIt((StatementRow Row, decimal Amount) row) => Math.Abs(row.Amount - (value.Value * scale)) <= half;
        }
    }

    /// <summary>The items of a disclosure, found once.</summary>
    internal static MisnamedItems Of(CheckContext context) => context.Derived(static c => new MisnamedItems(c));

    /// <summary>The codes that are explained under wrong names.</summary>
    internal IEnumerable<string> Codes => _codes.Values;

    /// <summary>The row of a class, or of all, whose amount the text gives to an item that no form has; null if it is not so.</summary>
    internal (StatementRow Row, Claim Amount)? WholeOf(QuotedClassification quote) => _wholes.TryGetValue(quote, out (StatementRow, Claim) whole) ? whole : null;

    /// <summary>The code that a quotation means; null if it is not known.</summary>
    internal string? CodeOf(QuotedClassification quote) => _codes.GetValueOrDefault(quote);
}
