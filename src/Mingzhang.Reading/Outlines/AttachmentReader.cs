using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Outlines;

/// <summary>
/// Divides part six into its attachments: each evaluation table or summary, with its title over one or several lines. The list of
/// attachments at the start of the part is not taken for them: nothing stands between its lines.
/// </summary>
internal static class AttachmentReader
{
    private static readonly string[] Endings = ["自评表", "自评结果", "自评报告", "评价表", "评价结果", "评价报告", "自评情况表", "自评表/结果", "自评结果/表"];

    /// <summary>The attachments between two lines (1-based, inclusive) in order, as <c>六/1</c>, <c>六/2</c> …</summary>
    internal static ImmutableArray<Section> Read(SourceText text, int first, int last, string part, string? topic)
    {
        var titles = new List<HeadingLine>();
        HeadingLine? before = null;
        for (int line = first; line <= last; line++)
        {
            string raw = text.Lines[line - 1];
            if (raw.AsSpan().IsWhiteSpace()) continue;
            HeadingLine? heading = HeadingLine.Parse(raw, line);
            if (heading is null)
            {
                before = null;
                continue;
            }

            if (heading.Title is "(摘要版)" && titles.Count > 0 && before == titles[^1])
            {
                before = titles[^1] = titles[^1].Join(heading);
                continue;
            }

            if (EndsLikeTitle(heading.Title) && HeadingLine.IsTitle(heading.Title))
            {
                if (before is not null && !IsWhole(heading) && CanBegin(before)) heading = before.Join(heading);
                titles.Add(heading);
            }

            before = heading;
        }

        return Divide(text, titles, last, part, topic);
    }

    private static ImmutableArray<Section> Divide(SourceText text, List<HeadingLine> titles, int last, string part, string? topic)
    {
        var attachments = ImmutableArray.CreateBuilder<Section>();
        for (int i = 0; i < titles.Count; i++)
        {
            int firstLine = titles[i].Span.EndLine + 1, lastLine = i + 1 < titles.Count ? titles[i + 1].Span.Line - 1 : last;
            if (!HasText(text, firstLine, lastLine)) continue;
            attachments.Add(new Section($"{part}/{attachments.Count + 1}", titles[i].Printed, titles[i].Span, firstLine, lastLine, topic));
        }

        return attachments.ToImmutable();
    }

    private static bool EndsLikeTitle(string title)
    {
        ReadOnlySpan<char> end = title.AsSpan();
        if (end.EndsWith("(摘要版)")) end = end[..^5];
        foreach (string ending in Endings)
        {
            if (end.EndsWith(ending)) return true;
        }

        return false;
    }

    private static bool IsWhole(HeadingLine heading) => heading.Rank != HeadingRank.None || StartsWithYear(heading.Title);

    private static bool CanBegin(HeadingLine line) =>
        (StartsWithYear(line.Title) || line.Rank == HeadingRank.Section) && HeadingLine.IsTitle(line.Title) && !EndsLikeTitle(line.Title);

    private static bool StartsWithYear(string title) => title.Length > 5 && title.StartsWith("20", StringComparison.Ordinal) && title.IndexOf('年') is 4;

    /// <summary>More than a remark in brackets stands between two titles.</summary>
    private static bool HasText(SourceText text, int first, int last)
    {
        for (int line = first; line <= last; line++)
        {
            ReadOnlySpan<char> content = text.Lines[line - 1].AsSpan().Trim();
            if (content.Length > 0 && !(content[0] is '（' or '(' && content[^1] is '）' or ')')) return true;
        }

        return false;
    }
}
