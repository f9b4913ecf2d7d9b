namespace Mingzhang.Web.Portal;

/// <summary>What a chart shows.</summary>
/// <param name="Id">Its name on the page.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Unit">Unit of the figures.</param>
/// <param name="IsShares">Whether the points are parts of a whole.</param>
/// <param name="Points">The points in order.</param>
public sealed record ChartSeries(string Id, string Title, string Unit, bool IsShares, IReadOnlyList<ChartPoint> Points);

/// <summary>A point of a chart.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value.</param>
/// <param name="Shown">The value as it is written.</param>
/// <param name="Share">Its share; null where the points are no parts of a whole.</param>
public sealed record ChartPoint(string Name, decimal Value, string Shown, string? Share);
