namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>Follows where text is shown, roughly: enough to know how far the words of a chart reach.</summary>
internal sealed class TextPlaces
{
    /// <summary>Width given to a text whose glyphs are not looked at, in font sizes.</summary>
    private const double Reach = 6;

    private Matrix _line = Matrix.Identity;
    private double _size = 1;

    /// <summary>Takes a text operation; the place of the text if it shows one.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="number">Its operands.</param>
    /// <param name="page">From the text's coordinates to the page's.</param>
    internal Box? Take(string operation, Func<int, double> number, Matrix page)
    {
        switch (operation)
        {
            case "BT":
                _line = Matrix.Identity;
                return null;
            case "Tf":
                _size = number(1);
                return null;
            case "Tm":
                _line = new Matrix(number(0), number(1), number(2), number(3), number(4), number(5));
                return null;
            case "Td" or "TD":
                _line = new Matrix(1, 0, 0, 1, number(0), number(1)).Then(_line);
                return null;
            case "Tj" or "TJ" or "'" or "\"":
                Matrix whole = _line.Then(page);
                (double x1, double y1) = whole.Apply(0, -0.3 * _size);
                (double x2, double y2) = whole.Apply(Reach * _size, _size);
                return new Box(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));
            default:
                return null;
        }
    }
}
