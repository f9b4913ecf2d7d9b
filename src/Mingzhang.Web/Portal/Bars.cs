using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Mingzhang.Web.Portal;

/// <summary>Bars as SVG, every figure beside its bar. Written out by hand, since pages' markup takes SVG's element <c>text</c> for its own.</summary>
public sealed class Bars : ComponentBase
{
    private const int Width = 640, Row = 34, Left = 200, Longest = 260, Most = 13, Colours = 8;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public ChartSeries Chart { get; set; } = null!;

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        decimal most = Math.Max(Chart.Points.Max(p => p.Value), 0.01m);
        builder.OpenElement(0, "svg");
        builder.AddAttribute(1, "viewBox", $"0 0 {Width} {(Chart.Points.Count * Row) + 10}");
        builder.AddAttribute(2, "role", "img");
        builder.AddAttribute(3, "aria-labelledby", Chart.Id + "-title");
        builder.OpenElement(4, "title");
        builder.AddAttribute(5, "id", Chart.Id + "-title");
        builder.AddContent(6, Chart.Title);
        builder.CloseElement();
        for (int i = 0; i < Chart.Points.Count; i++)
        {
            ChartPoint point = Chart.Points[i];
            int top = 6 + (i * Row), length = Math.Max(1, (int)decimal.Round(Longest * Math.Max(point.Value, 0) / most));
            Words(builder, "name", Left - 10, top + 20, Short(point.Name), "end");
            builder.OpenElement(7, "rect");
            builder.AddAttribute(8, "class", $"bar bar-{(Chart.IsShares ? i % Colours : 0)}");
            builder.AddAttribute(9, "x", Number(Left));
            builder.AddAttribute(10, "y", Number(top + 4));
            builder.AddAttribute(11, "width", Number(length));
            builder.AddAttribute(12, "height", "22");
            builder.CloseElement();
            Words(builder, "value", Left + length + 8, top + 20, point.Share is null ? point.Shown : $"{point.Shown}（{point.Share}）", "start");
        }

        builder.CloseElement();
    }

    private static void Words(RenderTreeBuilder builder, string kind, int x, int y, string words, string anchor)
    {
        builder.OpenElement(20, "text");
        builder.AddAttribute(21, "class", kind);
        builder.AddAttribute(22, "x", Number(x));
        builder.AddAttribute(23, "y", Number(y));
        builder.AddAttribute(24, "text-anchor", anchor);
        builder.AddContent(25, words);
        builder.CloseElement();
    }

    private static string Short(string name) => name.Length <= Most ? name : name[..(Most - 1)] + "…";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
