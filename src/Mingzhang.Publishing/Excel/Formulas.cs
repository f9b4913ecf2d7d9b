using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Publishing.Excel;

/// <summary>Live formulas of the relations.</summary>
internal static class Formulas
{
    private const int MostArguments = 200;

    /// <summary>
    /// Formulas of cells that are the sum of other cells of their form: only where the printed parts give the printed sum exactly, so that
    /// recalculation shows what is printed. Other sums stay numbers; the sheet of relations shows their rounding difference.
    /// </summary>
    public static Dictionary<Address, string> Of(ImmutableArray<RelationCells> relations, FormSheets sheets, Func<string, string> nameOf)
    {
        var formulas = new Dictionary<Address, string>();
        var parts = new Dictionary<Address, ImmutableArray<SignedCell>>();
        foreach (RelationCells relation in relations)
        {
            if (relation.Relation.Comparison != Comparison.Equal || relation.Left is not [{ Sign: 1 } total] || relation.Right.IsEmpty) continue;
            if (relation.LeftValue != relation.RightValue || relation.Right.Any(c => c.Address.Form != total.Address.Form) || formulas.ContainsKey(total.Address)) continue;
            if (relation.Right.Any(c => Reaches(c.Address, total.Address, parts))) continue;
            if (Sum(relation.Right, sheets, nameOf(total.Address.Form)) is not { } sum) continue;
            formulas.Add(total.Address, $"ROUND({sum},{Decimals(total)})");
            parts.Add(total.Address, relation.Right);
        }

        return formulas;
    }

    /// <summary>The sum of cells with their signs; null if one of them is on no sheet.</summary>
    public static string? Sum(ImmutableArray<SignedCell> cells, FormSheets sheets, string from)
    {
        var text = new List<string>();
        foreach (int sign in (ReadOnlySpan<int>)[1, -1])
        {
            foreach (SignedCell[] some in cells.Where(c => c.Sign == sign).Chunk(MostArguments))
            {
                string?[] references = [.. some.Select(c => sheets.Reference(c.Address, from))];
                if (references.Any(r => r is null)) return null;
                text.Add((sign < 0 ? "-" : text.Count > 0 ? "+" : "") + $"SUM({string.Join(',', references)})");
            }
        }

        return text.Count == 0 ? "0" : string.Concat(text);
    }

    /// <summary>Whether a cell's formula uses another cell, directly or not.</summary>
    private static bool Reaches(Address from, Address to, Dictionary<Address, ImmutableArray<SignedCell>> parts) =>
        from == to || (parts.TryGetValue(from, out ImmutableArray<SignedCell> below) && below.Any(c => Reaches(c.Address, to, parts)));

    private static string Decimals(SignedCell cell)
    {
        int decimals = 0;
        for (decimal unit = cell.HalfUnit * 2; unit < 1 && decimals < Printed.MaxDecimals; unit *= 10) decimals++;
        return decimals.ToString(CultureInfo.InvariantCulture);
    }
}
