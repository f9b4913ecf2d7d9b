using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Evaluations;

/// <summary>A grade stated with a score (得分 92 分，等级为“优”) is the policy's grade of that score.</summary>
public sealed class GradeRule : IRule
{
    private const string Rule = "evaluation.grade";
    private const string Word = "等级";
    private const int Reach = 60;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Error, new("自评等级与得分相符", "a grade is that of its score"), "绩效评价等级：优 90—100、良 80—89、中 60—79、差 0—59",
            ("", "得分 {score} 分的等级写为“{stated}”，应为“{expected}”。", "The grade of {score} points is stated as {stated}; it is {expected}.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        Section(context, log, "explanations.performance");
        Section(context, log, "attachments");
    }

    private static void Section(CheckContext context, RuleLog log, string topic)
    {
        if (context.SectionOf(topic) is not { } section) return;
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        for (int line = section.FirstLine; line <= section.LastLine && line <= lines.Length; line++)
        {
            int at = lines[line - 1].IndexOf(Word, StringComparison.Ordinal);
            if (at >= 0) Line(context, log, line, lines[line - 1], at);
        }
    }

    private static void Line(CheckContext context, RuleLog log, int line, string text, int word)
    {
        int at = word + Word.Length;
        while (at < text.Length && text[at] is '为' or '是' or '：' or ':' or '“' or '"' or '「' or ' ' or '（' or '(') at++;
        if (at >= text.Length || GradeAt(context, text[at]) is not { } stated || Score(text, word) is not { } score) return;
        Grade? right = null;
        foreach (Grade grade in context.Edition.Scoring.Grades)
        {
            if (score >= grade.From && (right is null || grade.From > right.From)) right = grade;
        }

        if (right is null || right.Name == stated.Name) log.Pass(Rule);
        else
        {
            log.Fail(WithGrade((context.Mark(Rule, Severity.Error, TextSpan.InLine(line, word, at + 1 - word)) with { Stated = stated.Name, Expected = right.Name }).With("score", Figures.Plain(score)), score, score < stated.From ? stated : right));
        }
    }

    // Below the grade that the text names, or high enough for a better one.
    private static Finding WithGrade(Finding finding, decimal score, Grade grade) => finding.ShowingAtLeast(
        new Text($"评为“{grade.Name}”的得分不低于 {Figures.Plain(grade.From)} 分", $"the grade “{grade.Name}” needs {Figures.Plain(grade.From)} points"), "分", Showing.Exact(new Text("得分", "score"), score, finding.Where.Span), Showing.Exact(new Text($"“{grade.Name}”的下限", $"lower limit of “{grade.Name}”"), grade.From));

    private static Grade? GradeAt(CheckContext context, char c)
    {
        foreach (Grade grade in context.Edition.Scoring.Grades)
        {
            if (grade.Name.Length > 0 && grade.Name[0] == c) return grade;
        }

        return null;
    }

    // The last figure before 分 in the same sentence, before the word.
    private static decimal? Score(string text, int word)
    {
        int first = Math.Max(0, word - Reach), stop = text.AsSpan(first, word - first).LastIndexOf('。');
        if (stop >= 0) first += stop + 1;
        int unit = text.AsSpan(first, word - first).LastIndexOf('分');
        if (unit < 0) return null;
        int end = first + unit;
        while (end > first && text[end - 1] == ' ') end--;
        int start = end;
        while (start > first && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] == '.')) start--;
        return Core.Figures.Printed.TryParse(text.AsSpan(start, end - start), out Core.Figures.Printed score) && score.Value is >= 0 and <= 100 ? score.Value : null;
    }
}
