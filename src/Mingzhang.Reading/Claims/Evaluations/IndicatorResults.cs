using Mingzhang.Core.Disclosures;
using Mingzhang.Reading.Claims.Words;

namespace Mingzhang.Reading.Claims.Evaluations;

/// <summary>
/// Results of indicators quoted in prose where the text says which figure is the target and which the result:
/// <c>走访慰问次数年初目标值为≥3次，实际走访完成11次</c>. The target is kept as <see cref="Measure.InitialBudget"/>, the result as <see cref="Measure.Final"/>.
/// </summary>
internal static class IndicatorResults
{
    private const string TargetWord = "目标值";
    private const int LongestName = 40, LongestUnit = 2;
    private static readonly string[] Leads = ["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是", "指标"];

    /// <summary>Reads the results in a paragraph from <paramref name="start"/> on.</summary>
    internal static void Read(ClaimCollector claims, string text, int start, string scope)
    {
        for (int at = text.IndexOf(TargetWord, start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(TargetWord, at + TargetWord.Length, StringComparison.Ordinal))
        {
            (int nameStart, int nameEnd) = NameBefore(text, start, at);
            if (nameEnd <= nameStart || nameEnd - nameStart > LongestName || BasisReader.TryYear(text, nameStart, out _, out _)) continue;
            if (!TryFigure(text, at + TargetWord.Length, out Token target, out string targetUnit)) continue;
            int outcome = target.Start;
            while (outcome < text.Length && text[outcome] is not ('，' or '、' or '；' or '。')) outcome++;
            if (outcome >= text.Length || text[outcome] is '；' or '。' || outcome - target.End > LongestUnit) continue;
            if (!TryFigure(text, outcome + 1, out Token actual, out string actualUnit) || !text.AsSpan(outcome, actual.Start - outcome).Says("实际", "完成")) continue;
            string name = text[nameStart..nameEnd];
            Subject subject = new(name, null, $"{scope}/indicator/{name}");
            claims.Add(ClaimKind.Count, subject, nameStart, target, target.End, c => c with { Measure = Measure.InitialBudget, Unit = targetUnit });
            claims.Add(ClaimKind.Count, subject, outcome + 1, actual, actual.End, c => c with { Unit = actualUnit });
        }
    }

    /// <summary>Reads rates that are stated as reached: <c>…满意度达到100%</c>.</summary>
    internal static void ReadRates(ClaimCollector claims, string text, int start, string scope)
    {
        foreach (ClauseFigure figure in ClauseFigures.Read(text, start))
        {
            if (figure.Token.Figure is not { IsPercent: true, Broken: false }) continue;
            ReadOnlySpan<char> before = figure.Before(text);
            int length = before.Length - (before.EndsWith("达到") ? 2 : before.EndsWith("为") || before.EndsWith("达") ? 1 : 0);
            if (length == before.Length || length < 4 || before[length - 1] is not ('率' or '度') || before.ContainsAny('、', '和') || before.Says("目标")) continue;
            int nameStart = figure.ClauseStart;
            foreach (string lead in Leads)
            {
                if (Lexer.StartsWith(text, nameStart, lead)) nameStart += lead.Length;
            }

            int nameEnd = figure.ClauseStart + length;
            if (nameEnd - nameStart is < 4 or > LongestName) continue;
            string name = text[nameStart..nameEnd];
            claims.Add(ClaimKind.Count, new Subject(name, null, $"{scope}/indicator/{name}"), nameStart, figure.Token, figure.Token.End);
        }
    }

    // The next figure of the clause.
    private static bool TryFigure(string text, int at, out Token token, out string unit)
    {
        (token, unit) = (default, "");
        while (at < text.Length && text[at] is (< '0' or > '9') and not ('-' or '，' or '、' or '；' or '。')) at++;
        if (at >= text.Length || text[at] is '，' or '、' or '；' or '。') return false;
        if (FigureReader.Read(text, at, out int end) is not { Broken: false } figure) return false;
        // 分钟 and the like: units that only indicators have.
        int word = figure.ValueEnd;
        while (word < text.Length && char.IsLetter(text[word])) word++;
        bool own = word > end && word - figure.ValueEnd <= LongestUnit;
        (end, unit) = own ? (word, text[figure.ValueEnd..word]) : (end, figure.Unit);
        token = new Token(TokenKind.Figure, at, end) { Figure = figure };
        return true;
    }

    private static (int Start, int End) NameBefore(string text, int from, int at)
    {
        int end = at;
        foreach (string word in (ReadOnlySpan<string>)["年初", "年度", "设定"])
        {
            if (end - word.Length > from && Lexer.StartsWith(text, end - word.Length, word)) end -= word.Length;
        }

        if (end > from && text[end - 1] == '，') end--;
        foreach (string tail in (ReadOnlySpan<string>)["指标的", "指标", "的"])
        {
            if (end - tail.Length > from && Lexer.StartsWith(text, end - tail.Length, tail))
            {
                end -= tail.Length;
                break;
            }
        }

        int start = end;
        while (start > from && end - start <= LongestName && text[start - 1] is not ('，' or '；' or '。' or '：')) start--;
        foreach (string lead in Leads)
        {
            if (Lexer.StartsWith(text, start, lead) && start + lead.Length < end) start += lead.Length;
        }

        return (start, end);
    }
}
