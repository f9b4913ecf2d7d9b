using System.Globalization;
using System.Text;
using Mingzhang.Core.Findings;

namespace Mingzhang.Publishing.Marked;

/// <summary>The boxes in which a sheet shows its notes: hidden until the pointer is over the cell, coloured by severity.</summary>
internal static class NoteBoxes
{
    private const int Columns = 5;

    /// <summary>A drawing without boxes.</summary>
    public const string Empty = """
        <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>
        """;

    /// <summary>The drawing with a box for each note.</summary>
    public static string Add(string drawing, IReadOnlyList<CellNote> notes)
    {
        var boxes = new StringBuilder();
        for (int i = 0; i < notes.Count; i++) boxes.Append(Box(notes[i], i + 1));
        return XmlEdits.IntoRoot(drawing, boxes.ToString());
    }

    private static string Box(CellNote note, int number)
    {
        int lines = note.Paragraphs.Sum(p => p.Sum(LinesOf)) + note.Paragraphs.Length;
        int row = note.Cell.Row - 1, column = note.Cell.Column - 1, top = Math.Max(0, row - 1);
        string color = note.Severity switch { Severity.Error => "#fde4e1", Severity.Warning => "#fdf0d0", Severity.Rounding => "#dff2f0", _ => "#e6eefa" };
        return string.Create(CultureInfo.InvariantCulture, $"""
            <v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" id="mingzhang_note_{number}" type="#_x0000_t202" style="position:absolute;z-index:{number};visibility:hidden" fillcolor="{color}" o:insetmode="auto"><v:fill color2="{color}"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{column + 1}, 12, {top}, 4, {column + 1 + Columns}, 12, {top + Math.Max(4, lines)}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>
            """);
    }

    /// <summary>How many lines a text takes in a box; a Chinese character is two wide.</summary>
    private static int LinesOf(string text) => 1 + (text.Sum(c => c > 0xff ? 2 : 1) / 46);
}
