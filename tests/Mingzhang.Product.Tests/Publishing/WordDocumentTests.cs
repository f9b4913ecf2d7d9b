using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Product.Tests.Building;
using Mingzhang.Publishing.Word;

namespace Mingzhang.Product.Tests.Publishing;

public sealed class WordDocumentTests
{
    private static readonly byte[] Document = BuiltDisclosure.Bytes(s => DocxDocument.Write(BuiltDisclosure.FromBook, s));

    [Fact]
    public void It_is_a_valid_Word_document() => AssertValid(Document);

    [Fact]
    public void Hostile_text_stays_text() => AssertValid(BuiltDisclosure.Bytes(s => DocxDocument.Write(BuiltDisclosure.WithHostileText, s)));

    [CorpusFact]
    public void Every_published_document_gives_a_valid_one()
    {
        foreach (string path in Corpus.FinalAccounts)
        {
            Disclosure disclosure = Pipeline.Disclosure(Path.GetFileName(path), File.ReadAllText(path));
            AssertValid(BuiltDisclosure.Bytes(s => DocxDocument.Write(disclosure, s)));
        }
    }

    [Fact]
    public void The_same_disclosure_gives_the_same_bytes() =>
        Assert.Equal(Document, BuiltDisclosure.Bytes(s => DocxDocument.Write(BuiltDisclosure.FromBook, s)));

    [Fact]
    public void Pages_have_the_prescribed_size_and_margins_and_wide_forms_lie_across()
    {
        using WordprocessingDocument document = Open(Document);
        SectionProperties[] sections = [.. document.MainDocumentPart!.Document.Descendants<SectionProperties>()];
        Assert.Equal([false, true, false, true, false, true, false], sections.Select(s => s.GetFirstChild<PageSize>()!.Orient?.Value == PageOrientationValues.Landscape));
        Assert.All(sections, s => Assert.Equal(
            [11906u, 16838u],
            new[] { s.GetFirstChild<PageSize>()!.Width!.Value, s.GetFirstChild<PageSize>()!.Height!.Value }.Order()));
        PageMargin upright = sections[0].GetFirstChild<PageMargin>()!;
        Assert.Equal((2098, 1984, 1587u, 1474u), (upright.Top!.Value, upright.Bottom!.Value, upright.Left!.Value, upright.Right!.Value));
    }

    [Fact]
    public void Heads_of_forms_are_repeated_and_no_row_splits()
    {
        using WordprocessingDocument document = Open(Document);
        Table[] tables = [.. document.MainDocumentPart!.Document.Body!.Elements<Table>()];
        Assert.All(tables.Take(9), t => Assert.NotEmpty(t.Descendants<TableHeader>()));
        Assert.All(tables.SelectMany(t => t.Elements<TableRow>()), r => Assert.NotNull(r.TableRowProperties!.GetFirstChild<CantSplit>()));
        Assert.All(tables, t => Assert.NotEmpty(t.Descendants<TableCaption>()));
    }

    [Fact]
    public void Figures_stand_as_printed_and_on_the_right()
    {
        using WordprocessingDocument document = Open(Document);
        string[] printed = [.. document.MainDocumentPart!.Document.Descendants<Paragraph>()
            .Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value?.StartsWith("TableFigure", StringComparison.Ordinal) == true && p.InnerText.Length > 0)
            .Select(p => p.InnerText).Order(StringComparer.Ordinal)];
        Assert.Equal(BuiltDisclosure.FromBook.Statements.SelectMany(s => s.Rows.SelectMany(r => r.Cells.Select(c => c.Figure!.Value.ToString()))).Order(StringComparer.Ordinal), printed);
    }

    [Fact]
    public void Charts_are_native_with_their_figures_inside()
    {
        using WordprocessingDocument document = Open(Document);
        ChartPart[] charts = [.. document.MainDocumentPart!.ChartParts];
        Assert.Equal(4, charts.Length);
        foreach (ChartPart chart in charts)
        {
            using SpreadsheetDocument workbook = SpreadsheetDocument.Open(chart.EmbeddedPackagePart!.GetStream(), false);
            Assert.NotEmpty(workbook.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellValue>());
        }

        Assert.All(document.MainDocumentPart.Document.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>(), p => Assert.NotEmpty(p.Description!.Value!));
    }

    [Fact]
    public void A_structure_of_a_single_kind_has_no_chart()
    {
        using WordprocessingDocument document = Open(BuiltDisclosure.Bytes(s => DocxDocument.Write(ExampleBook.Compose("jingkai-2023"), s)));
        string[] captions = [.. document.MainDocumentPart!.Document.Descendants<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Caption").Select(p => p.InnerText)];
        Assert.Equal(3, captions.Length);
        Assert.DoesNotContain(captions, c => c.Contains("收入决算结构", StringComparison.Ordinal));
        Assert.All(captions, (c, i) => Assert.StartsWith($"图{i + 1} ", c, StringComparison.Ordinal));
    }

    [Fact]
    public void A_title_of_two_lines_is_narrowed_alike_on_both_sides_and_keeps_its_text()
    {
        Disclosure disclosure = ExampleBook.Compose("jingkai-2023");
        using WordprocessingDocument document = Open(BuiltDisclosure.Bytes(s => DocxDocument.Write(disclosure, s)));
        Paragraph title = document.MainDocumentPart!.Document.Descendants<Paragraph>().First(p => p.InnerText == disclosure.Unit);
        Indentation indent = title.ParagraphProperties!.Indentation!;
        Assert.Equal(indent.Left!.Value, indent.Right!.Value);
    }

    [Fact]
    public void Properties_name_title_and_department_and_no_date()
    {
        using WordprocessingDocument document = Open(Document);
        Assert.Equal(BuiltDisclosure.FromBook.Unit, document.PackageProperties.Creator);
        Assert.Contains("2023年度部门决算", document.PackageProperties.Title, StringComparison.Ordinal);
        Assert.Null(document.PackageProperties.Created);
    }

    [Fact]
    public void A_line_of_the_contents_links_to_its_heading()
    {
        using WordprocessingDocument document = Open(Document);
        string[] bookmarks = [.. document.MainDocumentPart!.Document.Descendants<BookmarkStart>().Select(b => b.Name!.Value!)];
        Hyperlink[] links = [.. document.MainDocumentPart.Document.Descendants<Hyperlink>()];
        Assert.Equal(BuiltDisclosure.FromBook.Contents.Length, links.Length);
        Assert.All(links, l => Assert.Contains(l.Anchor!.Value, bookmarks));
        Assert.Equal(bookmarks.Distinct(), bookmarks);
    }

    private static void AssertValid(byte[] bytes)
    {
        using WordprocessingDocument document = Open(bytes);
        Assert.Equal([], new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
    }

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), false);
}
