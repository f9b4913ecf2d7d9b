namespace Mingzhang.Core.Codes;

/// <summary>A code of the 部门预算支出经济分类: 301 (类) or 30101 (款), what money buys; or of the government's side, 501…599.</summary>
public readonly record struct EconomicCode : IComparable<EconomicCode>
{
    private readonly string? _digits;

    private EconomicCode(string digits) => _digits = digits;

    /// <summary>The digits.</summary>
    public string Digits => _digits ?? "";

    /// <summary>Whether it is a 类 (three digits).</summary>
    public bool IsClass => Digits.Length == 3;

    /// <summary>Whether it belongs to the 政府预算支出经济分类 (5xx).</summary>
    public bool IsGovernment => Digits.StartsWith('5');

    /// <summary>The 类 it belongs to, itself for a 类.</summary>
    public EconomicCode Class => new(Digits[..3]);

    /// <summary>Reads three or five digits that begin with 3 or 5.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out EconomicCode code)
    {
        text = text.Trim();
        code = default;
        if (text.Length is not (3 or 5) || text[0] is not ('3' or '5') || text.ContainsAnyExceptInRange('0', '9')) return false;
        code = new EconomicCode(text.ToString());
        return true;
    }

    /// <summary>Reads a code that must be one.</summary>
    /// <exception cref="FormatException">It is not an economic code.</exception>
    public static EconomicCode Parse(string text) =>
        TryParse(text, out EconomicCode code) ? code : throw new FormatException($"not an economic code: {text}");

    /// <inheritdoc/>
    public int CompareTo(EconomicCode other) => string.CompareOrdinal(Digits, other.Digits);

    /// <summary>Before in code order.</summary>
    public static bool operator <(EconomicCode a, EconomicCode b) => a.CompareTo(b) < 0;

    /// <summary>After in code order.</summary>
    public static bool operator >(EconomicCode a, EconomicCode b) => a.CompareTo(b) > 0;

    /// <summary>Before or the same.</summary>
    public static bool operator <=(EconomicCode a, EconomicCode b) => a.CompareTo(b) <= 0;

    /// <summary>After or the same.</summary>
    public static bool operator >=(EconomicCode a, EconomicCode b) => a.CompareTo(b) >= 0;

    /// <summary>The digits.</summary>
    public override string ToString() => Digits;
}
