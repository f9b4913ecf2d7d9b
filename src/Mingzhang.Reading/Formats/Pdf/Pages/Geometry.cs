using Mingzhang.Core.Sources;

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

/// <summary>A word as poppler finds it, or as it is recognised in an image.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="Box">Where it stands.</param>
/// <param name="Page">Page, 1-based.</param>
/// <param name="Confidence">How sure its recognition is, 0 to 1; 1 where it was not recognised from an image.</param>
internal readonly record struct PdfWordBox(string Text, Box Box, int Page, float Confidence = 1)
{
    /// <summary>The place on the page as it is shown, where the page was turned to be read; null where it was not.</summary>
    internal PageBox? Shown { get; init; }

    /// <summary>The place as the text keeps it.</summary>
    internal PageBox Place => Shown ?? new((float)Box.Left, (float)Box.Top, (float)Box.Right, (float)Box.Bottom);
}

/// <summary>A straight line of a table, along a page's edges.</summary>
/// <param name="IsHorizontal">Across the page, or down it.</param>
/// <param name="At">Its distance from the upper or the left edge.</param>
/// <param name="From">Where it begins on the other axis.</param>
/// <param name="To">Where it ends.</param>
internal readonly record struct Ruling(bool IsHorizontal, double At, double From, double To);

/// <summary>A page: its words in reading order of the file, and what is drawn on it.</summary>
/// <param name="Width">In points, as it is shown.</param>
/// <param name="Height">In points.</param>
/// <param name="Words">The words.</param>
/// <param name="Drawing">The lines and shapes; none where they could not be read.</param>
internal sealed record PdfPage(double Width, double Height, List<PdfWordBox> Words, PageDrawing Drawing)
{
    /// <summary>The straight lines.</summary>
    internal List<Ruling> Rulings => Drawing.Rulings;

    /// <summary>Filled round or slanted shapes.</summary>
    internal List<Box> Shapes => Drawing.Shapes;

    /// <summary>Areas of charts and pictures.</summary>
    internal List<Box> Figures => Drawing.Figures;
}
