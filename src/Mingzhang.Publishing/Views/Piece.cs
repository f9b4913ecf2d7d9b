using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Mingzhang.Core.Layout;

namespace Mingzhang.Publishing.Views;

/// <summary>A piece of a disclosure in reading order.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "piece")]
[JsonDerivedType(typeof(HeadingPiece), "heading")]
[JsonDerivedType(typeof(ParagraphPiece), "paragraph")]
[JsonDerivedType(typeof(FormPiece), "form")]
[JsonDerivedType(typeof(TablePiece), "table")]
[JsonDerivedType(typeof(ChartPiece), "chart")]
public abstract record Piece
{
    /// <summary>Name of the place on the page: <c>form-03</c>, <c>s-explanations-income</c>, <c>p-12</c>.</summary>
    public required string Anchor { get; init; }
}

/// <summary>A heading.</summary>
public sealed record HeadingPiece : Piece
{
    /// <summary>1 a part, 2 a section, 3 a sub-section.</summary>
    public required int Level { get; init; }

    /// <summary>With its number, as printed.</summary>
    public required string Text { get; init; }

    /// <summary>Topic of the edition's section that it is: <c>explanations.income</c>; null if the edition has none like it.</summary>
    public string? Topic { get; init; }

    /// <summary>Whether it is the title of a self-evaluation.</summary>
    public bool IsEvaluation { get; init; }
}

/// <summary>A paragraph.</summary>
public sealed record ParagraphPiece : Piece
{
    /// <summary>Its text.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it is a heading that the outline does not have.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Whether it belongs to a table.</summary>
    public bool IsNote { get; init; }

    /// <summary>Its figures that speak of cells, in order and apart from each other.</summary>
    public ImmutableArray<ClaimSpan> Claims { get; init; } = [];
}

/// <summary>A figure of the text that speaks of a cell of a form.</summary>
/// <param name="Anchor">Name of the place on the page: <c>q-17</c>.</param>
/// <param name="Start">First character in the paragraph, 0-based.</param>
/// <param name="Length">How many characters.</param>
/// <param name="Address">The cell.</param>
/// <param name="Kind"><c>amount</c> where it is the cell's figure itself; else what it says of it: <c>share</c>, <c>growth</c>, <c>change</c>, <c>completion</c>, <c>other</c> (another amount of the same thing, such as its budget).</param>
/// <param name="Subject">What it speaks of, as the text names it.</param>
public sealed record ClaimSpan(string Anchor, int Start, int Length, string Address, string Kind, string Subject);

/// <summary>A statutory form.</summary>
public sealed record FormPiece : Piece
{
    /// <summary>Its number: <c>03</c>.</summary>
    public required string Form { get; init; }

    /// <summary>Its title with the year.</summary>
    public required string Title { get; init; }

    /// <summary><c>公开03表</c>, <c>预算03表</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Unit of its amounts.</summary>
    public required string AmountUnit { get; init; }

    /// <summary><c>read</c>, <c>empty</c> or <c>partial</c>.</summary>
    public required string State { get; init; }

    /// <summary>Whose codes its rows are: <c>functional</c> or <c>economic</c>; null where they are none.</summary>
    public string? Codes { get; init; }

    /// <summary>Whether its rows can be folded by their parents.</summary>
    public bool Folds { get; init; }

    /// <summary>The table.</summary>
    public required TableGrid Grid { get; init; }

    /// <summary>The notes under it.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Captions of its rows by key.</summary>
    public ImmutableArray<Caption> Rows { get; init; } = [];

    /// <summary>Captions of its columns of figures by number, nested ones parted by <c>/</c>.</summary>
    public ImmutableArray<Caption> Columns { get; init; } = [];
}

/// <summary>What a row or column is called.</summary>
/// <param name="Key">Its key or number.</param>
/// <param name="Text">The caption.</param>
public sealed record Caption(string Key, string Text);

/// <summary>Another table: a self-evaluation, a declaration of goals, key work, a table of the text.</summary>
public sealed record TablePiece : Piece
{
    /// <summary>What it is.</summary>
    public required string Title { get; init; }

    /// <summary><c>evaluation</c>, <c>goals</c>, <c>keyWork</c> or <c>other</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The table.</summary>
    public required TableGrid Grid { get; init; }
}

/// <summary>A chart of figures.</summary>
public sealed record ChartPiece : Piece
{
    /// <summary>Its number in the document.</summary>
    public required int Number { get; init; }

    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary><c>columns</c> for amounts side by side, <c>shares</c> for parts of a whole.</summary>
    public required string Kind { get; init; }

    /// <summary>Unit of the figures.</summary>
    public required string Unit { get; init; }

    /// <summary>All that it shows in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Its points.</summary>
    public ImmutableArray<PointOfChart> Points { get; init; } = [];
}

/// <summary>A point of a chart.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">As printed.</param>
/// <param name="Share">Its share in percent; null where the points are no parts of a whole.</param>
public sealed record PointOfChart(string Name, string Value, string? Share);

/// <summary>A table as it is printed.</summary>
/// <param name="Columns">Number of columns.</param>
/// <param name="HeadRows">How many of the first rows are its head.</param>
/// <param name="Widths">Relative widths of the columns.</param>
/// <param name="Rows">The rows, head first.</param>
public sealed record TableGrid(int Columns, int HeadRows, ImmutableArray<int> Widths, ImmutableArray<TableRow> Rows);

/// <summary>A row.</summary>
/// <param name="Cells">The cells that begin in it.</param>
/// <param name="Key">Key of the form's row that it shows; null where it shows several or none.</param>
/// <param name="Level"><c>total</c>, <c>class</c> (类), <c>section</c> (款), <c>item</c> (项) or <c>line</c>; null without key.</param>
/// <param name="Parent">Key of the row that it is a part of; null where it is part of none.</param>
public sealed record TableRow(ImmutableArray<TableCell> Cells, string? Key = null, string? Level = null, string? Parent = null);

/// <summary>A cell.</summary>
/// <param name="Text">Its text; null for a blank cell.</param>
/// <param name="Column">First column, 0-based.</param>
/// <param name="Role">What it is, which decides its looks.</param>
/// <param name="ColumnSpan">How many columns it covers; null for one.</param>
/// <param name="RowSpan">How many rows it covers; null for one.</param>
/// <param name="Scope">Whose head it is: <c>col</c>, <c>colgroup</c>, <c>row</c>; null for no head.</param>
/// <param name="Address">The form's cell that it shows; null for others.</param>
/// <param name="Anchor">Name of the place on the page; null where nothing points to it.</param>
/// <param name="Strong">A total, a heading within the body.</param>
/// <param name="Indent">Depth in a hierarchy, from 0.</param>
public sealed record TableCell(string? Text, int Column, CellRole Role, int? ColumnSpan = null, int? RowSpan = null, string? Scope = null, string? Address = null, string? Anchor = null, bool Strong = false, int Indent = 0);
