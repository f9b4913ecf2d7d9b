using System.Collections.Immutable;
using Mingzhang.Core.Findings;

namespace Mingzhang.Publishing.Views;

/// <summary>What a page shows of a check: <c>mingzhang check --format view</c>. Texts are the document's own, not escaped for any markup.</summary>
/// <param name="Documents">The documents in their order.</param>
/// <param name="Aside">Files of a folder or archive that are no disclosures.</param>
public sealed record CheckView(ImmutableArray<DocumentView> Documents, ImmutableArray<Text> Aside);

/// <summary>A document, what it says and what was found in it.</summary>
public sealed record DocumentView
{
    /// <summary>Its file, or files joined by <c> + </c>, without folders.</summary>
    public required string File { get; init; }

    /// <summary>The paths of its files as they were given; of a file in an archive that of the archive, a slash and its name there.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>Why it cannot be used; everything below is empty then.</summary>
    public Text? Problem { get; init; }

    /// <summary>Unit, year and kind.</summary>
    public Text Heading { get; init; } = "";

    /// <summary><c>finalAccounts</c> or <c>budget</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Department or unit; empty where it was not found.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Fiscal year.</summary>
    public int Year { get; init; }

    /// <summary>Unit of the forms' amounts.</summary>
    public string AmountUnit { get; init; } = "";

    /// <summary>The edition that it was read by.</summary>
    public EditionView? Edition { get; init; }

    /// <summary>The files where several were read as one document.</summary>
    public ImmutableArray<FileView> Files { get; init; } = [];

    /// <summary>What a reader should know of how the text was taken.</summary>
    public ImmutableArray<Text> Remarks { get; init; } = [];

    /// <summary>The pages; empty where they are not known.</summary>
    public ImmutableArray<PageView> Pages { get; init; } = [];

    /// <summary>The lines of the text; line n is the one with index n − 1.</summary>
    public ImmutableArray<LineView> Lines { get; init; } = [];

    /// <summary>How the lines are shown together.</summary>
    public ImmutableArray<BlockView> Blocks { get; init; } = [];

    /// <summary>The parts that lines and findings belong to: forms, evaluations, sections; the first is the whole document.</summary>
    public ImmutableArray<ChapterView> Chapters { get; init; } = [];

    /// <summary>The findings in the order of the text; the number of a finding is its index + 1.</summary>
    public ImmutableArray<FindingView> Findings { get; init; } = [];

    /// <summary>The rules and how they ended.</summary>
    public ImmutableArray<RuleView> Rules { get; init; } = [];

    /// <summary>Text that should hold facts and could not be read.</summary>
    public ImmutableArray<UnreadView> Unread { get; init; } = [];

    /// <summary>The statutory forms found.</summary>
    public ImmutableArray<FormView> Forms { get; init; } = [];

    /// <summary>The documents that it was checked against.</summary>
    public ImmutableArray<LinkView> Links { get; init; } = [];

    /// <summary>Extension of the marked copy that can be made; null where none can.</summary>
    public string? MarkedExtension { get; init; }
}

/// <summary>The edition of the statutory forms.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; may be empty.</param>
/// <param name="Known">Whether the document is of it; if not, it is the nearest.</param>
/// <param name="Evidence">Why it was chosen.</param>
public sealed record EditionView(string Id, string Name, bool Known, ImmutableArray<Text> Evidence);

/// <summary>A file of several that were read as one document.</summary>
/// <param name="Name">Its name.</param>
/// <param name="FirstLine">Its first line.</param>
/// <param name="FirstPage">Its first page; 0 where pages are not known.</param>
public sealed record FileView(string Name, int FirstLine, int FirstPage);

/// <summary>A page.</summary>
/// <param name="Width">Width in points; 0 where it is not known.</param>
/// <param name="Height">Height in points.</param>
/// <param name="FirstLine">Its first line.</param>
/// <param name="Marks">The findings' rectangles on it.</param>
public sealed record PageView(float Width, float Height, int FirstLine, ImmutableArray<BoxView> Marks);

/// <summary>A rectangle on a page that a finding marks, in points.</summary>
/// <param name="Finding">Number of the finding, from 1.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Lower edge.</param>
/// <param name="IsEvidence">The place supports the finding.</param>
/// <param name="IsFirst">The finding's first rectangle: it carries the number.</param>
/// <param name="Depth">How many findings have marked the place before.</param>
/// <param name="InRow">Whether it stands in a row of a table.</param>
public sealed record BoxView(int Finding, float Left, float Top, float Right, float Bottom, bool IsEvidence, bool IsFirst, int Depth, bool InRow);

/// <summary>A line of the text.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="Page">Its page; 0 where pages are not known.</param>
/// <param name="Chapter">Index of the part that it belongs to.</param>
/// <param name="Marks">The findings' stretches in it.</param>
public sealed record LineView(string Text, int Page, int Chapter, ImmutableArray<MarkView> Marks);

/// <summary>A stretch of a line that a finding marks.</summary>
/// <param name="Finding">Number of the finding, from 1.</param>
/// <param name="Start">First character, 0-based.</param>
/// <param name="End">One past the last.</param>
/// <param name="IsEvidence">The stretch supports the finding.</param>
/// <param name="IsFirst">The finding's first stretch.</param>
public sealed record MarkView(int Finding, int Start, int End, bool IsEvidence, bool IsFirst);

/// <summary>Lines that are shown together.</summary>
/// <param name="Kind"><c>heading</c>, <c>table</c>, <c>lines</c> or <c>paragraph</c>.</param>
/// <param name="Level">Level of a heading.</param>
/// <param name="Lines">Their numbers.</param>
public sealed record BlockView(string Kind, int Level, ImmutableArray<int> Lines);

/// <summary>A part of the document.</summary>
/// <param name="Kind"><c>whole</c>, <c>form</c>, <c>evaluation</c> or <c>section</c>.</param>
/// <param name="Id">The section's id; empty for others.</param>
/// <param name="Label">Short name: that of the form, the section's id; empty for others.</param>
/// <param name="Title">Its title.</param>
/// <param name="Line">Where it begins; 0 for the whole document.</param>
public sealed record ChapterView(string Kind, string Id, Text Label, Text Title, int Line);

/// <summary>A statutory form of the document.</summary>
/// <param name="Form">Its number.</param>
/// <param name="Name">Its short name.</param>
/// <param name="Title">Its title as printed.</param>
/// <param name="State"><c>read</c>, <c>empty</c>, <c>partial</c> or <c>unread</c>.</param>
/// <param name="StateName">The state in words.</param>
/// <param name="Line">Where it begins.</param>
/// <param name="Rows">How many rows were read.</param>
/// <param name="Unread">How many stretches of it were not read.</param>
public sealed record FormView(string Form, Text Name, string Title, string State, Text StateName, int Line, int Rows, int Unread);

/// <summary>A rule and how it ended on the document.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it demands.</param>
/// <param name="Formula">Its formula; null where it has none.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Passed">Tests that held.</param>
/// <param name="Failed">Tests that did not.</param>
/// <param name="NotRun">Tests that could not be made, by reason.</param>
public sealed record RuleView(string Id, Text Title, string? Formula, string Source, int Passed, int Failed, ImmutableArray<NotRunView> NotRun);

/// <summary>Tests that could not be made for a reason.</summary>
/// <param name="Why">The reason.</param>
/// <param name="Times">How many.</param>
public sealed record NotRunView(Text Why, int Times);

/// <summary>Text that could not be read.</summary>
/// <param name="Place">Where.</param>
/// <param name="Owner">The form or evaluation that it belongs to; empty for none.</param>
/// <param name="Text">The text.</param>
/// <param name="Why">Why not.</param>
public sealed record UnreadView(PlaceView Place, Text Owner, string Text, Text Why);

/// <summary>A document that this one was checked against.</summary>
/// <param name="Kind">What it is to this one.</param>
/// <param name="File">Its file.</param>
public sealed record LinkView(Text Kind, string File);
