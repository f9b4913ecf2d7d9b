using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Reading.Outlines;

/// <summary>How a document is divided.</summary>
/// <param name="Sections">Parts, sections, sub-sections and attachments in document order.</param>
/// <param name="Contents">Lines of the contents page; none of them is a section.</param>
/// <param name="BodyLine">First line (1-based) after the contents page; 1 where there is none.</param>
internal sealed record Outline(ImmutableArray<Section> Sections, ImmutableArray<ContentsEntry> Contents, int BodyLine)
{
    /// <summary>First line (1-based) of what comes before the body: of the file with the contents page, where several files were read as one.</summary>
    internal int FrontLine { get; init; } = 1;

    /// <summary>Whether a line (1-based) is of the body: neither cover nor contents page.</summary>
    internal bool IsBody(int line) => line >= BodyLine || line < FrontLine;

    /// <summary>The first section with a topic; null if the document has none.</summary>
    internal Section? Topic(string topic) => Sections.FirstOrDefault(s => s.Topic == topic);

    /// <summary>The section with an id; null if the document has none.</summary>
    internal Section? Find(string id) => Sections.FirstOrDefault(s => s.Id == id);

    /// <summary>The innermost section that a line (1-based) belongs to, its heading included; null outside all of them.</summary>
    internal Section? At(int line)
    {
        Section? innermost = null;
        foreach (Section section in Sections)
        {
            if (section.Heading.Line > line) break;
            if (section.LastLine >= line) innermost = section;
        }

        return innermost;
    }
}
