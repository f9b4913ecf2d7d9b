using Mingzhang.Core.Sources;
using static Mingzhang.Reading.Tests.Formats.PdfMaker;

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
    public void Words_know_their_page_and_place_and_blank_pages_count()
    {
        SourceText text = Read(Pdf(Text(72, 700, "First"), "", Table(100, 700, [100, 100], 1) + Text(105, 686, "Code") + Text(205, 686, "12.50")));
        Assert.Equal(["First", "Code\t12.50"], text.Lines.ToArray());
        Assert.Equal([1, 2, 2], text.PageStarts.ToArray());
        Assert.Equal((1, 3), (text.PageOf(1), text.PageOf(2)));
        Assert.Equal(new PageSize(595, 842), Assert.Single(text.PageSizes.Distinct()));
        PagePlace place = Assert.Single(text.PlacesOf(TextSpan.InLine(2, 5, 5)));
        Assert.Equal(3, place.Page);
        Assert.InRange(place.Box.Left, 204, 206);
        Assert.InRange(place.Box.Right, 225, 235);
        Assert.InRange(place.Box.Top, 140, 152);
        Assert.InRange(place.Box.Bottom, 156, 162);
        Assert.Equal(1, text.ConfidenceOf(TextSpan.InLine(2, 5, 5)));
    }

    [PopplerFact]
    public void A_sentence_that_goes_on_over_the_page_has_both_places_and_belongs_to_the_first()
    {
        string full = string.Concat(Enumerable.Repeat("abcdefgh ", 9)).Trim();
        string body = string.Concat(Enumerable.Range(0, 38).Select(i => Text(72, 760 - (15 * i), full)));
        SourceText text = Read(Pdf(body + Text(72, 190, full), Text(72, 780, full) + Text(72, 765, "end.") + Text(96, 700, "Next.")));
        Assert.Equal(2, text.Lines.Length);
        Assert.Equal([1, 2], text.PageStarts.ToArray());
        int end = text.Lines[0].Length;
        Assert.Equal([1, 2, 2], text.PlacesOf(TextSpan.InLine(1, end - (2 * full.Length) - 6, (2 * full.Length) + 6)).Select(p => p.Page));
        // Part of a word has part of its box.
        Assert.True(text.PlacesOf(TextSpan.InLine(2, 0, 2))[0].Box.Right < text.PlacesOf(TextSpan.InLine(2, 0, 4))[0].Box.Right);
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
}
