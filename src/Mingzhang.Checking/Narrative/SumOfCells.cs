using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Narrative;

/// <summary>
/// Explains an amount of the text as its own cell and one or two cells of the same column that the text does not list, or as another
/// row's amount.
/// </summary>
internal static class SumOfCells
{
    /// <summary>The rows whose amounts make <paramref name="stated"/>; empty if there is no such sum, or several.</summary>
    public static IReadOnlyList<StatementRow> Find(CheckContext context, Statement statement, Address address, decimal stated, decimal own)
    {
        StatementRow? ownRow = context.Row(address.Form, address.Row);
        var unlisted = new List<(StatementRow Row, decimal Value)>();
        StatementRow? same = null;
        foreach (StatementRow row in statement.Rows)
        {
            if (row.Key == address.Row || row.Cell(address.Column)?.Figure is not { } figure || figure.Value == 0) continue;
            if (figure.Value == stated) same ??= row;
            if (row.Key.Length == address.Row.Length && row.Key.Length > 3 && !IsListed(context, address with { Row = row.Key })) unlisted.Add((row, figure.Value));
        }

        if (own != 0 && ownRow is not null)
        {
            List<StatementRow>? found = Pick(unlisted, stated - own, ownRow);
            if (found is not null) return found;
        }

        return same is null ? [] : [same];
    }

    private static List<StatementRow>? Pick(List<(StatementRow Row, decimal Value)> unlisted, decimal rest, StatementRow own)
    {
        if (rest == 0 || unlisted.Count > 200) return null;
        List<StatementRow>? found = null;
        for (int i = 0; i < unlisted.Count; i++)
        {
            if (unlisted[i].Value == rest) return [own, unlisted[i].Row];
            for (int j = i + 1; j < unlisted.Count; j++)
            {
                if (unlisted[i].Value + unlisted[j].Value != rest) continue;
                if (found is not null) return null;
                found = [own, unlisted[i].Row, unlisted[j].Row];
            }
        }

        return found;
    }

    private static bool IsListed(CheckContext context, Address address)
    {
        ArraySegment<Claim> claims = context.ClaimsOn(address.ToString());
        for (int i = 0; i < claims.Count; i++)
        {
            if (claims[i].Kind is ClaimKind.Amount) return true;
        }

        return false;
    }
}
