using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Evaluations.Goals;

/// <summary>Titles of declarations of performance goals.</summary>
internal static class GoalTitles
{
    private const int MaxTitle = 60;

    private static readonly string[] Endings = ["申报表", "绩效目标表", "绩效目标申报表", "绩效目标批复表"];

    /// <summary>Whether a line is the title of such a table.</summary>
    internal static bool IsTitle(string line)
    {
        if (line.Length is 0 or > MaxTitle || !line.Contains('表') || TableRows.IsRow(line)) return false;
        ReadOnlySpan<char> title = line.AsSpan().Trim().Trim("#* ").Trim();
        if (title is [.., ')' or '）'])
        {
            int open = title.LastIndexOfAny('(', '（');
            if (open > 0) title = title[..open].TrimEnd();
        }

        if (title.IndexOfAny("。；，：") >= 0 || title is ['-' or '•', ..] || char.IsAsciiDigit(title.Length > 0 ? title[0] : ' ') && title.Length > 1 && title[1] is '.' or '、') return false;
        string plain = Characters.Squeeze(title);
        return GoalWords.PartOf(GoalWords.Plain(plain)) is null && Array.Exists(Endings, e => plain.EndsWith(e, StringComparison.Ordinal)) && (plain.Contains("项目", StringComparison.Ordinal) || plain.Contains("绩效", StringComparison.Ordinal));
    }

    /// <summary>Whether a title speaks of the whole department.</summary>
    internal static bool IsDepartment(string title) => title.Contains("整体", StringComparison.Ordinal);

    /// <summary>Whether a line ends a declaration: an attachment's number begins the next.</summary>
    internal static bool IsAttachment(string line) => !TableRows.IsRow(line) && line.AsSpan().TrimStart().StartsWith("附件") && line.Length < MaxTitle;
}
