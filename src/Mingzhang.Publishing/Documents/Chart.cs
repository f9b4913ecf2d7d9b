using System.Collections.Immutable;
using Mingzhang.Core.Figures;

namespace Mingzhang.Publishing.Documents;

/// <summary>How a chart shows its points.</summary>
internal enum ChartKind
{
    /// <summary>Amounts side by side.</summary>
    Columns,

    /// <summary>Parts of a whole.</summary>
    Shares,
}

/// <summary>A chart of printed figures.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Kind">How.</param>
/// <param name="Unit">Unit of the figures: <c>万元</c>.</param>
/// <param name="Points">The points in order.</param>
internal sealed record Chart(string Title, ChartKind Kind, string Unit, ImmutableArray<ChartPoint> Points)
{
    /// <summary>The share of a point in percent with one decimal, half away from zero.</summary>
    public string Share(ChartPoint point)
    {
        decimal whole = Points.Sum(p => p.Figure.Value);
        return whole == 0 ? "0.0%" : new Printed(decimal.Round(100 * point.Figure.Value / whole, 1, MidpointRounding.AwayFromZero), 1) + "%";
    }

    /// <summary>What stands beside the colour of a point: its name, for a part also its share, which a thin slice has no room for.</summary>
    public string Label(ChartPoint point) => Kind == ChartKind.Shares ? $"{point.Name} {Share(point)}" : point.Name;

    /// <summary>All that it shows in a sentence, for people who cannot see it.</summary>
    public string Description => $"{Title}：" + string.Join("，", Points.Select(p => $"{p.Name}{p.Figure}{Unit}{(Kind == ChartKind.Shares ? $"（{Share(p)}）" : "")}")) + "。";
}

/// <summary>A point of a chart.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Figure">Its figure.</param>
internal sealed record ChartPoint(string Name, Printed Figure);
