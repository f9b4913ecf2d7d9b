using System.Buffers;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Layout;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Claims.Paragraphs;
using Mingzhang.Reading.Claims.Words;

namespace Mingzhang.Reading.Claims.Evaluations;

/// <summary>Reads the explanation of performance (十三): what was evaluated, the department's result, each project's money, score and results.</summary>
internal sealed class PerformanceGrammar(ClaimCollector claims, EvaluationNames names, WordTable<SubjectTerm> terms)
{
    private const int LongestName = 60;
    private static readonly string[] ProjectMarks = ["项目绩效自评综述", "绩效自评综述", "项目自评综述", "自评综述", "项目绩效评价综述", "项目绩效自评结果：", "绩效自评结果："];

    // From here on a project's text tells what came of it and what is to be done: prose with figures of its own.
    private static readonly SearchValues<string> ResultWords = SearchValues.Create(["主要产出", "主要成效", "发现的问题", "存在的问题", "下一步", "未完成原因", "偏差原因"], StringComparison.Ordinal);

    private string? _project;
    private bool _results;
    private bool _department;
    private int _budget = -1;
    private int _score = -1;
    private int _execution = -1;

    /// <summary>A section begins.</summary>
    internal void BeginSection(string topic)
    {
        _project = null;
        _department = topic.EndsWith(".department", StringComparison.Ordinal);
        _budget = _score = -1;
        _results = false;
    }

    /// <summary>Reads a paragraph.</summary>
    internal void Read(Paragraph paragraph)
    {
        string text = paragraph.Text;
        int start = 0;
        if (ProjectName(text, out string name, out int end))
        {
            _project = names.KeyName(name, text);
            _department = false;
            _budget = _score = -1;
            _results = false;
            start = end;
        }
        else if (paragraph.Mark == MarkStyle.ChineseBracket)
        {
            _project = null;
            _results = false;
            _department = text.Contains("整体支出", StringComparison.Ordinal) && text.Length < 30;
        }

        int results = text.AsSpan(start).IndexOfAny(ResultWords);
        int resultsAt = results < 0 ? text.Length : start + results;
        if (results >= 0) _results = true;
        foreach (ClauseFigure figure in ClauseFigures.Read(text, start))
        {
            if (figure.Token.Figure is not { Broken: false } value) continue;
            bool stated = figure.Token.Start < resultsAt && !(_results && results < 0);
            int index = value.Unit == "分" ? Score(figure, text, stated)
                : !stated ? 0
                : value.IsMoney ? Money(figure, text) : value.IsPercent ? Ratio(figure, text) : Count(figure, text);
            if (index < 0 && value.IsMoney) claims.AddUnread(figure.Token.Start, figure.Token.End);
        }

        if (_department) IndicatorResults.Read(claims, text, start, "evaluation/department");
        if (_project is not { } project) return;
        IndicatorResults.Read(claims, text, start, "evaluation/project/" + project);
        if (results >= 0 && start > 0) IndicatorResults.ReadRates(claims, text, resultsAt, "evaluation/project/" + project);
    }

    private int Money(ClauseFigure figure, string text)
    {
        ReadOnlySpan<char> before = figure.Before(text);
        Measure measure = Measure.Final;
        string key;
        if (before.Says("年初预算") && _budget >= 0)
        {
            (measure, key) = (Measure.InitialBudget, claims.Claims[_budget].Subject.Key);
        }
        else if (_project is { } project)
        {
            if (before.Says("全年预算", "调整后预算", "调整预算", "项目预算", "预算数")) (measure, key) = (Measure.FullYearBudget, $"evaluation/project/{project}/budget");
            else if (before.Says("执行数", "实际执行", "实际支出", "实际使用")) key = $"evaluation/project/{project}/executed";
            else return -1;
        }
        else if (before.Says("资金"))
        {
            key = _department ? "evaluation/department/money" : "evaluation/coverage/money";
        }
        else if (_department && before.Says("全年预算", "调整后预算", "预算数")) (measure, key) = (Measure.FullYearBudget, "evaluation/department/budget");
        else if (_department && before.Says("执行数", "实际执行", "实际支出")) key = "evaluation/department/executed";
        else return -1;
        int index = claims.Add(ClaimKind.Amount, EvaluationSubjects.Of(key), figure.ClauseStart, figure.Token, figure.Token.End, c => c with { Measure = measure });
        if (measure != Measure.InitialBudget) _budget = index;
        return index;
    }

    private int Ratio(ClauseFigure figure, string text)
    {
        ReadOnlySpan<char> before = figure.Before(text);
        int share = before.LastIndexOf('占');
        if (share >= 0 && _project is null && !_department)
        {
            int at = figure.ClauseStart + share + 1;
            if (!terms.TryMatch(text, at, out _, out SubjectTerm term) || term.Address is not { } address) return -1;
            Subject whole = Subject.Of(term.Words[0], address);
            return claims.Add(ClaimKind.Share, EvaluationSubjects.Of("evaluation/coverage/money"), at - 1, figure.Token, figure.Token.End, c => c with { Whole = whole });
        }

        if (!before.Says("完成预算", "完成全年预算", "执行率", "完成率", "完成调整") || before.Says("年初预算")) return -1;
        string? key = _project is { } project ? $"evaluation/project/{project}/executed" : _department ? "evaluation/department/executed" : null;
        bool stated = _budget >= 0 && key is not null && (claims.Claims[_budget].Subject.Key == key || claims.Claims[_budget].Subject.Key.EndsWith("/budget", StringComparison.Ordinal));
        return stated ? claims.Add(ClaimKind.Completion, EvaluationSubjects.Of(key!), figure.ClauseStart, figure.Token, figure.Token.End, c => c with { Basis = Measure.FullYearBudget }) : -1;
    }

    private int Score(ClauseFigure figure, string text, bool stated)
    {
        ReadOnlySpan<char> before = figure.Before(text);
        string scope = _project is { } project ? "evaluation/project/" + project : _department || before.Says("整体") ? "evaluation/department" : "";
        if (scope.Length == 0) return -1;
        if (!stated && !before.Says("综合得分", "自评得分", "产出指标", "效益指标", "满意度指标", "成本指标")) return -1;
        string? part = before.Says("预算管理", "预算执行") ? "execution"
            : before.Says("指标管理", "年度指标", "年度绩效目标", "绩效指标") ? "indicators"
            : before.Says("综合得分", "自评得分", "总得分", "评价得分", "绩效得分", "得分为", "评分为", "总分", "得分") ? "score" : null;
        if (part is null)
        {
            foreach (string block in (ReadOnlySpan<string>)["产出指标", "效益指标", "满意度指标", "成本指标"])
            {
                if (before.EndsWith(block)) part = "block/" + block;
            }
        }

        if (part is null || before.Says("记分")) return -1;
        int index = claims.Add(ClaimKind.Score, EvaluationSubjects.Of(scope + "/" + part), figure.ClauseStart, figure.Token, figure.Token.End);
        if (part == "score") (_score, _execution) = (index, -1);
        else if (part == "execution") _execution = index;
        else if (part == "indicators" && _score >= 0 && _execution > _score) claims.Add(new Breakdown(_score, [_execution, index], Exhaustive: true));
        return index;
    }

    private int Count(ClauseFigure figure, string text)
    {
        if (_project is not null || _department) return -1;
        ReadOnlySpan<char> before = figure.Before(text);
        if (figure.Token.Figure!.Unit is not ("个" or "项")) return -1;
        if (before.SequenceEqual("合并为")) return claims.Add(ClaimKind.Count, EvaluationSubjects.Of("evaluation/coverage/merged"), figure.ClauseStart, figure.Token, figure.Token.End);
        if (before.EndsWith("一级项目") || before.EndsWith("一级项目共")) return claims.Add(ClaimKind.Count, EvaluationSubjects.Of("evaluation/coverage/projects"), figure.ClauseStart, figure.Token, figure.Token.End);
        if (!before.Says("共涉及", "涉及项目")) return -1;
        bool firstLevel = Following(text, figure.Token.End, "一级项目") || before.Says("一级项目");
        return claims.Add(ClaimKind.Count, EvaluationSubjects.Of(firstLevel ? "evaluation/listed/projects" : "evaluation/coverage/projects"), figure.ClauseStart, figure.Token, figure.Token.End);
    }

    // 共涉及 1 个（3 个项目合并为 1 个）一级项目
    private static bool Following(string text, int at, string word)
    {
        if (at < text.Length && text[at] == '（' && text.IndexOf('）', at) is > 0 and int close && close - at < 40) at = close + 1;
        return Lexer.StartsWith(text, at, word);
    }

    private static bool ProjectName(string text, out string name, out int end)
    {
        (name, end) = ("", 0);
        foreach (string mark in ProjectMarks)
        {
            int at = text.AsSpan(0, Math.Min(text.Length, LongestName + mark.Length)).IndexOf(mark);
            if (at <= 0 || text.AsSpan(0, at).Contains("反映", StringComparison.Ordinal) || text.AsSpan(0, at).ContainsAny('。', '，', '；')) continue;
            (name, end) = (text[..at], at + mark.Length);
            return true;
        }

        return false;
    }
}
