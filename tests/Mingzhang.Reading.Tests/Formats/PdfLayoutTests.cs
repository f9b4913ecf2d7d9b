using System.Globalization;
using Mingzhang.Core.Sources;
using static Mingzhang.Reading.Tests.Formats.PdfMaker;

namespace Mingzhang.Reading.Tests.Formats;

/// <summary>Tables without lines, turned pages, charts, wrapped titles; and that no word is lost.</summary>
public sealed class PdfLayoutTests
{
    private static readonly string[][] Rows =
    [
        ["Code", "Caption", "Budget", "Final", "Rest"], ["201", "General services", "1,402.04", "391.75", ""], ["20131", "Offices and their", "402.04", "", "11.50"],
        ["", "related matters", "", "", ""], ["2013101", "Running", "2.04", "1.75", ""], ["2013102", "Other", "1,000.00", "390.00", ""],
    ];

    [PopplerFact]
    public void Columns_without_lines_are_rebuilt_and_wrapped_captions_joined()
    {
        string[] lines = [.. Loaded.Text("a.pdf", Pdf(Text(80, 760, "A heading") + Spaced(Rows, 700))).Lines];
        Assert.Equal(
            ["A heading", "Code\tCaption\tBudget\tFinal\tRest", "201\tGeneral services\t1,402.04\t391.75\t", "20131\tOffices and their related matters\t402.04\t\t11.50", "2013101\tRunning\t2.04\t1.75\t", "2013102\tOther\t1,000.00\t390.00\t"],
            lines);
    }

    [PopplerFact]
    public void A_table_without_lines_goes_on_over_the_page_without_its_repeated_head()
    {
        string[] lines = [.. Loaded.Text("a.pdf", Pdf(Spaced(Rows, 700), Spaced(Rows, 700).Replace("(20", "(21", StringComparison.Ordinal))).Lines];
        Assert.Single(lines, l => l.StartsWith("Code", StringComparison.Ordinal));
        Assert.Equal(9, lines.Length);
    }

    [PopplerFact]
    public void A_frame_without_lines_between_its_columns_is_a_table_without_lines()
    {
        string frame = Line(70, 720, 500, 720) + Line(70, 590, 500, 590) + Line(70, 720, 70, 590) + Line(500, 720, 500, 590) + Line(70, 690, 500, 690);
        Assert.Contains("2013101\tRunning\t2.04\t1.75\t", Loaded.Text("a.pdf", Pdf(frame + Spaced(Rows, 700))).Lines);
    }

    [PopplerTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Text_that_is_drawn_sideways_is_read_along_its_lines_and_keeps_its_place(bool upwards)
    {
        string content = string.Concat(Enumerable.Range(0, 4).SelectMany(i => new[] { Turned(i, 0, $"Code {i}"), Turned(i, 150, $"Amount of {i}") }));
        SourceText text = Loaded.Text("a.pdf", Pdf(content));
        Assert.Equal(["Code 0  Amount of 0", "Code 1  Amount of 1", "Code 2  Amount of 2", "Code 3  Amount of 3"], text.Lines.ToArray());
        PageBox box = text.PlacesOf(TextSpan.InLine(1, 0, 4))[0].Box;
        Assert.True(box.Bottom - box.Top > box.Right - box.Left);
        Assert.Equal(new PageSize(595, 842), text.PageSizes[0]);

        string Turned(int row, int along, string words) => upwards
            ? string.Create(CultureInfo.InvariantCulture, $"BT /F 10 Tf 0 1 -1 0 {100 + (20 * row)} {100 + along} Tm ({words}) Tj ET\n")
            : string.Create(CultureInfo.InvariantCulture, $"BT /F 10 Tf 0 -1 1 0 {400 - (20 * row)} {700 - along} Tm ({words}) Tj ET\n");
    }

    [PopplerFact]
    public void A_cell_that_two_pages_draw_whole_is_read_once()
    {
        string[] duties = [.. Enumerable.Range(1, 6).Select(n => $"{n} duty number {n} of the office")];
        string first = Text(72, 700, "Duties of the office:") + Drawn(110), second = Drawn(837) + Text(72, 500, "The staff of the office") + Text(72, 460, duties[5]);
        string[] lines = [.. Loaded.Text("a.pdf", Pdf(first, second)).Lines];
        Assert.Equal(["Duties of the office:", .. duties, "The staff of the office", duties[5]], lines);

        string Drawn(int top) => string.Concat(duties.Select((d, i) => Text(72, top - (20 * i), d)));
    }

    [PopplerFact]
    public void What_a_page_really_says_again_is_read_again()
    {
        string[] duties = [.. Enumerable.Range(1, 4).Select(n => $"{n} duty number {n} of the office")];
        string[] lines = [.. Loaded.Text("a.pdf", Pdf(Drawn(160), Drawn(760))).Lines];
        Assert.Equal([.. duties, .. duties], lines);

        string Drawn(int top) => string.Concat(duties.Select((d, i) => Text(72, top - (20 * i), d)));
    }

    [PopplerFact]
    public void Labels_of_a_drawn_chart_are_left_out_and_the_text_beside_it_stays()
    {
        const string pie = "100 500 m 180 560 200 520 220 500 c f 100 500 m 150 420 200 440 220 500 c f 100 500 m 120 560 180 560 220 500 c f\n";
        string label = "BT /F 6 Tf 110 480 Td (Share 13.48%) Tj ET\n";
        string[] lines = [.. Loaded.Text("a.pdf", Pdf(Text(72, 700, "Text above of the chart") + pie + label + Text(72, 300, "Text below of the chart"))).Lines];
        Assert.Equal(["Text above of the chart", "Text below of the chart"], lines);
    }

    [PopplerTheory]
    [InlineData("14")]
    [InlineData("- 14 -")]
    [InlineData("14 / 20")]
    public void Page_numbers_are_left_out(string number)
    {
        string[] pages = [.. Enumerable.Range(1, 3).Select(i => Text(72, 700, $"Sentence {i}.") + Text(290, 30, number.Replace("14", (13 + i).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))];
        Assert.Equal(["Sentence 1.", "Sentence 2.", "Sentence 3."], Loaded.Lines("a.pdf", Pdf(pages)));
    }

    [PopplerFact]
    public void Every_word_of_a_page_stands_once_in_the_text()
    {
        var random = new Random(7);
        var words = new List<string>();
        var content = new System.Text.StringBuilder(Table(100, 700, [100, 100, 100], 6));
        for (int i = 0; i < 240; i++)
        {
            string word = string.Create(CultureInfo.InvariantCulture, $"w{i}x");
            words.Add(word);
            content.Append(Text(40 + (random.Next(10) * 52), 780 - (random.Next(45) * 15), word));
        }

        string[] read = [.. Loaded.Text("a.pdf", Pdf(content.ToString())).Lines.SelectMany(l => System.Text.RegularExpressions.Regex.Matches(l, @"w\d+x").Select(m => m.Value))];
        Assert.Equal(words.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    private static string Spaced(string[][] rows, int top)
    {
        int[] lefts = [80, 140, 260, 340, 420];
        var page = new System.Text.StringBuilder();
        for (int row = 0; row < rows.Length; row++)
        {
            // The fourth line is the rest of the third row's caption.
            int y = row == 3 ? top - 47 : top - (18 * row);
            for (int i = 0; i < lefts.Length; i++)
            {
                if (rows[row][i].Length > 0) page.Append(Text(lefts[i] + (i > 1 ? 40 - (5 * rows[row][i].Length) : 0), y, rows[row][i]));
            }
        }

        return page.ToString();
    }
}
