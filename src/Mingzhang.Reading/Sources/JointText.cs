using System.Collections.Immutable;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Sources;

/// <summary>
/// Several files that make one disclosure, as one text: the lines of each behind those of the one before, their pages counted on. A file without
/// pages among files with pages takes no page number.
/// </summary>
internal static class JointText
{
    /// <summary>The joint text; of one text itself.</summary>
    internal static SourceText Of(IReadOnlyList<SourceText> texts)
    {
        if (texts.Count == 1) return texts[0];
        var lines = ImmutableArray.CreateBuilder<string>();
        var pages = ImmutableArray.CreateBuilder<int>();
        var breaks = ImmutableArray.CreateBuilder<int>();
        var marks = ImmutableArray.CreateBuilder<PageMark>();
        var origins = ImmutableArray.CreateBuilder<OriginMark>();
        var sizes = ImmutableArray.CreateBuilder<PageSize>();
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        var remarks = ImmutableArray.CreateBuilder<Text>();
        foreach (SourceText text in texts)
        {
            int before = lines.Count, pagesBefore = pages.Count;
            if (before > 0) breaks.Add(before + 1);
            files.Add(new SourceFile(text.Name, before + 1, text.PageStarts.IsEmpty ? 0 : pagesBefore + 1));
            lines.AddRange(text.Lines);
            foreach (int line in text.PageStarts) pages.Add(before + line);
            foreach (int line in text.Breaks) breaks.Add(before + line);
            foreach (PageMark mark in text.Marks) marks.Add(mark with { Line = before + mark.Line, Page = pagesBefore + mark.Page });
            foreach (OriginMark origin in text.Origins) origins.Add(origin with { Line = before + origin.Line });
            sizes.AddRange(text.PageSizes);
            // Sizes are found by the page's number.
            while (sizes.Count < pages.Count) sizes.Add(default);
            foreach (Text remark in text.Remarks) remarks.Add(new Text($"{text.Name}：{remark.Zh}", $"{text.Name}: {remark.En}"));
        }

        return new SourceText(string.Join(" + ", texts.Select(t => t.Name)), lines.ToImmutable(), pages.ToImmutable())
        {
            Breaks = breaks.ToImmutable(),
            Marks = marks.ToImmutable(),
            Origins = origins.ToImmutable(),
            PageSizes = texts.All(t => t.PageSizes.IsEmpty) ? [] : sizes.ToImmutable(),
            Files = files.ToImmutable(),
            Remarks = remarks.ToImmutable(),
        };
    }
}
