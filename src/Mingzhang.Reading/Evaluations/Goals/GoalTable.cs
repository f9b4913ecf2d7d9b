using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Evaluations.Goals;

/// <summary>Takes the rows of a declaration: labels with their values, then the parts with a head of their own.</summary>
internal sealed class GoalTable(GoalDraft draft, IndicatorLevels levels)
{
    private const int LongestName = 30;

    private readonly GoalIndicators _indicators = new(draft, levels);
    private GoalPart _part = GoalPart.Head;
    private AmountHead? _head;

    /// <summary>Takes a row.</summary>
    internal void Take(List<TableCell> cells)
    {
        string first = GoalWords.Plain(cells[0].Text);
        if (GoalWords.PartOf(first) is { } part)
        {
            Begin(part, cells);
            if (cells.Count == 1) return;
            cells = cells[1..];
            first = GoalWords.Plain(cells[0].Text);
        }
        else if (Labels(cells)) return;

        if (GoalWords.IsGoalName(first))
        {
            TakeGoal(cells);
            if (_part is not (GoalPart.LongTermIndicators or GoalPart.AnnualIndicators) || cells.Count <= 2) return;
        }

        switch (_part)
        {
            case GoalPart.LongTermIndicators or GoalPart.AnnualIndicators: _indicators.Take(cells); break;
            case GoalPart.Head when cells.Exists(c => GoalWords.Plain(c.Text) == "当年金额"): _head = AmountHead.Of(cells); break;
            case GoalPart.Head or GoalPart.GoalTexts: break;
            default: TakeAmount(cells); break;
        }
    }

    private void Begin(GoalPart part, List<TableCell> cells)
    {
        bool keeps = part is GoalPart.Sources or GoalPart.Uses && draft.IsDepartment;
        _part = part;
        if (!keeps) _head = null;
        if (part is GoalPart.LongTermIndicators or GoalPart.AnnualIndicators) _indicators.Begin(part == GoalPart.AnnualIndicators);
    }

    /// <summary>Takes labels with the values beside them; false if the row begins with none.</summary>
    private bool Labels(List<TableCell> cells)
    {
        if (GoalWords.LabelOf(GoalWords.Plain(cells[0].Text)) is not { } begins) return false;
        if (_part is not GoalPart.Head && begins is not GoalLabel.Particular) return false;
        _part = GoalPart.Head;
        for (int i = 0; i < cells.Count; i++)
        {
            string plain = GoalWords.Plain(cells[i].Text);
            if (GoalWords.LabelOf(plain) is not { } label) continue;
            bool valued = i + 1 < cells.Count && GoalWords.LabelOf(GoalWords.Plain(cells[i + 1].Text)) is null;
            if (!valued) continue;
            Field value = cells[++i].ToField();
            switch (label)
            {
                case GoalLabel.Name: draft.Name ??= value; break;
                case GoalLabel.TotalBudget: draft.TotalBudget ??= value; break;
                case GoalLabel.YearBudget: draft.YearBudget ??= value; break;
                case GoalLabel.StartYear: draft.StartYear ??= value; break;
                case GoalLabel.EndYear: draft.EndYear ??= value; break;
                case GoalLabel.Particular: draft.Particulars.Add(new LabelledText(cells[i - 1].Text, value)); break;
            }
        }

        return true;
    }

    private void TakeGoal(List<TableCell> cells)
    {
        string plain = GoalWords.Plain(cells[0].Text);
        _indicators.Goal = plain;
        if (_part is GoalPart.LongTermIndicators or GoalPart.AnnualIndicators && (cells.Count > 2 || cells.Count == 1)) return;
        bool prompt = cells.Count > 1 && GoalWords.IsPrompt(cells[1].Text);
        TextSpan span = cells[0].Span.To(cells[^1].Span);
        if (cells.Count <= 2 && !draft.Goals.Exists(g => g.Name == plain)) draft.Goals.Add(new Goal(plain, cells.Count > 1 && !prompt ? cells[1].Text : "", plain.StartsWith("年度", StringComparison.Ordinal), span));
    }

    private void TakeAmount(List<TableCell> cells)
    {
        if (AmountHead.IsHead(cells))
        {
            _head = AmountHead.Of(cells);
            return;
        }

        if (_head is not { } head || cells.Exists(c => GoalWords.IsPrompt(c.Text))) return;
        if (_part == GoalPart.Projects && draft.Amounts.Exists(a => a.Kind == GoalAmountKind.Project) && cells.Count == 1) return;
        TextSpan span = cells[0].Span.To(cells[^1].Span);
        if (head.Amount(cells) is not { } amount && !cells.Exists(c => c.ToField().Figure is not null))
        {
            AddBlank(cells, span);
            return;
        }

        string name = cells[0].Text, plain = GoalWords.Plain(name);
        draft.Amounts.Add(new GoalAmount(KindOf(_part), name, head.Amount(cells), span)
        {
            Share = head.Share(cells),
            Earlier = head.Earlier(cells),
            Other = head.Other(cells),
            IsTotal = plain is "合计" or "总计",
            IsPart = plain.StartsWith("其中", StringComparison.Ordinal),
        });
    }

    /// <summary>A source or use that the form lists and the declaration leaves blank.</summary>
    private void AddBlank(List<TableCell> cells, TextSpan span)
    {
        string plain = GoalWords.Plain(cells[0].Text);
        if (_part is GoalPart.Sources or GoalPart.Uses && plain.Length <= LongestName)
            draft.Amounts.Add(new GoalAmount(KindOf(_part), cells[0].Text, null, span) { IsTotal = plain is "合计" or "总计", IsPart = plain.StartsWith("其中", StringComparison.Ordinal) });
    }

    private static GoalAmountKind KindOf(GoalPart part) => part switch
    {
        GoalPart.Sources => GoalAmountKind.Source,
        GoalPart.Uses => GoalAmountKind.Use,
        GoalPart.Activities => GoalAmountKind.Activity,
        GoalPart.Purchases => GoalAmountKind.Purchase,
        _ => GoalAmountKind.Project,
    };
}
