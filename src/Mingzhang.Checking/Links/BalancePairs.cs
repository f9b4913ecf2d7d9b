using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Links;

/// <summary>This year's opening balances with last year's closing balances (domain §2).</summary>
internal static class BalancePairs
{
    private static readonly (string Form, string Opening, string Closing)[] Lines =
    [
        ("01", "年初结转和结余", "年末结转和结余"),
        ("04", "年初财政拨款结转和结余", "年末财政拨款结转和结余"),
    ];

    /// <summary>The pairs of cells: in this year's document, in last year's.</summary>
    public static IEnumerable<(Address Opening, Address Closing)> Of(Disclosure now, Disclosure prior)
    {
        foreach ((string form, string opening, string closing) in Lines)
        {
            FormLine? first = LineOf(now, form, opening), last = LineOf(prior, form, closing);
            if (first is not null && last is not null)
                yield return (new Address(form, first.Number, first.Columns[0]), new Address(form, last.Number, last.Columns[0]));
        }

        // Form 07: column 1 年初结转和结余, column 6 年末结转和结余, by code.
        if (ColumnOf(now, "07", "年初结转和结余") is not { } open || ColumnOf(prior, "07", "年末结转和结余") is not { } close) yield break;
        var rows = new HashSet<string>();
        foreach (StatementRow row in now.Statement("07")?.Rows ?? []) rows.Add(row.Key);
        foreach (StatementRow row in prior.Statement("07")?.Rows ?? []) rows.Add(row.Key);
        foreach (string row in rows) yield return (new Address("07", row, open), new Address("07", row, close));
    }

    private static FormLine? LineOf(Disclosure disclosure, string form, string caption) =>
        disclosure.Edition.Form(form)?.Lines.FirstOrDefault(l => l.Caption == caption && !l.Columns.IsDefaultOrEmpty);

    private static string? ColumnOf(Disclosure disclosure, string form, string caption) =>
        disclosure.Edition.Form(form)?.Columns.FirstOrDefault(c => c.Captions.Contains(caption))?.Number;
}
