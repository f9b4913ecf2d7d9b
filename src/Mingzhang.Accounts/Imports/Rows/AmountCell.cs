using Mingzhang.Accounts.Books.Values;
using Mingzhang.Accounts.Imports.Sheets;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Imports.Rows;

/// <summary>Amounts in cells: numbers, or text with thousands separators, a currency sign, or brackets for a minus, as spreadsheets show them.</summary>
internal static class AmountCell
{
    /// <summary>Reads an amount; blank cells and dashes are nothing (zero). False for anything that is no whole number of 分.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="inWan">Whether it is in 万元; else in 元.</param>
    /// <param name="amount">In 元.</param>
    internal static bool TryRead(SheetCell cell, bool inWan, out Amount amount)
    {
        amount = Amount.Zero;
        if (cell.IsBlank) return true;
        decimal value;
        if (cell.Value is double number)
        {
            // A decimal takes the 15 digits that a spreadsheet keeps: 0.1+0.2 is 0.3 again.
            if (!double.IsFinite(number) || Math.Abs(number) > (double)Printed.MaxMagnitude) return false;
            value = (decimal)number;
        }
        else if (cell.Value is not string || !TryRead(cell.Word, out value))
        {
            return false;
        }

        if (inWan) value *= Amount.YuanPerWan;
        if (decimal.Round(value, 2) != value) return false;
        amount = Amount.FromYuan(value);
        return true;
    }

    /// <summary>Why a cell is no amount.</summary>
    internal static Core.Findings.Text WhyNot(SheetCell cell) =>
        cell.Value is double number ? new($"“{number:R}”折合成元不是两位小数以内的金额", $"\"{number:R}\" is no amount of whole 分") : AmountText.WhyNot(cell.Text).Message;

    private static bool TryRead(string text, out decimal value)
    {
        value = 0;
        if (text is "-" or "—" or "－") return true;
        bool negative = text.StartsWith('(') && text.EndsWith(')');
        if (negative) text = text[1..^1];
        text = text.TrimStart('¥', '￥');
        if (!Printed.TryParse(text, out Printed figure) || (negative && figure.Value < 0)) return false;
        value = negative ? -figure.Value : figure.Value;
        return true;
    }
}
