using System.Globalization;

namespace Mingzhang.Core.Sources;

/// <summary>Where in an Office file a piece of the text was taken from, so that a copy of the file can be marked there.</summary>
/// <param name="Part">The package's part that holds it: <c>word/document.xml</c>.</param>
public abstract record Origin(string Part);

/// <summary>Paragraphs of a text document.</summary>
/// <param name="Part">The package's part.</param>
/// <param name="First">The first paragraph, counted from 1 among all elements <c>p</c> of the part in the order of their start tags.</param>
/// <param name="Last">The last paragraph: that of a table's cell; else the first.</param>
public sealed record ParagraphOrigin(string Part, int First, int Last) : Origin(Part);

/// <summary>A cell of a workbook.</summary>
/// <param name="Part">The package's part that holds the sheet.</param>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Row">Row, 1-based.</param>
/// <param name="Column">Column, 1-based.</param>
public sealed record CellOrigin(string Part, string Sheet, int Row, int Column) : Origin(Part)
{
    /// <summary>The cell as workbooks name it: <c>C12</c>.</summary>
    public string Reference
    {
        get
        {
            string letters = "";
            for (int rest = Column; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
            return letters + Row.ToString(CultureInfo.InvariantCulture);
        }
    }
}

/// <summary>A stretch of a line that was taken from one place of an Office file.</summary>
/// <param name="Line">Line of the text, 1-based.</param>
/// <param name="Column">First character in it, 0-based.</param>
/// <param name="EndColumn">One past its last character.</param>
/// <param name="Origin">Where it was taken from.</param>
public readonly record struct OriginMark(int Line, int Column, int EndColumn, Origin Origin);
