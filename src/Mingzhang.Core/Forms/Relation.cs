using System.Collections.Immutable;
using Mingzhang.Core.Findings;

namespace Mingzhang.Core.Forms;

/// <summary>What a relation states about its two sides.</summary>
public enum Comparison
{
    /// <summary>Both are the same.</summary>
    Equal,

    /// <summary>The left is at most the right.</summary>
    AtMost,

    /// <summary>The left is at least the right.</summary>
    AtLeast,
}

/// <summary>Over which rows or columns a relation is repeated.</summary>
public enum Quantifier
{
    /// <summary>Stated once.</summary>
    None,

    /// <summary>For every row of the relation's form (<c>各行</c>).</summary>
    EachRow,

    /// <summary>For every functional class (类) that a form of the relation has.</summary>
    EachClass,

    /// <summary>For every functional code that a form of the relation has.</summary>
    EachCode,

    /// <summary>For every row that has rows below it in the code hierarchy, 合计 included.</summary>
    EachParent,
}

/// <summary>Which row of a form a term takes.</summary>
public enum RowKind
{
    /// <summary>The row with the key given.</summary>
    Fixed,

    /// <summary>The row that the quantifier is at; on forms of lines the line of that class.</summary>
    Bound,

    /// <summary>The sum of the rows directly below the row that the quantifier is at.</summary>
    ChildrenOfBound,

    /// <summary>The sum of the rows at the top: the classes of a code table, the entries of a register that are part of no other; for forms that need not print a total.</summary>
    TopRows,
}

/// <summary>One term: a cell, or a sum of cells, with its sign.</summary>
/// <param name="Sign">+1 or −1.</param>
/// <param name="Form">Form number.</param>
/// <param name="RowKind">How the row is found.</param>
/// <param name="Row">The key where it is fixed; else empty.</param>
/// <param name="Column">Column number; <c>*</c> for the column that is repeated over (<see cref="Relation.OverColumns"/>).</param>
public sealed record Term(int Sign, string Form, RowKind RowKind, string Row, string Column);

/// <summary>
/// A linear relation between cells of one or several forms. It is data: a formula printed under a form, the hierarchy of its rows,
/// or a relation that the rules state between forms.
/// </summary>
public sealed record Relation
{
    /// <summary>Rule id: <c>form.01.27</c>, <c>form.03.hierarchy</c>, <c>cross.01-03.class</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The formula as written: <c>27行=(1+2+…+8)行</c>.</summary>
    public required string Text { get; init; }

    /// <summary>Terms left of the comparison.</summary>
    public required ImmutableArray<Term> Left { get; init; }

    /// <summary>What is stated.</summary>
    public Comparison Comparison { get; init; } = Comparison.Equal;

    /// <summary>Terms right of it.</summary>
    public required ImmutableArray<Term> Right { get; init; }

    /// <summary>What it is repeated over.</summary>
    public Quantifier Over { get; init; }

    /// <summary>The columns that <c>*</c> stands for in turn; empty where no term has it.</summary>
    public ImmutableArray<string> OverColumns { get; init; } = [];

    /// <summary>How grave a violation is.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>Name of the condition on the document: <see cref="Always"/>, <see cref="AppropriatedOnly"/> …; what it demands is <see cref="WhenZero"/>.</summary>
    public string When { get; init; } = Always;

    /// <summary>The relation is stated only for documents in which every one of these cells is blank or zero; empty for every document.</summary>
    public ImmutableArray<Address> WhenZero { get; init; } = [];

    /// <summary>Where the relation comes from: the form's note, the ministry's rule.</summary>
    public string Source { get; init; } = "";

    /// <summary>What it says, in Chinese, for reports.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>What it says, in English, for reports.</summary>
    public string MeaningEn { get; init; } = "";

    /// <summary>The relation holds for every document.</summary>
    public const string Always = "always";

    /// <summary>The relation holds for units that have appropriated money only (no carry-over, no other income).</summary>
    public const string AppropriatedOnly = "appropriated-only";
}
