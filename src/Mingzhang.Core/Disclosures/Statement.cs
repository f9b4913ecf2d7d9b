using System.Collections.Immutable;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;

namespace Mingzhang.Core.Disclosures;

/// <summary>How far a form was read.</summary>
public enum StatementState
{
    /// <summary>Every figure.</summary>
    Read,

    /// <summary>It has no figures, as a form of a unit with nothing to report.</summary>
    Empty,

    /// <summary>Some cells are unread.</summary>
    Partial,

    /// <summary>Found, but none of it could be read.</summary>
    Unread,
}

/// <summary>A statutory form as the document shows it.</summary>
public sealed record Statement
{
    /// <summary>Form number: <c>01</c>…<c>09</c>.</summary>
    public required string Form { get; init; }

    /// <summary>Title as printed, without the year.</summary>
    public required string Title { get; init; }

    /// <summary>Where the title stands.</summary>
    public required TextSpan Heading { get; init; }

    /// <summary>Last line of the form with its notes.</summary>
    public int LastLine { get; init; }

    /// <summary>How far it was read.</summary>
    public required StatementState State { get; init; }

    /// <summary>Unit of the amounts printed above the form (<c>万元</c>); null if none is printed.</summary>
    public string? AmountUnit { get; init; }

    /// <summary>The rows in printed order.</summary>
    public ImmutableArray<StatementRow> Rows { get; init; } = [];

    /// <summary>The notes under the form: formulas, the sentence of an empty form.</summary>
    public ImmutableArray<Note> Notes { get; init; } = [];

    /// <summary>What could not be read.</summary>
    public ImmutableArray<Unread> Unread { get; init; } = [];

    /// <summary>The row with a key; null if the form shows none.</summary>
    public StatementRow? Row(string key) => Rows.FirstOrDefault(r => r.Key == key);

    /// <summary>The cell at a row and column; null if blank or not there.</summary>
    public Cell? Cell(string row, string column) => Row(row)?.Cell(column);
}

/// <summary>A row of a form.</summary>
public sealed record StatementRow
{
    /// <summary>Line number, code or printed key, as in <see cref="Address.Row"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Its caption as printed, joined where it was wrapped.</summary>
    public string Caption { get; init; } = "";

    /// <summary>Where the row stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The texts of a row of a register, by column in printed order; blank ones left out.</summary>
    public ImmutableArray<TextCell> Texts { get; init; } = [];

    /// <summary>Key of the row of a register that this one is a part of, <c>合计</c> for those at the top; null where it is part of none.</summary>
    public string? Parent { get; init; }

    /// <summary>The cells that are not blank, by column in printed order.</summary>
    public ImmutableArray<Cell> Cells { get; init; } = [];

    /// <summary>Columns that may hold a figure which could not be read or placed: neither blank nor known.</summary>
    public ImmutableArray<string> UnreadColumns { get; init; } = [];

    /// <summary>The text of a column of a register; null if blank.</summary>
    public string? Text(string column) => Texts.FirstOrDefault(t => t.Column == column)?.Text;

    /// <summary>The cell of a column; null if blank or unread.</summary>
    public Cell? Cell(string column) => Cells.FirstOrDefault(c => c.Column == column);
}

/// <summary>A cell that is not blank.</summary>
/// <param name="Column">Column number (栏次).</param>
/// <param name="Figure">The figure; null for a cell that holds text which is no figure (<c>#REF!</c>).</param>
/// <param name="Text">The characters as printed.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Cell(string Column, Printed? Figure, string Text, TextSpan Span);

/// <summary>A text in a row of a register.</summary>
/// <param name="Column">Key of its column (<see cref="Forms.FormText.Key"/>).</param>
/// <param name="Text">As printed, joined where it was wrapped.</param>
/// <param name="Span">Where it stands.</param>
public sealed record TextCell(string Column, string Text, TextSpan Span);

/// <summary>A note under a form.</summary>
/// <param name="Text">The note, joined where it was wrapped.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Note(string Text, TextSpan Span);
