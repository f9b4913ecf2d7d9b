using System.Globalization;
using Mingzhang.Publishing.Documents;
using Mingzhang.Publishing.Html;

namespace Mingzhang.Publishing.Web;

/// <summary>A chart as inline SVG bars, with title, description and every figure written beside its bar.</summary>
internal static class WebChart
{
    private const int Width = 500, Row = 46, Left = 170, Bar = 190;

    /// <summary>Writes a chart with its caption.</summary>
    public static void Write(HtmlWriter html, ChartBlock block)
    {
        Chart chart = block.Chart;
        int height = (chart.Points.Length * Row) + 16;
        string title = $"chart-{block.Number}-title", description = $"chart-{block.Number}-description";
        html.Start("figure", ("id", $"chart-{block.Number}"));
        html.Start("svg", ("viewBox", $"0 0 {Width} {height}"), ("role", "img"), ("aria-labelledby", $"{title} {description}"));
        html.Element("title", chart.Title, ("id", title));
        html.Element("desc", chart.Description, ("id", description));
        decimal most = Math.Max(chart.Points.Max(p => p.Figure.Value), 0.01m);
        for (int i = 0; i < chart.Points.Length; i++)
        {
            ChartPoint point = chart.Points[i];
            int top = 8 + (i * Row);
            int length = (int)decimal.Round(Bar * Math.Max(point.Figure.Value, 0) / most);
            Label(html, point.Name, top);
            html.Start("rect", ("x", Number(Left)), ("y", Number(top + 6)), ("width", Number(Math.Max(length, 1))), ("height", "24"), ("fill", "#" + ChartColors.Of(chart.Kind == ChartKind.Columns ? 0 : i)));
            html.End("rect");
            html.Element("text", chart.Kind == ChartKind.Shares ? $"{point.Figure}（{chart.Share(point)}）" : point.Figure.ToString(), ("x", Number(Left + length + 8)), ("y", Number(top + 23)));
        }

        html.Start("line", ("class", "axis"), ("x1", Number(Left)), ("y1", "4"), ("x2", Number(Left)), ("y2", Number(height - 6)));
        html.End("line");
        html.End("svg");
        html.Element("figcaption", block.Caption);
        Figures(html, chart);
        html.Raw("</figure>\n");
    }

    /// <summary>The figures as a table, for those who want them one by one.</summary>
    private static void Figures(HtmlWriter html, Chart chart)
    {
        html.Start("details");
        html.Element("summary", "图中数据");
        html.Start("table");
        html.Element("caption", chart.Title);
        html.Start("tr");
        html.Element("th", "项目", ("scope", "col"));
        html.Element("th", chart.Unit, ("scope", "col"));
        html.End("tr");
        foreach (ChartPoint point in chart.Points)
        {
            html.Start("tr");
            html.Element("th", point.Name, ("scope", "row"));
            html.Element("td", chart.Kind == ChartKind.Shares ? $"{point.Figure}（{chart.Share(point)}）" : point.Figure.ToString(), ("class", "figure"));
            html.End("tr");
        }

        html.End("table");
        html.End("details");
    }

    /// <summary>The name beside a bar, in two lines where it is long.</summary>
    private static void Label(HtmlWriter html, string name, int top)
    {
        const int Most = 10;
        string[] lines = name.Length <= Most ? [name] : [name[..Most], name.Length <= 2 * Most ? name[Most..] : name[Most..((2 * Most) - 1)] + "…"];
        for (int i = 0; i < lines.Length; i++)
            html.Element("text", lines[i], ("x", Number(Left - 8)), ("y", Number(top + (lines.Length == 1 ? 23 : 15 + (i * 17)))), ("text-anchor", "end"));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
