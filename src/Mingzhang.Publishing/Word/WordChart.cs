using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Mingzhang.Publishing.Documents;
using Mingzhang.Publishing.Excel;
using Mingzhang.Publishing.Packages;

namespace Mingzhang.Publishing.Word;

/// <summary>Charts as Office draws them itself, each with its figures in a workbook inside, so that they can be edited.</summary>
internal sealed class WordChart(MainDocumentPart main)
{
    private const long Width = 5_040_000, Height = 2_700_000;
    private const string WorkbookId = "rId1";

    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace P = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

    /// <summary>A chart in the line.</summary>
    public Drawing Of(ChartBlock block)
    {
        string id = "rIdChart" + block.Number.ToString(CultureInfo.InvariantCulture);
        ChartPart part = main.AddNewPart<ChartPart>(id);
        using (var workbook = new MemoryStream())
        {
            ChartWorkbook.Write(block.Chart, workbook);
            workbook.Position = 0;
            EmbeddedPackagePart embedded = part.AddEmbeddedPackagePart("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", WorkbookId);
            embedded.FeedData(workbook);
        }

        using (Stream stream = part.GetStream(FileMode.Create, FileAccess.Write)) new XDocument(Space(block.Chart)).Save(stream, SaveOptions.DisableFormatting);
        return new Drawing(Inline(block, id).ToString(SaveOptions.DisableFormatting));
    }

    private static XElement Inline(ChartBlock block, string id) => new(
        XName.Get("drawing", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        new XElement(
            P + "inline",
            new XElement(P + "extent", new XAttribute("cx", Width), new XAttribute("cy", Height)),
            new XElement(P + "docPr", new XAttribute("id", block.Number), new XAttribute("name", $"图{block.Number}"), new XAttribute("descr", XmlText.Clean(block.Chart.Description))),
            new XElement(A + "graphic", new XElement(
                A + "graphicData",
                new XAttribute("uri", C.NamespaceName),
                new XElement(C + "chart", new XAttribute(R + "id", id))))));

    private static XElement Space(Chart chart) => new(
        C + "chartSpace",
        new XAttribute(XNamespace.Xmlns + "c", C),
        new XAttribute(XNamespace.Xmlns + "a", A),
        new XAttribute(XNamespace.Xmlns + "r", R),
        Value("roundedCorners", 0),
        new XElement(
            C + "chart",
            Value("autoTitleDeleted", 1),
            new XElement(C + "plotArea", new XElement(C + "layout"), chart.Kind == ChartKind.Columns ? Columns(chart) : Pie(chart)),
            chart.Kind == ChartKind.Shares ? new XElement(C + "legend", Value("legendPos", "r"), Value("overlay", 0)) : null,
            Value("plotVisOnly", 1),
            Value("dispBlanksAs", "gap")),
        new XElement(C + "spPr", new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))),
        new XElement(C + "txPr", new XElement(A + "bodyPr"), new XElement(A + "p", new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", 1000))), new XElement(A + "endParaRPr", new XAttribute("lang", "zh-CN")))),
        new XElement(C + "externalData", new XAttribute(R + "id", WorkbookId), Value("autoUpdate", 0)));

    private static object[] Columns(Chart chart) =>
    [
        new XElement(
            C + "barChart",
            Value("barDir", "col"),
            Value("grouping", "clustered"),
            Value("varyColors", 0),
            Series(chart, points: [], showPercent: false),
            Value("gapWidth", 200),
            Value("axId", 1),
            Value("axId", 2)),
        new XElement(
            C + "catAx", Value("axId", 1), new XElement(C + "scaling", Value("orientation", "minMax")), Value("delete", 0), Value("axPos", "b"),
            Value("majorTickMark", "none"), Value("minorTickMark", "none"), Value("tickLblPos", "nextTo"), Value("crossAx", 2), Value("crosses", "autoZero")),
        new XElement(
            C + "valAx", Value("axId", 2), new XElement(C + "scaling", Value("orientation", "minMax"), Value("min", 0)), Value("delete", 0), Value("axPos", "l"),
            new XElement(C + "majorGridlines", new XElement(C + "spPr", new XElement(A + "ln", Fill("D9D9D9")))),
            new XElement(C + "numFmt", new XAttribute("formatCode", "0"), new XAttribute("sourceLinked", 0)),
            Value("majorTickMark", "none"), Value("minorTickMark", "none"), Value("tickLblPos", "nextTo"), Value("crossAx", 1), Value("crosses", "autoZero")),
    ];

    private static XElement Pie(Chart chart) => new(
        C + "pieChart",
        Value("varyColors", 1),
        Series(chart, [.. chart.Points.Select((_, i) => new XElement(C + "dPt", Value("idx", i), new XElement(C + "spPr", Fill(ChartColors.Of(i)))))], showPercent: true),
        Value("firstSliceAng", 0));

    private static XElement Series(Chart chart, XElement[] points, bool showPercent)
    {
        int count = chart.Points.Length;
        return new XElement(
            C + "ser",
            Value("idx", 0),
            Value("order", 0),
            new XElement(C + "tx", Texts("Sheet1!$B$1", [chart.Unit])),
            new XElement(C + "spPr", Fill(ChartColors.Of(0))),
            showPercent ? null : Value("invertIfNegative", 0),
            points,
            new XElement(
                C + "dLbls",
                showPercent ? chart.Points.Select((p, i) => (p, i)).Where(x => IsThin(chart, x.p)).Select(x => new XElement(C + "dLbl", Value("idx", x.i), Value("delete", 1))) : null,
                new XElement(C + "numFmt", new XAttribute("formatCode", showPercent ? "0.0%" : "0.00"), new XAttribute("sourceLinked", 0)),
                Value("dLblPos", "outEnd"), Value("showLegendKey", 0), Value("showVal", showPercent ? 0 : 1), Value("showCatName", 0), Value("showSerName", 0), Value("showPercent", showPercent ? 1 : 0), Value("showBubbleSize", 0)),
            new XElement(C + "cat", Texts($"Sheet1!$A$2:$A${count + 1}", [.. chart.Points.Select(chart.Label)])),
            new XElement(C + "val", new XElement(
                C + "numRef",
                new XElement(C + "f", $"Sheet1!$B$2:$B${count + 1}"),
                new XElement(C + "numCache", new XElement(C + "formatCode", "0.00"), Value("ptCount", count), chart.Points.Select((p, i) => Point(i, p.Figure.ToString()))))));
    }

    /// <summary>A slice so thin that its label would lie over its neighbour's.</summary>
    private static bool IsThin(Chart chart, ChartPoint point) => point.Figure.Value * 100 < chart.Points.Sum(p => p.Figure.Value);

    private static XElement Texts(string range, string[] texts) => new(
        C + "strRef",
        new XElement(C + "f", range),
        new XElement(C + "strCache", Value("ptCount", texts.Length), texts.Select((t, i) => Point(i, XmlText.Clean(t)))));

    private static XElement Point(int index, string value) => new(C + "pt", new XAttribute("idx", index), new XElement(C + "v", value));

    private static XElement Fill(string color) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", color)));

    private static XElement Value(string name, object value) => new(C + name, new XAttribute("val", value));
}
