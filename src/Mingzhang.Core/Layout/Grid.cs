using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Core.Layout;

/// <summary>What a cell of a printed table is, which decides its looks.</summary>
public enum CellRole
{
    /// <summary>A caption in the table's head.</summary>
    Head,

    /// <summary>A caption, a code or a text in its body.</summary>
    Text,

    /// <summary>A short text that is centred: 行次, 序号, a code's level.</summary>
    Mark,

    /// <summary>A figure.</summary>
    Figure,
}

/// <summary>A table as it is printed: the one description from which text, Word, web page and workbook draw it.</summary>
/// <param name="Columns">Number of columns.</param>
/// <param name="HeadRows">How many of the first rows are the head, repeated on every page; 0 where heads stand within the table.</param>
/// <param name="Rows">The rows, head first.</param>
/// <param name="Widths">Relative widths of the columns; as many as <paramref name="Columns"/>.</param>
public sealed record Grid(int Columns, int HeadRows, ImmutableArray<GridRow> Rows, ImmutableArray<int> Widths);

/// <summary>A row.</summary>
/// <param name="Cells">The cells that begin in it, by column; places covered by a span from above or from the left have none.</param>
public sealed record GridRow(ImmutableArray<GridCell> Cells);

/// <summary>A cell.</summary>
/// <param name="Text">Its text; empty for a blank cell.</param>
/// <param name="Column">First column, 0-based.</param>
/// <param name="Role">What it is.</param>
/// <param name="ColumnSpan">How many columns it covers.</param>
/// <param name="RowSpan">How many rows it covers.</param>
/// <param name="Address">The form's cell that it shows; null for others.</param>
/// <param name="Strong">A total, a heading within the body.</param>
/// <param name="Indent">Depth in a hierarchy, from 0.</param>
/// <param name="Field">The field of an evaluation that it shows; null for others.</param>
public sealed record GridCell(string Text, int Column, CellRole Role, int ColumnSpan = 1, int RowSpan = 1, Address? Address = null, bool Strong = false, int Indent = 0, Field? Field = null);
