using System.Globalization;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Books.Values;

/// <summary>
/// Amounts in 元 as the files may write them: <c>1234.5</c>, <c>-20</c>, <c>1,234.50</c> (thousands separators in their right places), full-width
/// forms of these; at most two decimals. Anything else is no amount, and <see cref="WhyNot"/> says what to do.
/// </summary>
internal static class AmountText
{
    internal static bool TryRead(string text, out Amount amount)
    {
        amount = default;
        if (!Printed.TryParse(text, out Printed figure) || figure.Decimals > 2) return false;
        amount = Amount.FromYuan(figure.Value);
        return true;
    }

    /// <summary>What is wrong with a text that is no amount, and the remedy.</summary>
    internal static (Text Message, Text Remedy) WhyNot(string text)
    {
        string plain = Widths.Narrow(text);
        Text quoted = new($"金额“{text}”", $"the amount \"{text}\"");
        if (plain.Length == 0) return (new("缺少金额", "the amount is missing"), new("填写金额（元），没有发生额的行删去", "fill in the amount in 元; delete a row without one"));
        if (Printed.TryParse(plain, out Printed figure))
            return (new($"{quoted.Zh}有 {figure.Decimals} 位小数", $"{quoted.En} has {figure.Decimals} decimals"), new("金额以元为单位，最多两位小数", "amounts are in 元 with two decimals at most"));
        if (double.TryParse(plain.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && Math.Abs(value) > (double)Printed.MaxMagnitude)
            return (new($"{quoted.Zh}过大", $"{quoted.En} is too large"), new("核对金额：以元为单位", "check it: amounts are in 元"));
        if (plain.StartsWith('(') && plain.EndsWith(')'))
            return (new($"{quoted.Zh}用括号表示负数", $"{quoted.En} is in brackets"), new("负数用负号：-1234.50", "write negative amounts with a minus: -1234.50"));
        if (plain.Contains('万', StringComparison.Ordinal) || plain.Contains('元', StringComparison.Ordinal) || plain.IndexOfAny(['¥', '￥', '$']) >= 0)
            return (new($"{quoted.Zh}带有单位或货币符号", $"{quoted.En} has a unit or currency sign"), new("只写以元为单位的数字", "write the figure in 元 alone"));
        if (plain.Contains('e', StringComparison.OrdinalIgnoreCase) && plain.AsSpan().ContainsAnyInRange('0', '9'))
            return (new($"{quoted.Zh}是科学计数法", $"{quoted.En} is in scientific notation"), new("在表格软件中把该列设为数值格式（两位小数）后重新导出", "format the column as numbers with two decimals and export again"));
        if (plain.Contains(',', StringComparison.Ordinal))
            return (new($"{quoted.Zh}的千分位不对", $"{quoted.En} has thousands separators in the wrong places"), new("写成 1,234.50 或 1234.50", "write 1,234.50 or 1234.50"));
        return (new($"{quoted.Zh}不是数字", $"{quoted.En} is no number"), new("写成 1234.50 的形式，以元为单位", "write it like 1234.50, in 元"));
    }
}
