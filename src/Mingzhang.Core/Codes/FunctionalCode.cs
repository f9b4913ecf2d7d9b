namespace Mingzhang.Core.Codes;

/// <summary>Depth in the functional classification: which public function money serves.</summary>
public enum FunctionalLevel
{
    /// <summary>类, three digits.</summary>
    Class = 3,

    /// <summary>款, five digits.</summary>
    Section = 5,

    /// <summary>项, seven digits.</summary>
    Item = 7,
}

/// <summary>A code of the 支出功能分类: 201 (类), 20131 (款) or 2013101 (项).</summary>
public readonly record struct FunctionalCode : IComparable<FunctionalCode>
{
    private readonly string? _digits;

    private FunctionalCode(string digits) => _digits = digits;

    /// <summary>The digits.</summary>
    public string Digits => _digits ?? "";

    /// <summary>类, 款 or 项.</summary>
    public FunctionalLevel Level => (FunctionalLevel)Digits.Length;

    /// <summary>The code one level up; null for a 类.</summary>
    public FunctionalCode? Parent => Level switch
    {
        FunctionalLevel.Item => new FunctionalCode(Digits[..5]),
        FunctionalLevel.Section => new FunctionalCode(Digits[..3]),
        _ => null,
    };

    /// <summary>The 类 it belongs to, itself for a 类.</summary>
    public FunctionalCode Class => new(Digits[..3]);

    /// <summary>Reads three, five or seven digits that begin with 2 (expenditure).</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out FunctionalCode code)
    {
        text = text.Trim();
        code = default;
        if (text.Length is not (3 or 5 or 7) || text[0] != '2' || text.ContainsAnyExceptInRange('0', '9')) return false;
        code = new FunctionalCode(text.ToString());
        return true;
    }

    /// <summary>Reads a code that must be one.</summary>
    /// <exception cref="FormatException">It is not a functional code.</exception>
    public static FunctionalCode Parse(string text) =>
        TryParse(text, out FunctionalCode code) ? code : throw new FormatException($"not a functional code: {text}");

    /// <inheritdoc/>
    public int CompareTo(FunctionalCode other) => string.CompareOrdinal(Digits, other.Digits);

    /// <summary>Before in code order.</summary>
    public static bool operator <(FunctionalCode a, FunctionalCode b) => a.CompareTo(b) < 0;

    /// <summary>After in code order.</summary>
    public static bool operator >(FunctionalCode a, FunctionalCode b) => a.CompareTo(b) > 0;

    /// <summary>Before or the same.</summary>
    public static bool operator <=(FunctionalCode a, FunctionalCode b) => a.CompareTo(b) <= 0;

    /// <summary>After or the same.</summary>
    public static bool operator >=(FunctionalCode a, FunctionalCode b) => a.CompareTo(b) >= 0;

    /// <summary>The digits.</summary>
    public override string ToString() => Digits;
}
