using System.Collections.Immutable;
using Mingzhang.Core.Findings;

namespace Mingzhang.Publishing.Views;

/// <summary>
/// A disclosure as a page shows it, with the result of its check: <c>mingzhang build --formats view</c>, <c>mingzhang read --format view</c>.
/// Texts are the document's own, not escaped for any markup. The same disclosure gives the same bytes.
/// </summary>
public sealed record DisclosureView
{
    /// <summary><c>finalAccounts</c> or <c>budget</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The fiscal year.</summary>
    public required int Year { get; init; }

    /// <summary>Whose figures it gives, as printed; empty if not found.</summary>
    public string Unit { get; init; } = "";

    /// <summary><c>department</c> with its units, or <c>unit</c>.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Its title: <c>某某局2023年度部门决算</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Id of its edition: <c>final-accounts/2023</c>.</summary>
    public required string Edition { get; init; }

    /// <summary>Name of the edition; may be empty.</summary>
    public string EditionName { get; init; } = "";

    /// <summary>Unit of the forms' amounts: <c>万元</c> or <c>元</c>.</summary>
    public required string AmountUnit { get; init; }

    /// <summary>The lines of its cover.</summary>
    public ImmutableArray<string> Cover { get; init; } = [];

    /// <summary>Its pieces in reading order.</summary>
    public ImmutableArray<Piece> Pieces { get; init; } = [];

    /// <summary>What its self-evaluations give in short, in order; the tables are among the pieces.</summary>
    public ImmutableArray<EvaluationHead> Evaluations { get; init; } = [];

    /// <summary>What its declarations of goals are for, in order; the tables are among the pieces. Views that were kept before there were any have none.</summary>
    public ImmutableArray<GoalHead> Goals { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The figures that are looked for first, by names that are the same in all editions.</summary>
    public ImmutableArray<MainFigure> Main { get; init; } = [];

    /// <summary>Amounts and counts that no form has: staff, vehicles, procurement …</summary>
    public ImmutableArray<ParticularFigure> Particulars { get; init; } = [];

    /// <summary>What its check gave.</summary>
    public required PublishedCheck Check { get; init; }

    /// <summary>Every figure of the forms, for comparing; the page does not need them.</summary>
    public ImmutableArray<CellFigure> Figures { get; init; } = [];
}

/// <summary>A self-evaluation in short.</summary>
/// <param name="Anchor">Where it stands on the page.</param>
/// <param name="Scope"><c>department</c> or <c>project</c>.</param>
/// <param name="Name">Project or unit.</param>
/// <param name="Budget">Full-year budget as printed; null if not read.</param>
/// <param name="Executed">Execution as printed; null if not read.</param>
/// <param name="Rate">Rate of execution as printed; null if not read.</param>
/// <param name="Total">The score as printed; null if not read.</param>
public sealed record EvaluationHead(string Anchor, string Scope, string Name, string? Budget, string? Executed, string? Rate, string? Total);

/// <summary>A declaration of goals in short.</summary>
/// <param name="Anchor">Where it stands on the page.</param>
/// <param name="Scope"><c>department</c> or <c>project</c>.</param>
/// <param name="Name">Project or department.</param>
/// <param name="Budget">The year's budget as printed; null if not read.</param>
/// <param name="AmountUnit">Its unit; null if none is printed.</param>
public sealed record GoalHead(string Anchor, string Scope, string Name, string? Budget, string? AmountUnit);

/// <summary>A figure that is looked for first.</summary>
/// <param name="Name"><c>income</c>, <c>expenditure</c>, <c>threePublic</c> … (<see cref="MainFigures"/>).</param>
/// <param name="Address">Its cell.</param>
/// <param name="Anchor">Where the cell stands on the page.</param>
/// <param name="Value">As printed.</param>
/// <param name="AmountUnit">Its unit.</param>
public sealed record MainFigure(string Name, string Address, string Anchor, string Value, string AmountUnit);

/// <summary>An amount or count that no form has.</summary>
/// <param name="Name">Kind and path: <c>vehicles/total</c>, <c>staff/行政编制</c>.</param>
/// <param name="Value">As printed.</param>
/// <param name="Unit">As printed: <c>辆</c>, <c>万元</c>; may be empty.</param>
public sealed record ParticularFigure(string Name, string Value, string Unit);

/// <summary>A figure of a form.</summary>
/// <param name="Form">Number of the form.</param>
/// <param name="Row">Key of the row.</param>
/// <param name="Column">Number of the column.</param>
/// <param name="Order">Place of the row in the form, from 1.</param>
/// <param name="Caption">Caption of the row.</param>
/// <param name="Value">As printed.</param>
/// <param name="AmountUnit"><c>万元</c> or <c>元</c>.</param>
public sealed record CellFigure(string Form, string Row, string Column, int Order, string Caption, string Value, string AmountUnit);

/// <summary>What a check gave.</summary>
public sealed record PublishedCheck
{
    /// <summary>Tests that hold.</summary>
    public int Passed { get; init; }

    /// <summary>Tests that do not.</summary>
    public int Failed { get; init; }

    /// <summary>Tests that could not be made.</summary>
    public int NotRun { get; init; }

    /// <summary>The findings, gravest first.</summary>
    public ImmutableArray<PublishedFinding> Findings { get; init; } = [];

    /// <summary>Rules that could not be tested, with the reasons.</summary>
    public ImmutableArray<UntestedRule> Untested { get; init; } = [];

    /// <summary>Text that should hold facts and could not be read.</summary>
    public ImmutableArray<UnreadPiece> Unread { get; init; } = [];

    /// <summary>How many findings there are of a severity.</summary>
    public int Count(string severity) => Findings.Count(f => f.Severity == severity);
}

/// <summary>A finding.</summary>
/// <param name="Id">Stable across runs.</param>
/// <param name="Rule">Rule id.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c>, <c>rounding</c> or <c>info</c>.</param>
/// <param name="Message">Its sentence.</param>
/// <param name="Anchor">Where it stands on the page; null for what has no place.</param>
/// <param name="Address">The cell; null where it is none.</param>
/// <param name="Stated">What the document states; null where nothing.</param>
/// <param name="Expected">What it should say; null where that is not known.</param>
/// <param name="Evidence">What supports it.</param>
/// <param name="Start">Its first character in the paragraph that it stands in, 0-based.</param>
/// <param name="Length">How many characters of the paragraph it speaks of; 0 where it stands in none.</param>
public sealed record PublishedFinding(string Id, string Rule, string Severity, Text Message, string? Anchor, string? Address, string? Stated, string? Expected, ImmutableArray<PublishedEvidence> Evidence, int Start = 0, int Length = 0);

/// <summary>A figure or text that supports a finding.</summary>
/// <param name="Value">As printed.</param>
/// <param name="Note">What it is; null where nothing is said of it.</param>
/// <param name="Address">The cell; null where it is none.</param>
/// <param name="Anchor">Where it stands on the page; null where that is not known.</param>
public sealed record PublishedEvidence(string Value, Text? Note, string? Address, string? Anchor);

/// <summary>A rule that could not be tested.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Title">What it demands.</param>
/// <param name="Why">Why it was not tested.</param>
/// <param name="Times">How often.</param>
public sealed record UntestedRule(string Rule, Text Title, Text Why, int Times);

/// <summary>Text that could not be read.</summary>
/// <param name="Owner">Number of the form, or title of the evaluation, that it belongs to; empty for none.</param>
/// <param name="Text">The text.</param>
/// <param name="Why">Why not.</param>
/// <param name="Anchor">Where it stands on the page; null where that is not known.</param>
public sealed record UnreadPiece(string Owner, string Text, Text Why, string? Anchor);
