using Mingzhang.Core.Disclosures;
using Mingzhang.Reading.Claims.Paragraphs;
using Mingzhang.Reading.Claims.Words;

namespace Mingzhang.Reading.Claims.Evaluations;

/// <summary>
/// Reads how many projects, with how much money, were given goals, followed up and evaluated, how they were graded, and what was found: 编报绩效目标的项目
/// 39 个，涉及预算金额…；绩效自评的…，平均得分…（其中，绩效评级为优的项目…）.
/// </summary>
internal sealed class GoalsGrammar(ClaimCollector claims)
{
    private static readonly (string Word, string Phase)[] Phases =
    [
        ("绩效跟踪", "monitoring"), ("绩效监控", "monitoring"), ("跟踪评价", "monitoring"), ("绩效自评", "evaluation/coverage"), ("自评", "evaluation/coverage"),
        ("重点评价", "evaluation/review"), ("财政评价", "evaluation/review"), ("编报绩效目标", "goals"), ("设置绩效目标", "goals"), ("申报绩效目标", "goals"), ("绩效目标", "goals"),
    ];

    private static readonly string[] Grades = ["不合格", "合格", "优", "良", "中", "差"];

    private const int Longest = 20;

    private string _phase = "";

    /// <summary>A section begins.</summary>
    internal void BeginSection() => _phase = "";

    /// <summary>Reads a paragraph.</summary>
    internal void Read(Paragraph paragraph)
    {
        string text = paragraph.Text;
        int from = 0;
        foreach (ClauseFigure figure in ClauseFigures.Read(text, 0))
        {
            if (figure.Token.Figure is not { Broken: false } value) continue;
            _phase = PhaseIn(text, from, figure.Token.Start) ?? _phase;
            from = figure.Token.End;
            Subject? subject = value.IsMoney ? Money(figure.Before(text)) : value.Unit == "分" ? Score(figure.Before(text)) : Counted(figure, text);
            if (subject is null)
            {
                if (value.IsMoney) claims.AddUnread(figure.Token.Start, figure.Token.End);
                continue;
            }

            claims.Add(value.IsMoney ? ClaimKind.Amount : value.Unit == "分" ? ClaimKind.Score : ClaimKind.Count, subject, figure.ClauseStart, figure.Token, figure.Token.End);
        }
    }

    private Subject? Money(ReadOnlySpan<char> before) =>
        _phase.Length > 0 && before.Says("资金", "金额", "预算") ? new Subject(NameOf(_phase) + "涉及的预算资金", null, _phase + "/money") : null;

    private static Subject? Score(ReadOnlySpan<char> before) => before.Says("平均得分", "平均分") ? new Subject("自评平均得分", null, "evaluation/average") : null;

    private Subject? Counted(ClauseFigure figure, string text)
    {
        ReadOnlySpan<char> before = figure.Before(text);
        if (figure.Token.Figure!.Unit is not ("个" or "项")) return null;
        if (before.Says("评级", "等级"))
        {
            foreach (string grade in Grades)
            {
                if (before.Contains(grade, StringComparison.Ordinal)) return new Subject($"绩效评级为“{grade}”的项目", null, "evaluation/grades/" + grade);
            }

            return null;
        }

        if (before.Says("已经完成整改", "已完成整改", "完成整改")) return new Subject("已完成整改的问题", null, "evaluation/problems/fixed");
        if (before.Says("正在整改")) return new Subject("正在整改的问题", null, "evaluation/problems/open");
        if (before.Says("发现问题", "问题")) return new Subject("自评中发现的问题", null, "evaluation/problems");
        if (before.EndsWith("部门") || before.EndsWith("单位")) return Lexer.StartsWith(text, figure.Token.End, "预算单位") ? new Subject("开展绩效目标编报的预算单位", null, "goals/units") : null;
        if (Lexer.StartsWith(text, figure.Token.End, "项目"))
        {
            // 共3个项目实行绩效目标管理, 3个项目支出绩效目标: the number stands before its words.
            ReadOnlySpan<char> after = text.AsSpan(figure.Token.End, Math.Min(Longest, text.Length - figure.Token.End));
            if (after.IndexOfAny('，', '。', '；') is >= 0 and int end) after = after[..end];
            if (after.Says("绩效目标")) return new Subject(NameOf("goals") + "的项目", null, "goals/projects");
        }

        return _phase.Length > 0 && before.Says("项目") ? new Subject(NameOf(_phase) + "的项目", null, _phase + "/projects") : null;
    }

    private static string? PhaseIn(string text, int from, int to)
    {
        string? phase = null;
        int last = -1;
        foreach ((string word, string found) in Phases)
        {
            int at = text.AsSpan(from, to - from).LastIndexOf(word);
            if (at > last) (last, phase) = (at, found);
        }

        return phase;
    }

    private static string NameOf(string phase) => phase switch
    {
        "goals" => "编报绩效目标",
        "monitoring" => "绩效跟踪评价",
        "evaluation/review" => "重点评价",
        _ => "绩效自评",
    };
}
