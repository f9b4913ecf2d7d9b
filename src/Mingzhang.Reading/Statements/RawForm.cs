using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>A row as printed, before its figures are placed in columns.</summary>
internal sealed class RawRow(string key, ImmutableArray<string> columns)
{
    /// <summary>Row key, as in an address.</summary>
    internal string Key { get; } = key;

    /// <summary>The columns in which the row can have figures, in printed order.</summary>
    internal ImmutableArray<string> Columns { get; } = columns;

    /// <summary>The texts of a row of a register.</summary>
    internal List<TextCell> Texts { get; } = [];

    /// <summary>In a register, the key of the row that this one is a part of; null where it is part of none.</summary>
    internal string? Parent { get; set; }

    /// <summary>The caption, joined where it was wrapped.</summary>
    internal string Caption { get; set; } = "";

    /// <summary>Where the row stands.</summary>
    internal TextSpan Span { get; private set; }

    /// <summary>Its figures, dashes and errors in printed order.</summary>
    internal List<Atom> Items { get; } = [];

    /// <summary>The placements in question: for each item the index of its column in <see cref="Columns"/>. Empty until they are made, and when none fits.</summary>
    internal List<int[]> Candidates { get; set; } = [];

    /// <summary>The placements that the row's own formulas allow, where the choice between them is left to other relations; else empty.</summary>
    internal List<int[]> Allowed { get; set; } = [];

    /// <summary>The placements that the row's own formulas contradict, where they contradict all.</summary>
    internal List<int[]> Rejected { get; set; } = [];

    /// <summary>Indices of columns that the extraction lost: what stood there is unknown.</summary>
    internal HashSet<int> Lost { get; } = [];

    /// <summary>The first candidate is where the row's cells stand; the others apply only if the row's own formulas contradict it.</summary>
    internal bool IsPositional { get; set; }

    /// <summary>Cell of the printed line number, −1 where there are no cells.</summary>
    internal int LabelCell { get; set; } = -1;

    /// <summary>Whether the row was printed in cells, where its figures cannot be on another line.</summary>
    internal bool HasCells { get; set; }

    /// <summary>Number of cells of the line that the row was printed in; 0 where there are none.</summary>
    internal int Cells { get; set; }

    /// <summary>Whether the caption is the one that the form has for the row.</summary>
    internal bool IsNamed { get; set; } = true;

    /// <summary>Whether one placement is left.</summary>
    internal bool IsPlaced => Candidates.Count == 1;

    /// <summary>The item in a column, where the row is placed; null for an empty column.</summary>
    internal Atom? ItemAt(int[] placement, int column)
    {
        int at = Array.IndexOf(placement, column);
        return at < 0 ? null : Items[at];
    }

    /// <summary>Takes a stretch of text into the row.</summary>
    internal void Cover(TextSpan span)
    {
        if (!Span.IsSome)
        {
            Span = span;
            return;
        }

        TextSpan first = span < Span ? span : Span;
        bool later = (span.EndLine, span.EndColumn).CompareTo((Span.EndLine, Span.EndColumn)) > 0;
        Span = first.To(later ? span : Span);
    }

    /// <summary>Adds words to the caption.</summary>
    internal void Name(Atom words)
    {
        Caption += words.Text.Trim();
        Cover(words.Span);
    }

    /// <summary>Adds a figure, dash or error.</summary>
    internal void Add(Atom item)
    {
        Items.Add(item);
        Cover(item.Span);
    }
}

/// <summary>A form as printed, before its figures are placed in columns.</summary>
internal sealed class RawForm(FormRegion region)
{
    internal FormRegion Region { get; } = region;

    internal FormDefinition Definition => Region.Form;

    /// <summary>Rows in printed order; each key once.</summary>
    internal List<RawRow> Rows { get; } = [];

    internal List<Note> Notes { get; } = [];

    internal List<Unread> Unread { get; } = [];

    /// <summary>Unit of the amounts printed above the form, or null.</summary>
    internal string? AmountUnit { get; set; }

    /// <summary>Where the table has fewer cells than columns: the ways in which its cells can be columns, in question for the whole table.</summary>
    internal List<int[]> Maps { get; set; } = [];

    /// <summary>The cell indices that <see cref="Maps"/> speak of.</summary>
    internal List<int> MapCells { get; set; } = [];

    /// <summary>Last line that belongs to the form.</summary>
    internal int LastLine { get; set; } = region.Heading.EndLine;

    /// <summary>The row with a key; null if the form shows none.</summary>
    internal RawRow? Row(string key) => Rows.Find(r => r.Key == key);
}
