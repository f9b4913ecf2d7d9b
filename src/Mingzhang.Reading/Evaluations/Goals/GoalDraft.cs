using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Evaluations.Goals;

/// <summary>A declaration of goals as it is being read.</summary>
internal sealed class GoalDraft(Field title, bool department)
{
    internal bool IsDepartment => department;

    internal Field? Name { get; set; }

    internal Field? TotalBudget { get; set; }

    internal Field? YearBudget { get; set; }

    internal Field? StartYear { get; set; }

    internal Field? EndYear { get; set; }

    internal string? AmountUnit { get; set; }

    internal int LastLine { get; set; } = title.Span.EndLine;

    internal List<LabelledText> Particulars { get; } = [];

    internal List<GoalAmount> Amounts { get; } = [];

    internal List<Goal> Goals { get; } = [];

    internal List<GoalIndicator> Indicators { get; } = [];

    internal List<Unread> Unread { get; } = [];

    /// <summary>Whether anything was read below the title.</summary>
    internal bool HasTable => Name is not null || Amounts.Count > 0 || Indicators.Count > 0;

    internal GoalDeclaration Finish() => new()
    {
        Scope = department ? EvaluationScope.Department : EvaluationScope.Project,
        Title = title,
        Name = Name ?? title,
        LastLine = LastLine,
        TotalBudget = TotalBudget,
        YearBudget = YearBudget,
        StartYear = StartYear,
        EndYear = EndYear,
        AmountUnit = AmountUnit,
        Particulars = [.. Particulars],
        Amounts = [.. Amounts],
        Goals = [.. Goals],
        Indicators = [.. Indicators],
        Unread = [.. Unread],
    };
}
