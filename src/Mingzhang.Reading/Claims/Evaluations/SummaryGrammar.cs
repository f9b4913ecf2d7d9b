using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Claims.Paragraphs;
using Mingzhang.Reading.Claims.Words;

namespace Mingzhang.Reading.Claims.Evaluations;

/// <summary>
/// Reads the summaries of evaluations (摘要版) among the attachments: the score, and the budget, the execution and its rate.
/// A summary is known by its title <c>…自评结果</c> followed by <c>（摘要版）</c>, on the same line or one of its own.
/// </summary>
internal sealed class SummaryGrammar(ClaimCollector claims, EvaluationNames names)
{
    private const string Mark = "摘要版";
    private const int LongestTitle = 4, LongestLine = 100;

    /// <summary>Reads the lines of the attachments.</summary>
    internal void Read(SourceText source, int first, int last, Func<int, string> sectionOf)
    {
        for (int line = first; line <= last; line++)
        {
            if (!IsSummaryMark(source.Lines[line - 1])) continue;
            string title = Title(source, first, line);
            if (title.Length == 0) continue;
            int end = End(source, line + 1, last);
            claims.BeginSection(sectionOf(line));
            Read(source, line + 1, end, title);
            line = end;
        }
    }

    private void Read(SourceText source, int first, int last, string title)
    {
        bool department = title.Contains("整体", StringComparison.Ordinal);
        string scope = department ? "evaluation/department" : "evaluation/project/" + names.KeyName(ProjectName(title), "");
        bool scored = false, executed = false;
        foreach (Paragraph paragraph in ParagraphReader.Read(source, first, last))
        {
            claims.BeginParagraph(paragraph);
            string text = paragraph.Text;
            if (!scored && text.Contains("得分", StringComparison.Ordinal)) scored = Score(text, scope);
            if (!executed && text.Contains("执行", StringComparison.Ordinal)) executed = Execution(text, scope);
            if (scored && executed) return;
        }
    }

    private bool Score(string text, string scope)
    {
        foreach (ClauseFigure figure in ClauseFigures.Read(text, 0))
        {
            if (figure.Token.Figure is not { Unit: "分", Broken: false } || !figure.Before(text).Says("得分为", "得分", "评分为")) continue;
            claims.Add(ClaimKind.Score, EvaluationSubjects.Of(scope + "/score"), figure.ClauseStart, figure.Token, figure.Token.End);
            return true;
        }

        return false;
    }

    private bool Execution(string text, string scope)
    {
        int budget = -1, executed = -1;
        foreach (ClauseFigure figure in ClauseFigures.Read(text, 0))
        {
            if (figure.Token.Figure is not { Broken: false } value) return budget >= 0;
            ReadOnlySpan<char> before = figure.Before(text);
            if (value.IsMoney && before.Says("年初预算")) Amount(figure, scope + "/budget", Measure.InitialBudget);
            else if (value.IsMoney && budget < 0 && before.Says("调整后预算", "调整预算", "全年预算", "预算数")) budget = Amount(figure, scope + "/budget", Measure.FullYearBudget);
            else if (value.IsMoney && budget >= 0 && executed < 0 && before.Says("执行", "使用", "支出")) executed = Amount(figure, scope + "/executed", Measure.Final);
            else if (value.IsPercent && executed >= 0 && before.Says("执行率", "完成"))
            {
                claims.Add(ClaimKind.Completion, EvaluationSubjects.Of(scope + "/executed"), figure.ClauseStart, figure.Token, figure.Token.End, c => c with { Basis = Measure.FullYearBudget });
                return true;
            }
        }

        return executed >= 0;
    }

    private int Amount(ClauseFigure figure, string key, Measure measure) =>
        claims.Add(ClaimKind.Amount, EvaluationSubjects.Of(key), figure.ClauseStart, figure.Token, figure.Token.End, c => c with { Measure = measure });

    private static bool IsSummaryMark(string line)
    {
        if (line.Length > LongestLine || !line.Contains(Mark, StringComparison.Ordinal) || line.Contains('。')) return false;
        ReadOnlySpan<char> plain = line.AsSpan().Trim(" \t#*（）()");
        return plain.SequenceEqual(Mark) || (plain.EndsWith(Mark) && plain[..^Mark.Length].TrimEnd(" （(").EndsWith("自评结果"));
    }

    /// <summary>The title before and above the mark, which may take several lines.</summary>
    private static string Title(SourceText source, int first, int mark)
    {
        string title = "";
        int taken = 0;
        for (int line = mark; line >= first && taken < LongestTitle; line--)
        {
            string text = string.Concat(source.Lines[line - 1].Where(c => !char.IsWhiteSpace(c) && c is not ('#' or '*')));
            if (line == mark) text = text[..text.LastIndexOf(Mark, StringComparison.Ordinal)].TrimEnd('（', '(');
            if (text.Length == 0) continue;
            if (text.Contains('。') || text.Length > 80) return "";
            title = text + title;
            taken++;
            if (BasisReader.TryYear(text, 0, out _, out _)) return title;
        }

        return "";
    }

    private static string ProjectName(string title)
    {
        if (BasisReader.TryYear(title, 0, out _, out int end)) title = title[(end < title.Length && title[end] == '度' ? end + 1 : end)..];
        int tail = title.LastIndexOf("自评结果", StringComparison.Ordinal);
        if (tail > 0) title = title[..tail];
        foreach (string word in (ReadOnlySpan<string>)["绩效", "项目"])
        {
            if (title.EndsWith(word, StringComparison.Ordinal) && title.Length > word.Length + 2) title = title[..^word.Length];
        }

        return title;
    }

    private static int End(SourceText source, int from, int last)
    {
        for (int line = from; line <= last; line++)
        {
            if (IsSummaryMark(source.Lines[line - 1]) || source.Lines[line - 1].Contains("自评表", StringComparison.Ordinal)) return line - 1;
        }

        return last;
    }
}
