using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Core.Disclosures;

/// <summary>What a disclosure publishes.</summary>
public enum DisclosureKind
{
    /// <summary>部门决算: the outcome of the year.</summary>
    FinalAccounts,

    /// <summary>部门预算: the plan for the year.</summary>
    Budget,
}

/// <summary>Whose figures a disclosure gives.</summary>
public enum DisclosureScope
{
    /// <summary>A department's with all its units.</summary>
    Department,

    /// <summary>One unit's own.</summary>
    Unit,
}

/// <summary>
/// One department's published budget or final accounts for one year as data. Everything that was read keeps its place in
/// <see cref="Source"/>; everything that could not be read is listed as unread.
/// </summary>
public sealed record Disclosure
{
    /// <summary>Budget or final accounts.</summary>
    public required DisclosureKind Kind { get; init; }

    /// <summary>The fiscal year that it reports.</summary>
    public required FiscalYear Year { get; init; }

    /// <summary>Name of the department or unit as printed; empty if not found.</summary>
    public string Unit { get; init; } = "";

    /// <summary>A department with its units, or one unit.</summary>
    public DisclosureScope Scope { get; init; }

    /// <summary>Unit of the amounts in the forms: <c>万元</c> or <c>元</c>.</summary>
    public string AmountUnit { get; init; } = "万元";

    /// <summary>The edition of the statutory forms that it was read by.</summary>
    public required Edition Edition { get; init; }

    /// <summary>Why it was read by that edition; null where the edition was not chosen by a document.</summary>
    public EditionBasis? EditionBasis { get; init; }

    /// <summary>The document's text.</summary>
    public SourceText Source { get; init; } = SourceText.Empty;

    /// <summary>The outline in document order: parts, sections and sub-sections; the contents page is not part of it.</summary>
    public ImmutableArray<Section> Outline { get; init; } = [];

    /// <summary>The lines of the contents page, in order; empty if there is none.</summary>
    public ImmutableArray<ContentsEntry> Contents { get; init; } = [];

    /// <summary>The forms found, in document order.</summary>
    public ImmutableArray<Statement> Statements { get; init; } = [];

    /// <summary>The self-evaluation tables, in document order.</summary>
    public ImmutableArray<Evaluation> Evaluations { get; init; } = [];

    /// <summary>The declarations of performance goals that come with a budget, in document order.</summary>
    public ImmutableArray<GoalDeclaration> Goals { get; init; } = [];

    /// <summary>What the explanations claim, in document order.</summary>
    public ImmutableArray<Claim> Claims { get; init; } = [];

    /// <summary>Wholes that the text divides into parts.</summary>
    public ImmutableArray<Breakdown> Breakdowns { get; init; } = [];

    /// <summary>Functional classifications that the text names, with the codes they resolve to.</summary>
    public ImmutableArray<QuotedClassification> QuotedClassifications { get; init; } = [];

    /// <summary>Rows of the key-work table of part four.</summary>
    public ImmutableArray<KeyWorkRow> KeyWork { get; init; } = [];

    /// <summary>Text outside the forms that should hold facts and could not be read.</summary>
    public ImmutableArray<Unread> Unread { get; init; } = [];

    /// <summary>The form with a number; null if the document has none.</summary>
    public Statement? Statement(string form) => Statements.FirstOrDefault(s => s.Form == form);

    /// <summary>The section with an id; null if the document has none.</summary>
    public Section? Section(string id) => Outline.FirstOrDefault(s => s.Id == id);
}

/// <summary>Why a document was read by an edition.</summary>
/// <param name="Known">Whether the document is of that edition; if not, it was the nearest that there is, and only what the document shares with it was read.</param>
/// <param name="Evidence">What the document shows, in Chinese and English: forms, columns, sections found, against those of other editions.</param>
public sealed record EditionBasis(bool Known, ImmutableArray<Findings.Text> Evidence);

/// <summary>A part, section or sub-section.</summary>
/// <param name="Id">Part, section and sub-section: <c>三</c>, <c>三/五</c>, <c>三/五(三)</c>; attachments <c>六/1</c>, <c>六/2</c> …</param>
/// <param name="Title">Its heading without the number.</param>
/// <param name="Heading">Where the heading stands.</param>
/// <param name="FirstLine">First line after the heading.</param>
/// <param name="LastLine">Last line (inclusive) before the next section of the same or a higher level.</param>
/// <param name="Topic">Id of the edition's section that it is (<see cref="SectionDefinition.Topic"/>); null if the edition has none like it.</param>
public sealed record Section(string Id, string Title, TextSpan Heading, int FirstLine, int LastLine, string? Topic);

/// <summary>A line of the contents page.</summary>
/// <param name="Part">The part it stands under: 一…六; empty above the first.</param>
/// <param name="Number">Its ordinal as printed (<c>八</c>, <c>第三部分</c>); empty if none.</param>
/// <param name="Title">Its title without ordinal and page number.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ContentsEntry(string Part, string Number, string Title, TextSpan Span);

/// <summary>Text that should hold facts and could not be read.</summary>
/// <param name="Span">Where.</param>
/// <param name="Text">The text as it stands.</param>
/// <param name="Why">Why not: a <see cref="UnreadReason"/>.</param>
public sealed record Unread(TextSpan Span, string Text, UnreadReason Why);

/// <summary>Why something could not be read.</summary>
public enum UnreadReason
{
    /// <summary>No placement of the figures satisfies the form's arithmetic.</summary>
    NoPlacementFits,

    /// <summary>Several placements of the figures satisfy the form's arithmetic.</summary>
    SeveralPlacementsFit,

    /// <summary>A cell that the row needs is not there.</summary>
    CellMissing,

    /// <summary>The cell holds text that is no figure.</summary>
    NotAFigure,

    /// <summary>The row does not belong to the form.</summary>
    UnknownRow,

    /// <summary>The table's header could not be recognised.</summary>
    UnknownLayout,

    /// <summary>A figure of the explanations whose subject or relation is not understood.</summary>
    NotUnderstood,

    /// <summary>A figure of the explanations that lacks its unit: 增长 13.95。</summary>
    UnitMissing,
}
