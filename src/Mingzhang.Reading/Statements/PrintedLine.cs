using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>What a side of a form shows on one line of the text: a caption or a part of one, and figures.</summary>
internal sealed class PrintedLine
{
    /// <summary>Caption as printed, joined where it was wrapped; empty where only figures stand.</summary>
    internal string Caption { get; set; } = "";

    /// <summary>Place of the caption, or of the figures where there is none.</summary>
    internal TextSpan Span { get; set; }

    /// <summary>Its figures, dashes and errors.</summary>
    internal List<Atom> Items { get; } = [];

    /// <summary>Figures before the caption, which belong to no line.</summary>
    internal PrintedLine? Before { get; set; }

    /// <summary>Indices of the lines of the side that the caption can mean.</summary>
    internal IReadOnlyList<int> Lines { get; set; } = [];

    /// <summary>The text of caption and figures.</summary>
    internal string Quote => string.Join(' ', Items.Select(i => i.Text).Prepend(Caption).Where(t => t.Length > 0));

    /// <summary>Takes words into the caption.</summary>
    internal void Name(string words, TextSpan span)
    {
        Span = Span.IsSome && Caption.Length > 0 ? Span.To(span) : span;
        Caption += words.Trim();
    }

    /// <summary>The place of everything.</summary>
    internal TextSpan Whole
    {
        get
        {
            TextSpan whole = Span;
            foreach (Atom item in Items)
            {
                if (!whole.IsSome || item.Span < whole) whole = item.Span.To(whole.IsSome ? whole : item.Span);
                else if ((item.Span.EndLine, item.Span.EndColumn).CompareTo((whole.EndLine, whole.EndColumn)) > 0) whole = whole.To(item.Span);
            }

            return whole;
        }
    }
}
