using System.Globalization;
using System.Text;

namespace Mingzhang.Reading.Formats.Excel;

/// <summary>Writes the numbers of cells as their formats print them: decimals, thousands, per cent, literal text.</summary>
internal static class NumberFormat
{
    private const int MostDecimals = 15;

    /// <summary>
    /// The decimal number that a file's digits stand for, to the 15 digits that a spreadsheet has: 402.00000000000006 is 402. False for what is no number or beyond all amounts.
    /// </summary>
    internal static bool TryParse(string text, out decimal value)
    {
        value = 0;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number) || Math.Abs(number) >= 1e20) return false;
        value = (decimal)number;
        return true;
    }

    /// <summary>A number in a format such as <c>0.00</c>, <c>#,##0.00_ ;[Red]-#,##0.00</c>, <c>0.0%</c> or <c>General</c>.</summary>
    internal static string Write(decimal value, string? format)
    {
        if (string.IsNullOrEmpty(format) || format.Contains("General", StringComparison.OrdinalIgnoreCase) || format == "@") return Plain(value);
        string[] sections = Sections(format);
        int section = value < 0 && sections.Length > 1 ? 1 : value == 0 && sections.Length > 2 ? 2 : 0;
        // A section of its own for negative numbers prints its own sign.
        return Section(section == 1 ? -value : value, sections[section]);
    }

    /// <summary>Whether a format shows dates or times.</summary>
    internal static bool IsDate(string format)
    {
        bool quoted = false;
        for (int i = 0; i < format.Length; i++)
        {
            char c = format[i];
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c is '\\' or '_' or '*') i++;
            else if (c == '[') i = Math.Max(i, format.IndexOf(']', i));
            else if (c is 'y' or 'Y' or 'd' or 'D' or 'm' or 'M' or 'h' or 'H' or 's' or 'S') return true;
            else if (c is 'G' or 'E' or 'e') return false;
        }

        return false;
    }

    /// <summary>The date of a number of days.</summary>
    internal static string Date(decimal days, bool from1904)
    {
        decimal serial = days + (from1904 ? 1462 : 0);
        return serial is < 1 or > 2_958_465 ? Plain(days) : Date(DateTime.FromOADate((double)serial));
    }

    /// <summary>A date.</summary>
    internal static string Date(DateTime date) =>
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy'年'M'月'd'日'" : "yyyy'年'M'月'd'日' H:mm", CultureInfo.InvariantCulture);

    private static string Plain(decimal value) => value.ToString("0.###############", CultureInfo.InvariantCulture);

    private static string[] Sections(string format)
    {
        var sections = new List<string>();
        int start = 0;
        bool quoted = false;
        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] == '\\' && !quoted) i++;
            else if (format[i] == '"') quoted = !quoted;
            else if (format[i] == ';' && !quoted)
            {
                sections.Add(format[start..i]);
                start = i + 1;
            }
        }

        sections.Add(format[start..]);
        return [.. sections];
    }

    private static string Section(decimal value, string section)
    {
        var prefix = new StringBuilder();
        var suffix = new StringBuilder();
        int integers = 0, least = 0, most = 0, percents = 0, thousands = 0;
        bool digits = false, point = false, grouped = false;
        for (int i = 0; i < section.Length; i++)
        {
            char c = section[i];
            StringBuilder literal = digits ? suffix : prefix;
            switch (c)
            {
                case '0' or '#' or '?':
                    digits = true;
                    if (point)
                    {
                        most++;
                        if (c != '#') least = most;
                    }
                    else if (c == '0')
                    {
                        integers++;
                    }

                    grouped |= thousands > 0;
                    thousands = 0;
                    break;
                case '.' when !point:
                    digits = point = true;
                    break;
                case ',' when digits:
                    thousands++;
                    break;
                case '%':
                    percents++;
                    literal.Append('%');
                    break;
                case '"':
                    int end = section.IndexOf('"', i + 1);
                    end = end < 0 ? section.Length : end;
                    literal.Append(section, i + 1, end - i - 1);
                    i = end;
                    break;
                case '[':
                    int close = section.IndexOf(']', i);
                    // A currency: [$￥-804].
                    if (close > i + 1 && section[i + 1] == '$') literal.Append(section[(i + 2)..close].Split('-')[0]);
                    i = close < 0 ? section.Length : close;
                    break;
                case '\\' when i + 1 < section.Length:
                    literal.Append(section[++i]);
                    break;
                case '_' or '*':
                    i++;
                    break;
                case 'E' or 'e' or '/' or '@' or ';':
                    return Plain(value);
                default:
                    literal.Append(c);
                    break;
            }
        }

        if (!digits) return prefix.ToString().Trim();
        for (; percents > 0 && Math.Abs(value) < 1e24m; percents--) value *= 100;
        for (; thousands > 0; thousands--) value /= 1000;
        string pattern = Pattern(Math.Min(integers, MostDecimals), Math.Min(least, MostDecimals), Math.Min(most, MostDecimals), grouped);
        string sign = value < 0 ? "-" : "";
        // The nearest value of the printed decimals, as Excel shows it, not the floating-point number beside it.
        decimal rounded = Math.Round(Math.Abs(value), Math.Min(most, MostDecimals), MidpointRounding.AwayFromZero);
        return (sign + prefix + rounded.ToString(pattern, CultureInfo.InvariantCulture) + suffix).Trim();
    }

    private static string Pattern(int integers, int least, int most, bool grouped)
    {
        string whole = integers == 0 ? "#" : new string('0', integers);
        if (grouped) whole = "#,##" + (integers == 0 ? "#" : new string('0', integers));
        return most == 0 ? whole : whole + "." + new string('0', least) + new string('#', most - least);
    }
}
