namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>A rectangle on a page in points, from the upper left corner.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    internal double Width => Right - Left;

    internal double Height => Bottom - Top;

    internal double CentreX => (Left + Right) / 2;

    internal double CentreY => (Top + Bottom) / 2;

    /// <summary>The smallest rectangle around both.</summary>
    internal Box Around(Box other) => new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>Whether a point lies within.</summary>
    internal bool Contains(double x, double y) => x >= Left && x <= Right && y >= Top && y <= Bottom;
}

/// <summary>A word as poppler finds it.</summary>
internal readonly record struct PdfWordBox(string Text, Box Box);

/// <summary>A straight line of a table, along a page's edges.</summary>
/// <param name="IsHorizontal">Across the page, or down it.</param>
/// <param name="At">Its distance from the upper or the left edge.</param>
/// <param name="From">Where it begins on the other axis.</param>
/// <param name="To">Where it ends.</param>
internal readonly record struct Ruling(bool IsHorizontal, double At, double From, double To);

/// <summary>A page: its words in reading order of the file, and the lines drawn on it.</summary>
/// <param name="Width">In points, as it is shown.</param>
/// <param name="Height">In points.</param>
/// <param name="Words">The words.</param>
/// <param name="Rulings">The lines; empty where none could be read.</param>
/// <param name="Figures">Areas of charts and pictures.</param>
internal sealed record PdfPage(double Width, double Height, List<PdfWordBox> Words, List<Ruling> Rulings, List<Box> Figures);
