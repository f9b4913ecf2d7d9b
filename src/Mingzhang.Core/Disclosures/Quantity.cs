using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Disclosures;

/// <summary>How a printed value bounds what it speaks of.</summary>
public enum Bound
{
    /// <summary>No sign: the value itself; for a target its sense says which way is better.</summary>
    None,

    /// <summary>≥, 不低于, 不少于, 以上.</summary>
    AtLeast,

    /// <summary>&gt;, 大于, 超过.</summary>
    MoreThan,

    /// <summary>≤, 不超过, 以内, 以下.</summary>
    AtMost,

    /// <summary>&lt;, 小于, 低于.</summary>
    LessThan,
}

/// <summary>
/// A value of an indicator that is one figure: <c>≥95%</c>, <c>100 件以内</c>, <c>1000余场</c>. Texts, dates and several figures
/// (<c>20批、10人</c>) are none.
/// </summary>
/// <param name="Bound">Its sign.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Unit">What follows it without sign words and without blanks: <c>%</c>, <c>次</c>; empty if nothing.</param>
/// <param name="Approximate">Qualified by 约, 余, 多 or 左右.</param>
public readonly record struct Quantity(Bound Bound, Printed Figure, string Unit, bool Approximate)
{
    private const int MaxLength = 60, MaxUnit = 12;

    private static readonly (string Word, Bound Bound)[] Signs =
    [
        ("大于或等于", Bound.AtLeast), ("大于等于", Bound.AtLeast), ("小于或等于", Bound.AtMost), ("小于等于", Bound.AtMost),
        ("不低于", Bound.AtLeast), ("不少于", Bound.AtLeast), ("不小于", Bound.AtLeast), ("至少", Bound.AtLeast), ("≥", Bound.AtLeast),
        ("不超过", Bound.AtMost), ("不高于", Bound.AtMost), ("不大于", Bound.AtMost), ("不多于", Bound.AtMost), ("控制在", Bound.AtMost), ("≤", Bound.AtMost),
        ("大于", Bound.MoreThan), ("超过", Bound.MoreThan), ("高于", Bound.MoreThan), ("多于", Bound.MoreThan), (">", Bound.MoreThan),
        ("小于", Bound.LessThan), ("低于", Bound.LessThan), ("少于", Bound.LessThan), ("不足", Bound.LessThan), ("<", Bound.LessThan),
        ("达到", Bound.None), ("等于", Bound.None), ("=", Bound.None),
    ];

    private static readonly (string Word, Bound Bound)[] Endings =
    [
        ("及以上", Bound.AtLeast), ("或以上", Bound.AtLeast), ("以上", Bound.AtLeast),
        ("及以下", Bound.AtMost), ("以内", Bound.AtMost), ("之内", Bound.AtMost), ("以下", Bound.AtMost), ("内", Bound.AtMost),
    ];

    private static readonly (string From, string To)[] Spellings =
    [
        ("\\geqslant", "≥"), ("\\leqslant", "≤"), ("\\geq", "≥"), ("\\leq", "≤"), ("\\ge", "≥"), ("\\le", "≤"), ("\\gt", ">"), ("\\lt", "<"),
        ("&gt;", ">"), ("&lt;", "<"), ("&ge;", "≥"), ("&le;", "≤"), ("\\%", "%"),
    ];

    /// <summary>Reads a value that is one figure with its sign and unit. False for anything else; never throws.</summary>
    public static bool TryParse(string? text, out Quantity quantity)
    {
        quantity = default;
        if (text is null || text.Length is 0 or > MaxLength || !HasDigit(text)) return false;
        ReadOnlySpan<char> rest = Normalise(text, stackalloc char[MaxLength]);
        Bound bound = Bound.None;
        bool approximate = Skip(ref rest, '约');
        foreach ((string word, Bound sign) in Signs)
        {
            if (!rest.StartsWith(word, StringComparison.Ordinal)) continue;
            bound = sign;
            rest = rest[word.Length..];
            break;
        }

        approximate |= Skip(ref rest, '约');
        int length = FigureLength(rest);
        if (length == 0 || !Printed.TryParse(rest[..length], out Printed figure)) return false;
        rest = rest[length..];
        approximate |= Skip(ref rest, '余') || Skip(ref rest, '多');
        if (rest.EndsWith("左右", StringComparison.Ordinal))
        {
            approximate = true;
            rest = rest[..^2];
        }

        foreach ((string word, Bound sign) in Endings)
        {
            if (!rest.EndsWith(word, StringComparison.Ordinal)) continue;
            rest = rest[..^word.Length];
            bound = sign;
            break;
        }

        if (!IsUnit(rest, figure)) return false;
        quantity = new Quantity(bound, figure, rest.ToString(), approximate);
        return true;
    }

    private static bool HasDigit(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('0', '9') >= 0 || text.IndexOfAnyInRange('０', '９') >= 0;

    private static bool Skip(ref ReadOnlySpan<char> text, char c)
    {
        if (text.IsEmpty || text[0] != c) return false;
        text = text[1..];
        return true;
    }

    private static int FigureLength(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || (text[length] is '.' or ',' && length + 1 < text.Length && char.IsAsciiDigit(text[length + 1])) || (length == 0 && text[0] == '-')))
        {
            length++;
        }

        return length;
    }

    private static bool IsUnit(ReadOnlySpan<char> unit, Printed figure)
    {
        if (unit.IsEmpty) return true;
        if (unit.Length > MaxUnit || unit[0] is '、' or '.' or ',' or '，' or ')' or '）' or '-' or '~' or ':' or '：') return false;
        foreach (char c in unit)
        {
            if (char.IsAsciiDigit(c)) return false;
        }

        bool year = figure.Decimals == 0 && figure.Value is >= 1949 and < 2200 && unit[0] == '年';
        bool month = figure.Decimals == 0 && figure.Value is >= 1 and <= 12 && unit[0] == '月';
        return !year && !month;
    }

    // The text without blanks and with one spelling of each sign, in the buffer where that suffices.
    private static ReadOnlySpan<char> Normalise(string text, Span<char> buffer)
    {
        int length = 0;
        bool spelled = false;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c) || c is '$' or '\u200B') continue;
            buffer[length++] = c switch
            {
                >= '０' and <= '９' => (char)(c - '０' + '0'),
                '＞' or '﹥' => '>',
                '＜' or '﹤' => '<',
                '＝' => '=',
                '≧' or '⩾' => '≥',
                '≦' or '⩽' => '≤',
                '％' or '﹪' => '%',
                '．' => '.',
                '～' or '∼' or '—' or '–' or '－' => '~',
                _ => c,
            };
            spelled |= buffer[length - 1] is '\\' or '&' or '=';
        }

        ReadOnlySpan<char> plain = buffer[..length];
        if (!spelled) return plain;
        string joined = plain.ToString();
        foreach ((string from, string to) in Spellings) joined = joined.Replace(from, to, StringComparison.Ordinal);
        return joined.Replace(">=", "≥", StringComparison.Ordinal).Replace("<=", "≤", StringComparison.Ordinal);
    }
}
