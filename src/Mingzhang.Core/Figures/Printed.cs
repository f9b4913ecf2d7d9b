using System.Globalization;

namespace Mingzhang.Core.Figures;

/// <summary>
/// A figure as a document prints it: its value and how many decimals are shown. It stands for every true value that
/// rounds to it (domain §5). The unit (万元, %, 分 …) belongs to whoever holds the figure.
/// </summary>
/// <param name="Value">The value as printed.</param>
/// <param name="Decimals">Decimals shown: 2 for <c>402.00</c>, 0 for <c>402</c>.</param>
public readonly record struct Printed(decimal Value, int Decimals)
{
    /// <summary>The longest run of characters that is taken for one figure.</summary>
    public const int MaxLength = 40;

    /// <summary>The largest magnitude taken for a figure: ten trillion, so that products of two figures stay within decimal's range.</summary>
    public const decimal MaxMagnitude = 10_000_000_000_000m;

    /// <summary>The most decimals taken for a figure: far more than any document prints, few enough for exact arithmetic.</summary>
    public const int MaxDecimals = 12;

    /// <summary>One unit of the last printed digit: 0.01 for two decimals.</summary>
    public decimal Unit => Decimals switch { 0 => 1m, 1 => 0.1m, 2 => 0.01m, 3 => 0.001m, 4 => 0.0001m, _ => Pow10(Decimals) };

    /// <summary>Every true value the figure stands for, by how the document rounds.</summary>
    public Interval ToInterval(Rounding rounding = Rounding.HalfUp)
    {
        if (rounding == Rounding.Exact) return Interval.Point(Value);
        if (rounding == Rounding.HalfUp)
        {
            decimal half = Decimals switch { 0 => 0.5m, 1 => 0.05m, 2 => 0.005m, 3 => 0.0005m, _ => Unit / 2 };
            return new Interval(Value - half, Value + half);
        }

        return Value switch
        {
            > 0 => new Interval(Value, Value + Unit, highOpen: true),
            < 0 => new Interval(Value - Unit, Value, lowOpen: true),
            _ => new Interval(-Unit, Unit, lowOpen: true, highOpen: true),
        };
    }

    /// <summary>
    /// Reads a figure: optional sign, digits with optional thousands separators (half or full width), at most
    /// <see cref="MaxDecimals"/> decimals. False for anything else; never throws.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Printed figure)
    {
        figure = default;
        text = text.Trim();
        if (text.Length is 0 or > MaxLength) return false;
        Span<char> digits = stackalloc char[MaxLength];
        int length = 0, decimals = -1, sinceSeparator = -1, whole = 0;
        bool any = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = Narrow(text[i]);
            if (c is >= '0' and <= '9')
            {
                digits[length++] = c;
                any = true;
                if (decimals >= 0) decimals++;
                else if (sinceSeparator >= 0) sinceSeparator++;
                else whole++;
            }
            else if (c is '-' && i == 0) digits[length++] = c;
            else if (c is '+' && i == 0) continue;
            else if (c is '.' && decimals < 0 && any)
            {
                if (sinceSeparator is >= 0 and not 3) return false;
                digits[length++] = c;
                decimals = 0;
            }
            else if (c is ',' && decimals < 0 && any && (sinceSeparator == 3 || (sinceSeparator == -1 && whole <= 3))) sinceSeparator = 0;
            else return false;
        }

        if (!any || decimals is 0 or > MaxDecimals || (decimals < 0 && sinceSeparator is >= 0 and not 3)) return false;
        if (!decimal.TryParse(digits[..length], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)) return false;
        if (Math.Abs(value) > MaxMagnitude) return false;
        figure = new Printed(value, Math.Max(decimals, 0));
        return true;
    }

    /// <summary>Reads a figure that must be one.</summary>
    /// <exception cref="FormatException">It is not a figure.</exception>
    public static Printed Parse(string text) =>
        TryParse(text, out Printed figure) ? figure : throw new FormatException($"not a figure: {text}");

    /// <summary>The value with its decimals, without separators: <c>402.00</c>.</summary>
    public override string ToString() => Value.ToString("F" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static char Narrow(char c) => c switch
    {
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        '．' => '.',
        '，' => ',',
        '－' or '−' or '–' or '﹣' => '-',
        '＋' => '+',
        _ => c,
    };

    private static decimal Pow10(int decimals)
    {
        decimal unit = 1m;
        for (int i = 0; i < decimals; i++) unit /= 10m;
        return unit;
    }
}

/// <summary>How a document makes printed figures from true values (domain §5).</summary>
public enum Rounding
{
    /// <summary>To the nearest, halves away from zero: the rule.</summary>
    HalfUp,

    /// <summary>Digits cut off: some publishers.</summary>
    Truncated,

    /// <summary>The figure is the value itself: counts, codes.</summary>
    Exact,
}
