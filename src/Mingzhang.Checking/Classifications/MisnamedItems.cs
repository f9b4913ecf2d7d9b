using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Classifications;

/// <summary>
/// Items that the text explains under a name which no form has: the one item of the same class that is explained nowhere and has the very amount
/// that the text gives is the one meant.
/// </summary>
internal sealed class MisnamedItems
{
    private readonly Dictionary<QuotedClassification, string> _codes = [];

    private MisnamedItems(CheckContext context)
    {
        if (context.Statement(context.Edition.IdOf("general")) is not { } form) return;
        HashSet<string> named = [.. context.Disclosure.QuotedClassifications.Where(q => q.Place == QuotePlace.Item).SelectMany(q => q.Codes).Where(c => c.Length == 7)];
        List<(string Code, decimal Amount)> free = [];
        foreach (StatementRow row in form.Rows)
        {
            if (row.Key.Length == 7 && row.Key[0] == '2' && !named.Contains(row.Key) && row.Cells.FirstOrDefault() is { Figure: { } figure }) free.Add((row.Key, figure.Value * Facts.Figures.Scale(form.AmountUnit, "元")));
        }

        foreach (QuotedClassification quote in context.Disclosure.QuotedClassifications)
        {
            if (quote.Place != QuotePlace.Item || quote.Items.Length != 1 || quote.Codes.Any(c => c.Length > 0)) continue;
            Claim? amount = null;
            foreach (Claim claim in context.ClaimsInGroup(quote.Group))
            {
                if (claim is { Kind: ClaimKind.Amount, Measure: Measure.Final, Value: not null }) amount ??= claim;
            }

            if (amount?.Value is not { } value) continue;
            decimal scale = Facts.Figures.Scale(amount.Unit, "元"), half = value.Unit * scale / 2;
            List<string> codes = [.. free.Where(f => Math.Abs(f.Amount - (value.Value * scale)) <= half).Select(f => f.Code)];
            if (codes.Count == 1 && value.Value != 0) _codes[quote] = codes[0];
        }
    }

    /// <summary>The items of a disclosure, found once.</summary>
    internal static MisnamedItems Of(CheckContext context) => context.Derived(static c => new MisnamedItems(c));

    /// <summary>The codes that are explained under wrong names.</summary>
    internal IEnumerable<string> Codes => _codes.Values;

    /// <summary>The code that a quotation means; null if it is not known.</summary>
    internal string? CodeOf(QuotedClassification quote) => _codes.GetValueOrDefault(quote);
}
