using Mingzhang.Core.Layout;

namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>A row of a table.</summary>
/// <param name="Fields">A field for each column.</param>
/// <param name="Full">By column: whether the last line of the field fills its cell, so that more may follow.</param>
/// <param name="IsWhole">Whether one cell goes over all columns.</param>
internal sealed record TableRow(PlacedText[] Fields, bool[] Full, bool IsWhole)
{
    /// <summary>Whether nothing stands in it.</summary>
    internal bool IsBlank => Array.TrueForAll(Fields, f => f.Text.Length == 0);

    /// <summary>
    /// Whether a row is the rest of this one, which the end of the page cut through: what stands in it goes on with full cells, and it lacks
    /// what a row of its own would have.
    /// </summary>
    internal bool GoesOnIn(TableRow next)
    {
        if (IsWhole || next.IsWhole || Fields.Length != next.Fields.Length || next.IsBlank) return false;
        bool lacks = false;
        for (int i = 0; i < Fields.Length; i++)
        {
            string field = Fields[i].Text, rest = next.Fields[i].Text;
            if (rest.Length > 0 && !(field.Length > 0 && Full[i] && IsRest(rest, field))) return false;
            lacks |= field.Length > 0 && rest.Length == 0;
        }

        return lacks;
    }

    /// <summary>Whether a field can be the rest of another: no number of its own, no new item of a list.</summary>
    private static bool IsRest(string rest, string field) =>
        ListMark.Read(rest).Style == MarkStyle.None && !(char.IsAsciiDigit(field[0]) && char.IsAsciiDigit(rest[0]));

    /// <summary>This row with its rest.</summary>
    internal TableRow With(TableRow rest) => rest with { Fields = [.. Fields.Zip(rest.Fields, (a, b) => a + b)] };
}

/// <summary>Puts the words of a cell together.</summary>
internal static class CellWords
{
    // What cells leave free at each side, in points.
    private const double LeastInset = 1, MostInset = 7;

    /// <summary>The text of a cell, its wrapped lines joined, and whether the last of them fills the cell.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="left">The cell's left edge.</param>
    /// <param name="width">Its width: a line that fills it breaks off within a word.</param>
    internal static (PlacedText Text, bool IsFull) Text(List<PdfWordBox> words, double left, double width)
    {
        var text = new PlacedTextBuilder();
        TextLine? before = null;
        double inset = MostInset;
        foreach (TextLine line in TextLine.Of(words))
        {
            if (before is not null && char.IsAsciiLetterOrDigit(text.Last) && char.IsAsciiLetterOrDigit(line.Text[0]))
            {
                bool full = width - before.Box.Width < before.Em * 1.6;
                if (!(full && char.IsAsciiDigit(text.Last) && char.IsAsciiDigit(line.Text[0]))) text.Gap(" ");
            }

            text.Append(line.Placed);
            before = line;
            inset = Math.Clamp(line.Box.Left - left, LeastInset, inset);
        }

        return (text.ToText(), before is not null && width - before.Box.Width - (2 * inset) < before.Em);
    }
}
