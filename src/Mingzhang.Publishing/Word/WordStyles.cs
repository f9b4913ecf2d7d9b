using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mingzhang.Publishing.Word;

/// <summary>The styles of the document: sizes, lines and indents of official documents (GB/T 9704).</summary>
internal static class WordStyles
{
    public const string Cover = "Cover", CoverLine = "CoverLine", ContentsTitle = "ContentsTitle", Heading = "Heading", FormTitle = "FormTitle", Contents = "TOC",
        Number = "FormNumber", Department = "FormDepartment", Note = "FormNote", Caption = "Caption", Picture = "Picture",
        TableHead = "TableHead", TableText = "TableText", TableMark = "TableMark", TableFigure = "TableFigure", Footer = "Footer", Table = "TableGrid";

    /// <summary>Space at both sides of a table's cell, and what a level of the hierarchy is indented, in twentieths of a point.</summary>
    public const int CellMargin = 60, CellIndent = 120;

    /// <summary>Sizes of titles in half points.</summary>
    public const int CoverSize = 52, HeadingSize = 32, FormTitleSize = 36;

    private const string BodyLine = "576";

    /// <summary>Fills the style part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="contents">How the contents are set.</param>
    public static void Write(StyleDefinitionsPart part, ContentsSize contents)
    {
        Styles styles = new(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(WordFonts.Of(WordFonts.Text), new FontSize { Val = "32" }, new FontSizeComplexScript { Val = "32" }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
                new ParagraphPropertiesDefault()));
        styles.Append(
            Paragraph("Normal", "Normal", null, new StyleParagraphProperties(
                new WidowControl(), new SpacingBetweenLines { Line = BodyLine, LineRule = LineSpacingRuleValues.Exact }, new Indentation { FirstLine = "640", FirstLineChars = 200 }, new Justification { Val = JustificationValues.Both }), null, isDefault: true),
            Paragraph(Cover, "Cover", "Normal", Centred("1200", before: "600"), Run(WordFonts.Title, Digits(CoverSize))),
            Paragraph(CoverLine, "CoverLine", "Normal", Centred("700"), Run(WordFonts.Text, "36")),
            Paragraph(ContentsTitle, "ContentsTitle", "Normal", Centred("700", after: "200", breakBefore: true), Run(WordFonts.Title, "44")),
            HeadingStyle(1, WordFonts.Black, Digits(HeadingSize), centred: true),
            HeadingStyle(2, WordFonts.Script, "32", centred: false),
            HeadingStyle(3, WordFonts.Text, "32", centred: false, bold: true),
            Paragraph(FormTitle, "FormTitle", "Normal", new StyleParagraphProperties(
                new KeepNext(), new SpacingBetweenLines { Line = "560", LineRule = LineSpacingRuleValues.Exact }, NoIndent(), new Justification { Val = JustificationValues.Center }, new OutlineLevel { Val = 1 }), Run(WordFonts.Title, Digits(FormTitleSize))),
            Paragraph(Number, "FormNumber", "Normal", Small(JustificationValues.Right, keepNext: true), Run(WordFonts.Table, "21")),
            Paragraph(Department, "FormDepartment", "Normal", Small(JustificationValues.Left, keepNext: true), Run(WordFonts.Table, "21")),
            Paragraph(Note, "FormNote", "Normal", Cell(JustificationValues.Left, "260"), Run(WordFonts.Table, "18")),
            Paragraph(Caption, "caption", "Normal", Small(JustificationValues.Center), Run(WordFonts.Black, "24")),
            Paragraph(Picture, "Picture", "Normal", new StyleParagraphProperties(
                new KeepNext(), new SpacingBetweenLines { Before = "120", Line = "240", LineRule = LineSpacingRuleValues.Auto }, NoIndent(), new Justification { Val = JustificationValues.Center }), null),
            Paragraph(TableText, "TableText", "Normal", Cell(JustificationValues.Left), Run(WordFonts.Table, "18")),
            Paragraph(TableMark, "TableMark", "TableText", Cell(JustificationValues.Center), null),
            Paragraph(TableFigure, "TableFigure", "TableText", Cell(JustificationValues.Right), null),
            Paragraph(TableHead, "TableHead", "TableText", Cell(JustificationValues.Center), Run(WordFonts.Black, "18")),
            ContentsStyle(1, WordFonts.Black, contents),
            ContentsStyle(2, WordFonts.Text, contents),
            Paragraph(Footer, "footer", "Normal", Small(JustificationValues.Center), Run(WordFonts.Table, "28")),
            new Style(new StyleName { Val = "Normal Table" }, new StyleTableProperties(new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa }, new TableCellMarginDefault(
                new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = CellMargin, Type = TableWidthValues.Dxa }, new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = CellMargin, Type = TableWidthValues.Dxa }))) { Type = StyleValues.Table, StyleId = "TableNormal", Default = true },
            new Style(new StyleName { Val = "Table Grid" }, new BasedOn { Val = "TableNormal" }, new StyleTableProperties(new TableBorders(
                Line(new TopBorder()), Line(new LeftBorder()), Line(new BottomBorder()), Line(new RightBorder()), Line(new InsideHorizontalBorder()), Line(new InsideVerticalBorder())))) { Type = StyleValues.Table, StyleId = Table });
        foreach (TableSize size in TableSize.All.Where(s => s.Style.Length > 0))
        {
            styles.Append(
                Paragraph(TableText + size.Style, TableText + size.Style, "TableText", Cell(JustificationValues.Left, Digits(size.Line)), Run(WordFonts.Table, Digits(size.HalfPoints))),
                Paragraph(TableMark + size.Style, TableMark + size.Style, "TableText", Cell(JustificationValues.Center, Digits(size.Line)), Run(WordFonts.Table, Digits(size.HalfPoints))),
                Paragraph(TableFigure + size.Style, TableFigure + size.Style, "TableText", Cell(JustificationValues.Right, Digits(size.Line)), Run(WordFonts.Table, Digits(size.HalfPoints))),
                Paragraph(TableHead + size.Style, TableHead + size.Style, "TableText", Cell(JustificationValues.Center, Digits(size.Line)), Run(WordFonts.Black, Digits(size.HalfPoints))));
        }

        part.Styles = styles;
    }

    private static Style Paragraph(string id, string name, string? basedOn, StyleParagraphProperties paragraph, StyleRunProperties? run, bool isDefault = false)
    {
        Style style = new(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault) style.Default = true;
        else style.CustomStyle = !name.StartsWith("heading", StringComparison.Ordinal) && !name.StartsWith("toc", StringComparison.Ordinal) && name is not ("caption" or "footer");
        if (basedOn is not null) style.Append(new BasedOn { Val = basedOn });
        style.Append(new PrimaryStyle(), paragraph);
        if (run is not null) style.Append(run);
        return style;
    }

    private static Style HeadingStyle(int level, string font, string size, bool centred, bool bold = false)
    {
        StyleParagraphProperties paragraph = new(new KeepNext(), new KeepLines());
        if (level == 1) paragraph.Append(new PageBreakBefore());
        paragraph.Append(new SpacingBetweenLines { Before = level == 1 ? "0" : "60", After = level == 1 ? "240" : "0", Line = BodyLine, LineRule = LineSpacingRuleValues.Exact });
        if (centred) paragraph.Append(NoIndent(), new Justification { Val = JustificationValues.Center });
        else paragraph.Append(new Justification { Val = JustificationValues.Left });
        paragraph.Append(new OutlineLevel { Val = level - 1 });
        StyleRunProperties run = new(WordFonts.Of(font));
        if (bold) run.Append(new Bold());
        run.Append(new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
        return Paragraph(Heading + level, "heading " + level, "Normal", paragraph, run);
    }

    private static Style ContentsStyle(int level, string font, ContentsSize contents) => Paragraph(Contents + level, "toc " + level, "Normal", new StyleParagraphProperties(
        new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = 8844 }),
        new SpacingBetweenLines { Line = Digits(contents.Line), LineRule = LineSpacingRuleValues.Exact }, new Indentation { Left = Digits(ContentsSize.Left(level)), Right = Digits(ContentsSize.Right), FirstLine = "0", FirstLineChars = 0 }, new Justification { Val = JustificationValues.Left }), Run(font, Digits(contents.HalfPoints)));

    private static StyleParagraphProperties Centred(string line, string before = "0", string after = "0", bool breakBefore = false)
    {
        StyleParagraphProperties paragraph = new();
        if (breakBefore) paragraph.Append(new PageBreakBefore());
        paragraph.Append(new SpacingBetweenLines { Before = before, After = after, Line = line, LineRule = LineSpacingRuleValues.AtLeast }, NoIndent(), new Justification { Val = JustificationValues.Center });
        return paragraph;
    }

    private static StyleParagraphProperties Small(JustificationValues side, bool keepNext = false)
    {
        StyleParagraphProperties paragraph = new();
        if (keepNext) paragraph.Append(new KeepNext());
        paragraph.Append(new SpacingBetweenLines { Before = "20", After = "20", Line = "270", LineRule = LineSpacingRuleValues.AtLeast }, NoIndent(), new Justification { Val = side });
        return paragraph;
    }

    private static StyleParagraphProperties Cell(JustificationValues side, string line = "230") =>
        new(new SpacingBetweenLines { Before = "0", After = "0", Line = line, LineRule = LineSpacingRuleValues.Exact }, NoIndent(), new Justification { Val = side });

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Indentation NoIndent() => new() { FirstLine = "0", FirstLineChars = 0 };

    private static StyleRunProperties Run(string font, string size) => new(WordFonts.Of(font), new FontSize { Val = size }, new FontSizeComplexScript { Val = size });

    private static T Line<T>(T border)
        where T : BorderType
    {
        border.Val = BorderValues.Single;
        border.Size = 4;
        border.Space = 0;
        border.Color = "auto";
        return border;
    }
}
