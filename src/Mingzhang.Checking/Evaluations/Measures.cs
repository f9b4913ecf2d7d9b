using System.Collections.Frozen;

namespace Mingzhang.Checking.Evaluations;

/// <summary>The counting words of Chinese that indicators use as units.</summary>
internal static class Measures
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "个", "件", "条", "次", "份", "篇", "场", "期", "批", "批次", "人", "人次", "名", "户", "家", "项", "卷", "台", "套", "辆", "处", "座", "栋", "间", "部", "册", "本", "张", "幅",
        "万元", "元", "亿元", "天", "日", "小时", "分钟", "个月", "月", "年", "周", "公里", "米", "平方米", "亩", "吨", "公斤", "起", "例", "只", "棵", "株", "块", "支", "轮", "届", "课时", "学时",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Times = new[] { "天", "日", "小时", "分钟", "个月", "月", "年", "周" }.ToFrozenSet();

    /// <summary>The longest counting word in characters.</summary>
    internal const int Longest = 3;

    /// <summary>Whether two units are counting words that name different things. Lengths of time can be converted and money too.</summary>
    internal static bool AreDifferent(string a, string b) =>
        a != b && Words.Contains(a) && Words.Contains(b) && !(Times.Contains(a) && Times.Contains(b)) && !(a.EndsWith('元') && b.EndsWith('元'))
        && !a.StartsWith(b, StringComparison.Ordinal) && !b.StartsWith(a, StringComparison.Ordinal) && !AreAlike(a, b);

    /// <summary>The counting word at the start of a text; empty if there is none.</summary>
    internal static string At(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && text[0] is '%') return "%";
        for (int length = Math.Min(Longest, text.Length); length > 0; length--)
        {
            string word = text[..length].ToString();
            if (Words.Contains(word)) return word;
        }

        return "";
    }

    private static bool AreAlike(string a, string b) => (a, b) is ("名", "人") or ("人", "名") or ("人次", "名") or ("名", "人次") or ("场", "次") or ("次", "场") or ("期", "次") or ("次", "期")
        or ("家", "户") or ("户", "家") or ("家", "个") or ("个", "家") or ("项", "个") or ("个", "项") or ("册", "本") or ("本", "册") or ("起", "件") or ("件", "起");
}
