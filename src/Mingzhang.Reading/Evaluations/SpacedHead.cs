using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Evaluations;

/// <summary>Reads what stands above the indicators of a table without separated cells: names, money, choices, the first goal.</summary>
internal sealed class SpacedHead(SourceText source, EvaluationDraft draft, List<Fragment> fragments)
{
    private const int MaxPieces = 5;

    private static readonly string[] Labels =
        ["项目名称", "单位名称", "部门名称", "主管部门", "项目类别", "项目属性", "项目类型", "基本支出总额", "预算执行情况", "预算管理情况", "预算执行", "年度目标", "年度绩效目标"];

    /// <summary>Reads the head; returns the index of the first fragment of the indicators' header, or the end.</summary>
    public int Read()
    {
        int at = 1;
        while (at < fragments.Count)
        {
            if (HeaderEnd(fragments, at, out _) >= 0) return at;
            int pieces = GoalPieces(fragments, at);
            if (pieces > 0) at = Goal(at, pieces);
            else if (StartsLine(at)) at = Line(at);
            else at++;
        }

        return at;
    }

    /// <summary>Where a header with level three and a value ends; −1 if none begins here.</summary>
    public static int HeaderEnd(List<Fragment> fragments, int at, out ImmutableArray<ColumnRole> roles)
    {
        roles = [];
        if (fragments[at].Text is not (['一' or '二' or '三', ..] or ['指', ..])) return -1;
        var found = ImmutableArray.CreateBuilder<ColumnRole>();
        while (at < fragments.Count)
        {
            int pieces = HeaderWord(fragments, at, out ColumnRole role);
            if (pieces == 0 || (found.Contains(role) && role != ColumnRole.Remark)) break;
            found.Add(role);
            at += pieces;
            while (at < fragments.Count && IsTail(fragments[at].Text)) at++;
        }

        if (!found.Contains(ColumnRole.Name) || !(found.Contains(ColumnRole.Target) || found.Contains(ColumnRole.Actual))) return -1;
        roles = found.ToImmutable();
        return at;
    }

    /// <summary>How many fragments make a goal's label here: <c>年度</c> <c>绩效</c> <c>目标</c> <c>（80分）</c>; 0 if none.</summary>
    public static int GoalPieces(List<Fragment> fragments, int at)
    {
        if (fragments[at].Before == Gap.Space || fragments[at].Text is not ['年' or '绩' or '总', ..]) return 0;
        int pieces = 0;
        for (int n = 1; n <= MaxPieces && at + n <= fragments.Count; n++)
        {
            string label = PrintedText.Squeeze(Fragment.Join(fragments, at, at + n));
            if (label.Length > 24) break;
            if (GoalLabels.IsGoalOrIndicators(label)) pieces = n;
        }

        return pieces;
    }

    private static int HeaderWord(List<Fragment> fragments, int at, out ColumnRole role)
    {
        role = default;
        string label = "";
        for (int n = 1; n <= 3 && at + n <= fragments.Count; n++)
        {
            label += fragments[at + n - 1].Text;
            if (label.Length > 16) return 0;
            if (TableHeaders.IndicatorRole(label) is not { } found) continue;
            role = found;
            return n;
        }

        return 0;
    }

    private static bool IsTail(string text) =>
        text is "指标" or "值" or "情况" || (text.Length <= 6 && (text.StartsWith('（') || text.StartsWith('(') || text.StartsWith('值')) && (text.EndsWith('）') || text.EndsWith(')')));

    private bool StartsLine(int at) => fragments[at].Before != Gap.Space;

    private int EndOfLine(int at)
    {
        do at++;
        while (at < fragments.Count && fragments[at].Before == Gap.Space);
        return at;
    }

    private int Line(int at)
    {
        string label = fragments[at].Text;
        int end = EndOfLine(at);
        if (label == "项目名称") return Name(at, end, f => draft.ProjectName ??= f);
        if (label is "单位名称" or "部门名称") return Name(at, end, f => draft.UnitName ??= f);
        if (TickBoxes.IsLabel(label)) return Ticks(at, end);
        if (label.StartsWith("预算", StringComparison.Ordinal)) return Budget(at);
        for (int i = at; i < end; i++)
        {
            if (fragments[i].Text.StartsWith("基本支出总额", StringComparison.Ordinal)) draft.Basic ??= FigureBehind(i);
            else if (fragments[i].Text.StartsWith("项目支出总额", StringComparison.Ordinal)) draft.Project ??= FigureBehind(i);
            else continue;
            draft.Whole = true;
            draft.AmountUnit ??= BudgetRows.UnitIn(fragments[i].Text);
        }

        return end;
    }

    private Field? FigureBehind(int label)
    {
        for (int i = label + 1; i < Math.Min(label + 4, fragments.Count); i++)
        {
            if (TableCell.FieldOf(fragments[i].Text, fragments[i].Span) is { Figure: not null } figure) return figure;
        }

        return null;
    }

    private int Name(int at, int end, Action<Field> set)
    {
        if (end == at + 1) end = end < fragments.Count ? EndOfLine(end) : end;
        while (end < fragments.Count && fragments[end].Before == Gap.Line && !IsLabel(fragments[end].Text)) end = EndOfLine(end);
        if (end > at + 1) set(new Field(Fragment.Join(fragments, at + 1, end), fragments[at + 1].Span.To(fragments[end - 1].Span)));
        return end;
    }

    private int Ticks(int at, int end)
    {
        while (end < fragments.Count && !IsLabel(fragments[end].Text) && TickBoxes.HasBox(fragments[end].Text)) end = EndOfLine(end);
        if (end > at + 1)
        {
            TextSpan span = fragments[at + 1].Span.To(fragments[end - 1].Span);
            draft.AddTicks(fragments[at].Text, source.Quote(span).Replace('\n', ' '), span);
        }

        return end;
    }

    /// <summary>From 预算执行情况 to the first line that ends in two figures or more.</summary>
    private int Budget(int at)
    {
        bool header = false;
        int from = at;
        while (at < fragments.Count && HeaderEnd(fragments, at, out _) < 0 && GoalPieces(fragments, at) == 0)
        {
            int end = EndOfLine(at);
            for (int i = at; i < end; i++)
            {
                draft.AmountUnit ??= BudgetRows.UnitIn(fragments[i].Text);
                draft.RateWeight ??= Points.FirstIn(source, fragments[i].Span);
                header |= fragments[i].Text.StartsWith("执行数", StringComparison.Ordinal);
            }

            if (header && Figures(at, end)) return end;
            at = end;
        }

        return Math.Max(at, from + 1);
    }

    private bool Figures(int at, int end)
    {
        while (at < end && !Quantity.TryParse(fragments[at].Text, out _)) at++;
        if (end - at < 2) return false;
        var fields = new List<Field>(end - at);
        for (int i = at; i < end; i++)
        {
            if (TableCell.FieldOf(fragments[i].Text, fragments[i].Span) is not { Figure: not null } field) break;
            fields.Add(field);
        }

        if (fields.Count < 2) return false;

        draft.Budget = fields[0];
        draft.Executed = fields[1];
        if (fields.Count > 2) draft.Rate = fields[2].Unit == "%" ? fields[2] : null;
        if (fields.Count > 3 || (fields.Count == 3 && draft.Rate is null)) draft.RateScore = fields[^1];
        draft.Whole |= at > 0 && fragments[Math.Max(at - 1, 0)].Text is { } before && (before.Contains("整体支出", StringComparison.Ordinal) || (at > 1 && fragments[at - 2].Text.Contains("整体支出", StringComparison.Ordinal)));
        return true;
    }

    private int Goal(int at, int pieces)
    {
        int text = at + pieces, end = text;
        while (end < fragments.Count && HeaderEnd(fragments, end, out _) < 0 && GoalPieces(fragments, end) == 0) end++;
        draft.OpenBlock(Fragment.Join(fragments, at, text), end > text ? Fragment.Join(fragments, text, end) : "", fragments[at].Span.To(fragments[end - 1].Span));
        return end;
    }

    private static bool IsLabel(string text)
    {
        foreach (string label in Labels)
        {
            if (text.StartsWith(label, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
