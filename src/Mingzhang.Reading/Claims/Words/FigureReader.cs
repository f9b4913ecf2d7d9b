using Mingzhang.Core.Figures;

namespace Mingzhang.Reading.Claims.Words;

/// <summary>Reads a figure and its unit where a paragraph has digits.</summary>
internal static class FigureReader
{
    private static readonly string[] Units =
    [
        "个百分点", "台（套）", "万元", "亿元", "人次", "批次", "台套", "平方米", "小时", "万字",
        "元", "%", "个", "人", "辆", "台", "套", "批", "次", "分", "项", "家", "件", "篇", "条", "期", "天", "年", "月", "日", "号", "户", "卷", "场", "名", "团", "组", "部", "份", "宗", "起", "例", "级", "届",
    ];

    /// <summary>The figure that begins at <paramref name="start"/>; null if there is none. <paramref name="end"/> is one past its unit.</summary>
    internal static Figure? Read(string text, int start, out int end)
    {
        int at = start;
        if (text[at] is '-' or '+') at++;
        int digits = at;
        while (at < text.Length && (IsDigit(text[at]) || (text[at] is ',' or '.' && at > digits && at + 1 < text.Length && IsDigit(text[at + 1])))) at++;
        end = at;
        if (at == digits || !Printed.TryParse(text.AsSpan(start, at - start), out Printed value))
        {
            end = Math.Max(at, start + 1);
            return null;
        }

        int valueEnd = at;
        bool rough = start > 0 && (text[start - 1] is '约' or '近' or '逾' or '超' or '达' && Before(text, start, "大约", "将近", "接近", "超过", "约", "近", "逾", "超"));
        if (at < text.Length && text[at] is '余' or '多' or '来')
        {
            rough = true;
            at++;
        }

        string unit = "";
        foreach (string candidate in Units)
        {
            if (string.CompareOrdinal(text, at, candidate, 0, candidate.Length) != 0) continue;
            unit = candidate;
            at += candidate.Length;
            break;
        }

        if (unit == "万元" && at < text.Length && text[at] is '余' or '多')
        {
            rough = true;
            at++;
        }
        else if (unit.Length == 0 && at + 1 < text.Length && text[at] == '万' && text[at + 1] is '余' or '多')
        {
            rough = true;
            at += 2;
            if (at < text.Length && text[at] == '元') (unit, at) = ("万元", at + 1);
        }
        else if (IsTenThousand(text, at, unit, value)) (unit, at) = ("万元", at + 1);
        else if (unit.Length == 0 && rough) at = valueEnd;

        end = at;
        bool broken = (text[digits] == '0' && digits + 1 < valueEnd && IsDigit(text[digits + 1])) || FollowsFigure(text, start);
        return new Figure(value, unit, valueEnd, rough, broken);
    }

    /// <summary>Whether an amount says 万 and leaves out 元: <c>0.39万（含…</c>, <c>1.5万，</c>.</summary>
    private static bool IsTenThousand(string text, int at, string unit, Printed value) =>
        unit.Length == 0 && value.Decimals > 0 && at + 1 < text.Length && text[at] == '万' && text[at + 1] is '（' or '(' or '。' or '，' or '；';

    private static bool Before(string text, int start, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (start >= word.Length && string.CompareOrdinal(text, start - word.Length, word, 0, word.Length) == 0) return true;
        }

        return false;
    }

    // Digits, a gap, digits: a number that extraction tore apart, or a page number that fell into it. Neither may be guessed.
    private static bool FollowsFigure(string text, int start)
    {
        int at = start - 1;
        while (at >= 0 && text[at] is ' ' or ',' or '.') at--;
        return at >= 0 && at < start - 1 && IsDigit(text[at]);
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
