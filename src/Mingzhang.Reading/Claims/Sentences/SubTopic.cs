using Mingzhang.Core.Layout;
using Mingzhang.Reading.Claims.Paragraphs;

namespace Mingzhang.Reading.Claims.Sentences;

/// <summary>The sub-sections of 五, where the outline did not part them: known by the words of their headings.</summary>
internal static class SubTopic
{
    private const int LongestHeading = 40;

    /// <summary>The topic that a heading inside a section begins; null if the paragraph is no such heading.</summary>
    internal static string? Of(string topic, Paragraph paragraph)
    {
        if (paragraph.Mark != MarkStyle.ChineseBracket || !topic.StartsWith("explanations.general", StringComparison.Ordinal)) return null;
        ReadOnlySpan<char> heading = paragraph.Text.AsSpan(0, Math.Min(paragraph.Text.Length, LongestHeading));
        if (heading.Contains("结构", StringComparison.Ordinal)) return "explanations.general.structure";
        if (heading.Contains("具体情况", StringComparison.Ordinal)) return "explanations.general.items";
        return heading.Contains("总体情况", StringComparison.Ordinal) ? "explanations.general.total" : null;
    }
}
