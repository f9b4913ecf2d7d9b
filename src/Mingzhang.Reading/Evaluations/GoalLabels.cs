namespace Mingzhang.Reading.Evaluations;

/// <summary>The labels beside goals and indicators: 年度目标1（60分）, 年度绩效目标 (80分), 年度绩效指标.</summary>
internal static class GoalLabels
{
    private const int MaxLabel = 24;

    /// <summary>Whether a label names a goal.</summary>
    public static bool IsGoal(string text) => Bare(text) is { } label && HasTail(label, "目标");

    /// <summary>Whether a label names a goal or the indicators as a whole.</summary>
    public static bool IsGoalOrIndicators(string text) =>
        Bare(text) is { } label && (HasTail(label, "目标") || HasTail(label, "绩效指标"));

    private static string? Bare(string text)
    {
        if (text.Length is 0 or > MaxLabel) return null;
        Points.Split(PrintedText.Squeeze(text), out string label, out _);
        int end = label.Length;
        while (end > 0 && (char.IsAsciiDigit(label[end - 1]) || label[end - 1] is ':' or '：' or '一' or '二' or '三' or '四' or '五' or '(' or '（' or ')' or '）')) end--;
        return label[..end];
    }

    private static bool HasTail(string label, string word) =>
        label.EndsWith(word, StringComparison.Ordinal) && label[..^word.Length] is "" or "年度" or "年度绩效" or "绩效" or "年度总体" or "总体" or "年度工作" or "总体绩效" or "年度整体" or "整体";
}
