namespace Mingzhang.Core.Forms;

/// <summary>
/// The name of a cell, <c>form[row].column</c>: <c>01[27].1</c>, <c>03[2013101].2</c>, <c>06[30113].1</c>, <c>05[合计].1</c>.
/// </summary>
/// <param name="Form"><c>01</c>…<c>09</c> for final accounts, <c>B01</c>… for budgets.</param>
/// <param name="Row">The printed line number (forms 01, 04), the code, or a printed key (<c>合计</c>, <c>人员经费合计</c>); <c>1</c> on form 09.</param>
/// <param name="Column">The printed column number (栏次).</param>
public readonly record struct Address(string Form, string Row, string Column)
{
    /// <summary>The row key of a total row on code tables.</summary>
    public const string Total = "合计";

    /// <summary>Reads <c>form[row].column</c>.</summary>
    public static bool TryParse(string text, out Address address)
    {
        address = default;
        int open = text.IndexOf('['), close = text.IndexOf("].", StringComparison.Ordinal);
        if (open <= 0 || close <= open + 1 || close + 2 >= text.Length) return false;
        string form = text[..open].Trim(), row = text[(open + 1)..close].Trim(), column = text[(close + 2)..].Trim();
        if (form.Length == 0 || row.Length == 0 || column.Length == 0) return false;
        address = new Address(form, row, column);
        return true;
    }

    /// <summary>Reads an address that must be one.</summary>
    /// <exception cref="FormatException">It is not an address.</exception>
    public static Address Parse(string text) =>
        TryParse(text, out Address address) ? address : throw new FormatException($"not an address (form[row].column): {text}");

    /// <summary><c>form[row].column</c>.</summary>
    public override string ToString() => $"{Form}[{Row}].{Column}";
}
