using System.Globalization;
using System.Text;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Formats.Pdf.Extraction;
using Mingzhang.Reading.Sources;
using static Mingzhang.Reading.Tests.Formats.PdfMaker;

namespace Mingzhang.Reading.Tests.Formats;

/// <summary>The pages of a longer file are extracted in parts side by side: the words are those of the file as a whole.</summary>
public sealed class PdfPartsTests
{
    private static readonly string[] Pages = [.. Enumerable.Range(1, 41).Select(Page)];

    [PopplerTheory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Words_in_parts_are_those_of_the_whole(int processors)
    {
        byte[] pdf = Pdf(Pages);
        List<WordPage> whole = Poppler.Words(pdf, 41, new ReadingOptions { Processors = 1 }), parts = Poppler.Words(pdf, 41, new ReadingOptions { Processors = processors });
        Assert.Equal(41, parts.Count);
        for (int i = 0; i < whole.Count; i++)
        {
            Assert.Equal((whole[i].Width, whole[i].Height), (parts[i].Width, parts[i].Height));
            Assert.Equal(whole[i].Words, parts[i].Words);
            Assert.All(parts[i].Words, w => Assert.Equal(i + 1, w.Page));
        }
    }

    [PopplerFact]
    public void A_document_is_the_same_however_many_processors_read_it()
    {
        SourceText one = Read(Pdf(Pages), 1), many = Read(Pdf(Pages), 4);
        Assert.Contains("Page 41", one.Lines);
        Assert.Equal(one.Lines.ToArray(), many.Lines.ToArray());
        Assert.Equal(one.PageStarts.ToArray(), many.PageStarts.ToArray());
        Assert.Equal(one.Marks.ToArray(), many.Marks.ToArray());
    }

    [PopplerTheory]
    [InlineData("/Count 41", "/Count 3")]
    [InlineData("/Count 41", "/Count 30")]
    [InlineData("/Count 41", "/Count 900")]
    [InlineData("50 0 R 52 0 R", "50 0 R 50 0 R 999 0 R 2 0 R")]
    [InlineData("/Kids[10 0 R", "/Kids[3 0 R")]
    public void Where_the_page_tree_says_something_else_than_poppler_the_file_is_read_as_a_whole(string part, string other)
    {
        string file = Encoding.Latin1.GetString(Pdf(Pages));
        Assert.Contains(part, file);
        byte[] pdf = Encoding.Latin1.GetBytes(file.Replace(part, other, StringComparison.Ordinal));
        var (whole, wholeProblem) = SourceLoader.Load("a.pdf", pdf, new ReadingOptions { Processors = 1 });
        var (parts, partsProblem) = SourceLoader.Load("a.pdf", pdf, new ReadingOptions { Processors = 4 });
        Assert.Equal(wholeProblem, partsProblem);
        Assert.Equal(whole?.Lines.ToArray(), parts?.Lines.ToArray());
    }

    [PopplerFact]
    public void A_damaged_file_gives_the_same_message_in_parts()
    {
        byte[] pdf = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Pdf(Pages)).Replace("trailer <<", "trailer <</Encrypt<</Filter/Standard/V 1/R 2/P -4/O(abcdefghijklmnopqrstuvwxyz123456)/U(abcdefghijklmnopqrstuvwxyz123456)>>/ID[(a)(a)]", StringComparison.Ordinal));
        ReadProblem one = Loaded.Problem("e.pdf", pdf, new ReadingOptions { Processors = 1 }), many = Loaded.Problem("e.pdf", pdf, new ReadingOptions { Processors = 4 });
        Assert.Equal(one, many);
        Assert.Equal(ReadProblemKind.Encrypted, many.Kind);
    }

    private static string Page(int number) =>
        Text(72, 600, string.Create(CultureInfo.InvariantCulture, $"Page {number}")) + Table(100, 700, [100, 100], 2)
        + Text(105, 686, "Code") + Text(205, 686, "Amount") + Text(105, 666, string.Create(CultureInfo.InvariantCulture, $"2{number:00}")) + Text(205, 666, string.Create(CultureInfo.InvariantCulture, $"{number}.50"));

    private static SourceText Read(byte[] pdf, int processors) => SourceLoader.Load("a.pdf", pdf, new ReadingOptions { Processors = processors }).Text!;
}
