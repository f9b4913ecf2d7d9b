namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>What a page draws besides text.</summary>
/// <param name="Rulings">Its straight lines.</param>
/// <param name="Figures">Areas that the file marks as figures.</param>
/// <param name="Shapes">Filled shapes with slanted or round sides.</param>
internal sealed record PageDrawing(List<Ruling> Rulings, List<Box> Figures, List<Box> Shapes)
{
    /// <summary>Places of pictures.</summary>
    internal List<Box> Images { get; init; } = [];

    /// <summary>Whether most of its text is shown invisibly, as programs put it over the scan that they recognised.</summary>
    internal bool IsHiddenText { get; init; }

    /// <summary>Nothing.</summary>
    internal static PageDrawing None { get; } = new([], [], []);
}
