using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Reading.Evaluations;

/// <summary>What the text of a cell can be, worked out once.</summary>
/// <param name="Text">The text.</param>
/// <param name="Quantity">The one figure that it is; null if it is text or several figures.</param>
/// <param name="Points">The points that it is (<c>20分</c>, <c>20</c>); null if it is something else.</param>
/// <param name="SaysPoints">It is points with their unit (<c>20分</c>).</param>
/// <param name="IsError">An error value of a spreadsheet: <c>#REF!</c>.</param>
/// <param name="HasWeight">It is a label with points at its end: <c>到岗率(4分)</c>.</param>
/// <param name="IsFirst">It names level one.</param>
/// <param name="IsSecond">It names level two.</param>
/// <param name="EndsLikeLevel">It ends in 指标.</param>
/// <param name="IsClass">It is a class of indicators: 绩效基本型, 定量.</param>
/// <param name="IsGoal">It is a label of goals or of the indicators as a whole.</param>
internal readonly record struct CellTraits(
    string Text, Quantity? Quantity, Printed? Points, bool SaysPoints, bool IsError, bool HasWeight, bool IsFirst, bool IsSecond, bool EndsLikeLevel, bool IsClass, bool IsGoal)
{
    /// <summary>A figure, or what stands where one should.</summary>
    public bool IsFigure => Quantity is not null || IsError;

    /// <summary>Can stand in a column of points.</summary>
    public bool CanBePoints => Points is not null || IsError;

    /// <summary>The traits of a text.</summary>
    public static CellTraits Of(string text, IndicatorLevels levels)
    {
        bool says = Evaluations.Points.TryParse(text, out Printed points);
        bool bare = !says && Printed.TryParse(text, out points);
        Evaluations.Points.Split(text, out string label, out Printed? weight);
        return new CellTraits(
            text,
            Core.Disclosures.Quantity.TryParse(text, out Quantity quantity) ? quantity : null,
            says || bare ? points : null,
            says,
            text is ['#', ..],
            weight is not null,
            levels.IsFirst(label),
            levels.IsSecond(label),
            IndicatorLevels.EndsLikeLevel(label),
            ClassOf(text),
            GoalLabels.IsGoalOrIndicators(text));
    }

    private static bool ClassOf(string text) =>
        text.Length <= 8 && (text.EndsWith('型') || text is "定量" or "定性" or "正向" or "反向" or "正向指标" or "反向指标" or "定量指标" or "定性指标");
}
