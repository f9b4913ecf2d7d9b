namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>What a page draws besides text.</summary>
/// <param name="Rulings">Its straight lines.</param>
/// <param name="Figures">Areas that the file marks as figures.</param>
/// <param name="Shapes">Filled shapes with slanted or round sides.</param>
internal sealed record PageDrawing(List<Ruling> Rulings, List<Box> Figures, List<Box> Shapes)
{
    /// <summary>Nothing.</summary>
    internal static PageDrawing None { get; } = new([], [], []);
}
