using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Evaluations;

/// <summary>A cell of a table row that holds something.</summary>
/// <param name="Text">Its text with markup removed and wrapped pieces joined.</param>
/// <param name="Span">Where its text stands.</param>
/// <param name="Column">Its column, 0-based, blank cells counted.</param>
internal readonly record struct TableCell(string Text, TextSpan Span, int Column)
{
    /// <summary>The cell as a field with its figure and unit.</summary>
    public Field ToField() => FieldOf(Text, Span);

    /// <summary>A field with the figure and unit that its text is, if it is one.</summary>
    public static Field FieldOf(string text, TextSpan span) =>
        Quantity.TryParse(text, out Quantity quantity) ? new Field(text, span, quantity.Figure, quantity.Unit, quantity.Bound)
        : Points.TryParse(text, out Printed points) ? new Field(text, span, points, "分")
        : new Field(text, span);
}
