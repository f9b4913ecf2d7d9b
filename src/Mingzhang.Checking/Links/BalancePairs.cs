using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Links;

/// <summary>This year's opening balances with last year's closing balances (domain §2).</summary>
internal static class BalancePairs
{
    private static readonly (string Subject, string Opening, string Closing)[] Lines =
    [
        ("totals", "年初结转和结余", "年末结转和结余"),
        ("appropriation", "年初财政拨款结转和结余", "年末财政拨款结转和结余"),
    ];

    /// <summary>The pairs of cells: in this year's document, in last year's.</summary>
    public static IEnumerable<(Address Opening, Address Closing)> Of(Disclosure now, Disclosure prior)
    {
        foreach ((string subject, string opening, string closing) in Lines)
        {
            if (now.Edition.FormOf(subject) is not { } form || prior.Edition.FormOf(subject) is not { } before) continue;
            if (LineOf(form, opening) is { } first && LineOf(before, closing) is { } last)
                yield return (new Address(form.Id, first.Number, first.Columns[0]), new Address(before.Id, last.Number, last.Columns[0]));
        }

        // Government funds: 年初结转和结余 and 年末结转和结余 by code.
        if (now.Edition.FormOf("governmentFund") is not { } fund || prior.Edition.FormOf("governmentFund") is not { } fundBefore) yield break;
        if (ColumnOf(fund, "年初结转和结余") is not { } open || ColumnOf(fundBefore, "年末结转和结余") is not { } close) yield break;
        var rows = new HashSet<string>();
        foreach (StatementRow row in now.Statement(fund.Id)?.Rows ?? []) rows.Add(row.Key);
        foreach (StatementRow row in prior.Statement(fundBefore.Id)?.Rows ?? []) rows.Add(row.Key);
        foreach (string row in rows) yield return (new Address(fund.Id, row, open), new Address(fundBefore.Id, row, close));
    }

    private static FormLine? LineOf(FormDefinition form, string caption) => form.Lines.FirstOrDefault(l => l.Caption == caption && !l.Columns.IsDefaultOrEmpty);

    private static string? ColumnOf(FormDefinition form, string caption) => form.Columns.FirstOrDefault(c => c.Captions.Contains(caption))?.Number;
}
