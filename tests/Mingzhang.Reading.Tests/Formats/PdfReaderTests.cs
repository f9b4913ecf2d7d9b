using System.Globalization;
using System.Text;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Tests.Formats;

public sealed class PdfReaderTests
{
    [PopplerFact]
    public void Ruled_tables_keep_their_columns_under_merged_cells()
    {
        // Columns at 100, 200, 300, 400; the first row's last two cells are one.
        string lines = Table(100, 700, [100, 100, 100], 3).Replace(Line(300, 700, 300, 680), "", StringComparison.Ordinal);
        string page = lines + Text(105, 686, "Code") + Text(230, 686, "Amounts") + Text(105, 666, "201") + Text(205, 666, "12.50") + Text(105, 646, "20101") + Text(305, 646, "7.00");
        Assert.Equal(["Code\tAmounts\t", "201\t12.50\t", "20101\t\t7.00"], Lines(Pdf(page)));
    }

    [PopplerFact]
    public void A_table_goes_on_over_pages_without_its_head_and_page_numbers_are_left_out()
    {
        string head = Table(100, 700, [100, 100], 2) + Text(105, 686, "Code") + Text(205, 686, "Amount");
        SourceText text = Read(Pdf(head + Text(105, 666, "201") + Text(205, 666, "1.00") + Text(300, 30, "- 1 -"), head + Text(105, 666, "202") + Text(205, 666, "2.00") + Text(300, 30, "- 2 -")));
        Assert.Equal(["Code\tAmount", "201\t1.00", "202\t2.00"], text.Lines.ToArray());
        Assert.Equal([1, 3], text.PageStarts.ToArray());
    }

    [PopplerFact]
    public void Lines_that_reach_the_margin_are_one_paragraph()
    {
        string full = string.Concat(Enumerable.Repeat("abcdefgh ", 9)).Trim();
        SourceText text = Read(Pdf(Text(72, 700, full) + Text(72, 685, full) + Text(72, 670, "end.") + Text(96, 655, "Next")));
        Assert.Equal([$"{full} {full} end.", "Next"], text.Lines.ToArray());
    }

    [PopplerFact]
    public void Pages_without_text_are_named() => Assert.Equal(ReadProblemKind.NoText, Loaded.Problem("s.pdf", Pdf("0 0 m 10 10 l S")).Kind);

    [PopplerFact]
    public void A_broken_file_is_named()
    {
        ReadProblem problem = Loaded.Problem("b.pdf", "%PDF-1.7 nothing else"u8.ToArray());
        Assert.Equal(ReadProblemKind.Damaged, problem.Kind);
    }

    [PopplerFact]
    public void Extraction_that_takes_too_long_is_stopped()
    {
        string page = string.Concat(Enumerable.Range(0, 60_000).Select(i => Text(i % 500, i % 700, "word word")));
        ReadProblem problem = Loaded.Problem("l.pdf", Pdf(page), new ReadingOptions { ExtractionTime = TimeSpan.FromMilliseconds(20) });
        Assert.Equal(ReadProblemKind.Extraction, problem.Kind);
    }

    private static string[] Lines(byte[] pdf) => [.. Read(pdf).Lines];

    private static SourceText Read(byte[] pdf) => Loaded.Text("a.pdf", pdf);

    private static string Line(int x1, int y1, int x2, int y2) => string.Create(CultureInfo.InvariantCulture, $"{x1} {y1} m {x2} {y2} l S\n");

    private static string Text(int x, int y, string text) => string.Create(CultureInfo.InvariantCulture, $"BT /F 10 Tf {x} {y} Td ({text}) Tj ET\n");

    /// <summary>The lines of a table cell by cell, rows 20 high.</summary>
    private static string Table(int left, int top, int[] widths, int rows)
    {
        var lines = new StringBuilder();
        for (int row = 0; row <= rows; row++) lines.Append(Line(left, top - (row * 20), left + widths.Sum(), top - (row * 20)));
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0, x = left; column <= widths.Length; x += column < widths.Length ? widths[column] : 0, column++)
                lines.Append(Line(x, top - (row * 20), x, top - (row * 20) - 20));
        }

        return lines.ToString();
    }

    private static byte[] Pdf(params string[] pages)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        string kids = string.Join(' ', pages.Select((_, i) => $"{10 + (2 * i)} 0 R"));
        pdf.Append("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
        pdf.Append(CultureInfo.InvariantCulture, $"2 0 obj <</Type/Pages/Count {pages.Length}/Kids[{kids}]/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>>> endobj\n");
        pdf.Append("3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n");
        for (int i = 0; i < pages.Length; i++)
        {
            pdf.Append(CultureInfo.InvariantCulture, $"{10 + (2 * i)} 0 obj <</Type/Page/Parent 2 0 R/Contents {11 + (2 * i)} 0 R>> endobj\n");
            pdf.Append(CultureInfo.InvariantCulture, $"{11 + (2 * i)} 0 obj <</Length {pages[i].Length}>> stream\n{pages[i]}\nendstream endobj\n");
        }

        return Encoding.Latin1.GetBytes(pdf.Append("trailer <</Root 1 0 R>>\n%%EOF\n").ToString());
    }
}
