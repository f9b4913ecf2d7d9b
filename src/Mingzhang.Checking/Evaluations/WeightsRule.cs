using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Evaluations;

/// <summary>
/// The weights of the indicators make up the points printed with their headings: 二级指标, 一级指标, 年度目标, 年度绩效目标（80分）, and 100 in all.
/// The lowest heading that does not add up is reported; those above it that differ for the same reason are not.
/// </summary>
public sealed class WeightsRule : IRule
{
    private const string Rule = "evaluation.weights";

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Error, new("指标分值之和等于上级标题所列分值，全部为 100 分", "the weights of the indicators make up the points of their headings, 100 in all"), "自评表 指标分值；年度绩效目标（80分）",
            ("", "“{name}”标明 {stated} 分，所属指标分值之和为 {expected} 分。", "“{name}” states {stated} points; the weights below it make {expected}."),
            ("moved", "“{name}”标明 {stated} 分，所属指标分值之和为 {sum} 分；“{other}”标明 {otherStated} 分，之和为 {otherExpected} 分：相差互抵，疑有指标列错类别（也可能是提取时类别错行）。", "“{name}” states {stated} points and its weights make {sum}; “{other}” states {otherStated}, its weights {otherExpected}: an indicator seems to stand under the wrong heading, unless a heading slipped by a row when the table was taken out."),
            ("row-missing", "“{name}”标明 {stated} 分，所列指标分值之和只有 {expected} 分，总分也比所列得分之和多：缺少指标行（也可能是提取时丢失）。", "“{name}” states {stated} points and the weights listed make {expected}; the total too exceeds the scores listed: rows are missing, perhaps lost in extraction."),
            ("total", "各指标分值之和 {sum} 加预算执行 {weight} 分为 {expected} 分，不是 {stated} 分。", "The weights make {sum}, with {weight} points for execution {expected}, not {stated}."),
            ("unprinted", "指标“{name}”未标分值；按上级标题 {heading} 分推算为 {expected} 分。", "Indicator “{name}” has no weight printed; the heading of {heading} points leaves {expected}.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        foreach (Evaluation evaluation in context.Disclosure.Evaluations)
        {
            if (evaluation.Indicators.IsEmpty) continue;
            if (!evaluation.HasWeights) log.NotRun(Rule, Reasons.NoWeights);
            else new Table(context, log, evaluation).Check();
        }
    }

    private readonly record struct Group(string Name, decimal Stated, TextSpan Span, int First, int End);

    private sealed class Table(CheckContext context, RuleLog log, Evaluation evaluation)
    {
        private readonly decimal?[] _weights = [.. evaluation.Indicators.Select(i => i.Weight?.Figure?.Value)];
        private readonly HashSet<decimal> _differences = [];
        private readonly List<(Group Group, decimal Sum)> _open = [];

        public void Check()
        {
            ImmutableArray<Indicator> rows = evaluation.Indicators;
            TestGroups(rows, lowest: true);
            ReportOpen();
            TestGroups(rows, lowest: false);
            TestBlocks();
            TestTotal();
        }

        // Rows on end under one 二级指标 (the lowest heading) or 一级指标.
        private void TestGroups(ImmutableArray<Indicator> rows, bool lowest)
        {
            int first = 0;
            for (int i = 1; i <= rows.Length; i++)
            {
                Indicator head = rows[first];
                if (i < rows.Length && AreTogether(rows[i], head, lowest)) continue;
                if ((lowest ? head.Level2Weight : head.Level1Weight) is { } stated) Test(new Group(lowest ? head.Level2 : head.Level1, stated.Value, head.Span, first, i), lowest);
                first = i;
            }
        }

        private static bool AreTogether(Indicator a, Indicator b, bool lowest) =>
            a.Block == b.Block && a.Level1 == b.Level1 && (lowest ? a.Level2 == b.Level2 && a.Level2Weight == b.Level2Weight : a.Level1Weight == b.Level1Weight);

        private void Test(in Group group, bool lowest)
        {
            int missing = -1, missings = 0;
            decimal sum = 0;
            for (int i = group.First; i < group.End; i++)
            {
                if (_weights[i] is { } weight) sum += weight;
                else
                {
                    missing = i;
                    missings++;
                }
            }

            if (missings == 1 && group.Stated - sum > 0) Infer(missing, group, group.Stated - sum);
            else if (missings > 0) log.NotRun(Rule, Reasons.WeightsMissing);
            else if (sum == group.Stated) log.Pass(Rule);
            else if (lowest) _open.Add((group, sum));
            else Report(group, sum);
        }

        // Two headings of one 一级指标 that differ by the same points either way have one row between them.
        private void ReportOpen()
        {
            while (_open.Count > 0)
            {
                (Group group, decimal sum) = _open[0];
                _open.RemoveAt(0);
                Indicator first = evaluation.Indicators[group.First];
                int pair = _open.FindIndex(o => o.Group.Stated - o.Sum == sum - group.Stated && evaluation.Indicators[o.Group.First].Block == first.Block && evaluation.Indicators[o.Group.First].Level1 == first.Level1);
                if (pair < 0)
                {
                    Report(group, sum);
                    continue;
                }

                (Group other, decimal otherSum) = _open[pair];
                _open.RemoveAt(pair);
                log.Pass(Rule, 2);
                // Which heading a row belongs to is lost where cells over several rows are taken out of their table: the points may be right.
                log.Remark((context.Mark(Rule, Severity.Info, group.Span, "moved") with { Stated = Figures.Plain(group.Stated) })
                    .With("name", group.Name).With("sum", Figures.Plain(sum)).With("other", other.Name).With("otherStated", Figures.Plain(other.Stated)).With("otherExpected", Figures.Plain(otherSum))
                    .Because(context.EvidenceAt(other.Span, other.Name)).Because(Rows(group.First, group.End))
                    .ShowingSum(OfHeading, "分", HeadingOf(group), Weights(group.First, group.End)).ShowingSum(OfHeading, "分", HeadingOf(other), Weights(other.First, other.End)));
            }
        }

        private void Report(in Group group, decimal sum)
        {
            decimal gap = group.Stated - sum;
            if (!_differences.Add(gap)) log.Failed(Rule);
            else
            {
                bool missing = gap > 0 && EvaluationScores.LacksRows(context, evaluation, gap);
                log.Fail((context.Mark(Rule, missing ? Severity.Warning : Severity.Error, group.Span, missing ? "row-missing" : "") with { Stated = Figures.Plain(group.Stated), Expected = Figures.Plain(sum) })
                    .With("name", group.Name).Because(Rows(group.First, group.End)).ShowingSum(OfHeading, "分", HeadingOf(group), Weights(group.First, group.End)));
            }
        }

        private static Text OfHeading { get; } = new("标题的分值 = 所属各指标分值之和", "points of a heading = sum of those of its indicators");

        private static ComputedFigure HeadingOf(in Group group) => Showing.Exact(group.Name, group.Stated, group.Span);

        private ImmutableArray<ComputedFigure> Weights(int first, int end) => [.. Enumerable.Range(first, end - first).Select(i => Showing.Exact(evaluation.Indicators[i].PlainName, _weights[i] ?? 0, evaluation.Indicators[i].Weight?.Span ?? evaluation.Indicators[i].Span))];

        // The row's weight is what its siblings leave of the heading; the tests above use it.
        private void Infer(int row, in Group group, decimal weight)
        {
            Indicator indicator = evaluation.Indicators[row];
            ImmutableArray<ComputedFigure> others = [.. Weights(group.First, group.End).RemoveAt(row - group.First).Select(f => f.Less())];
            _weights[row] = weight;
            log.PassWith((context.Mark(Rule, Severity.Info, indicator.Name.Span, "unprinted") with { Expected = Figures.Plain(weight) })
                .With("name", indicator.PlainName).With("heading", Figures.Plain(group.Stated)).ShowingSum(new Text("未标的分值 = 标题的分值 − 其他指标的分值", "points not printed = those of the heading − those of the others"), "分", null, [HeadingOf(group), .. others]));
        }

        private void TestBlocks()
        {
            for (int block = 0; block < evaluation.Blocks.Length; block++)
            {
                if (evaluation.Blocks[block].Weight is not { } stated) continue;
                int first = -1, end = -1;
                for (int i = 0; i < evaluation.Indicators.Length; i++)
                {
                    if (evaluation.Indicators[i].Block != block) continue;
                    first = first < 0 ? i : first;
                    end = i + 1;
                }

                if (first >= 0) Test(new Group(evaluation.Blocks[block].Name, stated.Value, evaluation.Blocks[block].Span, first, end), false);
            }
        }

        private void TestTotal()
        {
            decimal sum = 0;
            foreach (decimal? weight in _weights)
            {
                if (weight is null)
                {
                    log.NotRun(Rule, Reasons.WeightsMissing);
                    return;
                }

                sum += weight.Value;
            }

            if (evaluation.IndicatorWeight is { Figure: { } points } field)
            {
                if (sum != points.Value && _differences.Add(points.Value - sum))
                {
                    log.Fail((context.Mark(Rule, Severity.Error, field) with { Stated = Figures.Plain(points.Value), Expected = Figures.Plain(sum) }).With("name", "年度绩效目标")
                        .ShowingSum(OfHeading, "分", Showing.Exact("年度绩效目标", points.Value, field.Span), Weights(0, evaluation.Indicators.Length)));
                    return;
                }
            }

            decimal execution = ExecutionScore.Weight(context, evaluation), all = evaluation.TotalWeight?.Figure?.Value ?? context.Edition.Scoring.Total;
            if (sum + execution == all || !_differences.Add(all - sum - execution)) log.Pass(Rule);
            else
            {
                Field at = evaluation.TotalWeight ?? evaluation.Total ?? evaluation.Title;
                log.Fail((context.Mark(Rule, Severity.Error, at.Span, "total") with { Stated = Figures.Plain(all), Expected = Figures.Plain(sum + execution) })
                    .With("sum", Figures.Plain(sum)).With("weight", Figures.Plain(execution))
                    .ShowingSum(new Text("满分 = 预算执行分值 + 各指标分值之和", "full score = points for execution + those of the indicators"), "分", Showing.Exact(new Text("满分", "full score"), all, at.Span),
                        [Showing.Exact(new Text("预算执行分值", "points for execution"), execution, evaluation.RateWeight?.Figure is null ? default : evaluation.RateWeight.Span), .. Weights(0, evaluation.Indicators.Length)]));
            }
        }

        private IEnumerable<Evidence> Rows(int first, int end)
        {
            for (int i = first; i < end; i++)
            {
                Indicator indicator = evaluation.Indicators[i];
                yield return new Evidence(new Place(indicator.Weight?.Span ?? indicator.Span), Figures.Plain(_weights[i] ?? 0), indicator.PlainName);
            }
        }
    }
}
