namespace Mingzhang.Checking.Links;

/// <summary>Whether two documents name the same department or unit.</summary>
internal static class UnitIdentity
{
    /// <summary>Shortest name that may stand for a longer one which ends with it (a name without its province or city).</summary>
    private const int Telling = 6;

    private static readonly string[] OfficeMarks = ["(本级)", "本级", "(机关)", "机关本级", "本部", "(汇总)"];

    /// <summary>Whether both names are of the same department or unit: equal, or one without the place in front.</summary>
    public static bool IsSame(string a, string b)
    {
        string first = Plain(a), second = Plain(b);
        if (first.Length == 0 || second.Length == 0) return false;
        (string shorter, string longer) = first.Length <= second.Length ? (first, second) : (second, first);
        return longer == shorter || (shorter.Length >= Telling && longer.EndsWith(shorter, StringComparison.Ordinal) && IsPlace(longer[..^shorter.Length]));
    }

    /// <summary>Whether words are names of places alone: 上海市, 江北省江北市, 河东区.</summary>
    private static bool IsPlace(string words) => words[^1] is '省' or '市' or '区' or '县' or '州' or '盟' or '旗';

    private static string Plain(string name)
    {
        string plain = string.Concat(name.Where(c => !char.IsWhiteSpace(c))).Replace('（', '(').Replace('）', ')');
        foreach (string mark in OfficeMarks)
        {
            if (plain.Length > mark.Length + 2 && plain.EndsWith(mark, StringComparison.Ordinal)) plain = plain[..^mark.Length];
        }

        return plain;
    }
}
