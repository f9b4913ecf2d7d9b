using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Formats.Pdf.Pages;
using Mingzhang.Reading.Formats.Recognition;
using static Mingzhang.Reading.Tests.Formats.PdfMaker;

namespace Mingzhang.Reading.Tests.Formats;

/// <summary>Pages that are images: recognised, marked as such, and never surer than they are.</summary>
public sealed class ScanTests
{
    [TesseractFact]
    public void A_scanned_table_keeps_its_cells_and_says_how_sure_they_are()
    {
        string page = Table(100, 700, [100, 100, 100], 3) + Text(105, 686, "Code") + Text(205, 686, "Budget") + Text(305, 686, "Final")
            + Text(105, 666, "2013101") + Text(205, 666, "402.04") + Text(305, 666, "391.75") + Text(105, 646, "2080505") + Text(305, 646, "79.93");
        SourceText text = Loaded.Text("s.pdf", Scan(Pdf("", page)));
        Assert.Contains("2013101\t402.04\t391.75", text.Lines);
        Assert.Contains("2080505\t\t79.93", text.Lines);
        Assert.Contains("2 页由图像识别", Assert.Single(text.Remarks).Zh, StringComparison.Ordinal);
        int line = text.Lines.IndexOf("2013101\t402.04\t391.75") + 1;
        Assert.Equal(2, text.PageOf(line));
        TextSpan figure = TextSpan.InLine(line, 8, 6);
        Assert.InRange(text.ConfidenceOf(figure), 0.5f, 0.9999f);
        PagePlace place = Assert.Single(text.PlacesOf(figure));
        Assert.InRange(place.Box.Left, 203, 208);
        Assert.InRange(place.Box.Top, 164, 172);
    }

    [TesseractFact]
    public void Only_the_pages_that_are_images_are_recognised()
    {
        byte[] scan = Scan(Pdf(Text(72, 700, "Page of an image 12.50")));
        SourceText text = Loaded.Text("s.pdf", scan);
        Assert.Contains("12.50", text.Lines[0], StringComparison.Ordinal);
        Assert.Empty(Loaded.Text("t.pdf", Pdf(Text(72, 700, "Text"), "")).Remarks);
    }

    [Fact]
    public void Lines_of_tables_are_found_in_a_picture_and_taken_out_of_it()
    {
        var image = new PageImage(600, 600, [.. Enumerable.Repeat((byte)255, 360_000)]);
        for (int i = 50; i < 550; i++)
        {
            // One line a little aslant, one upright, and a dark area that is none.
            image.Dots[((100 + (i / 100)) * 600) + i] = image.Dots[((101 + (i / 100)) * 600) + i] = 0;
            image.Dots[(i * 600) + 300] = image.Dots[(i * 600) + 301] = 0;
        }

        for (int y = 400; y < 500; y++) image.Dots.AsSpan((y * 600) + 60, 200).Clear();
        List<Ruling> lines = ImageRulings.TakeOut(image, 300);
        Assert.Equal(2, lines.Count);
        Ruling across = Assert.Single(lines, l => l.IsHorizontal);
        Assert.InRange(across.At, 23.5, 26);
        Assert.InRange(across.To - across.From, 118, 122);
        Assert.Equal(255, image.Dots[(102 * 600) + 150]);
        Assert.Equal(0, image.Dots[(450 * 600) + 100]);
    }

    [Fact]
    public void Two_passes_that_agree_are_surer_than_one_and_those_that_differ_are_unsure()
    {
        Assert.True(WordAgreement.Of("402.04", 0.88, "402.04", 0.85).Confidence >= WordAgreement.Sure);
        Assert.True(WordAgreement.Of("402.04", 0.99, "402.94", 0.99).Confidence < WordAgreement.Sure);
        Assert.True(WordAgreement.Of("402.04", 0.99, "", 0).Confidence < WordAgreement.Sure);
        Assert.True(WordAgreement.Of("100.09%6", 0.95, "100.09%6", 0.95).Confidence < WordAgreement.Sure);
        Assert.Equal("215.50", WordAgreement.Of("24550", 0.4, "215.50", 0.9).Text);
        Assert.Equal("……", WordAgreement.Of("ooeoooyo", 0.2, "", 0).Text);
    }

    [Fact]
    public void Pages_are_named_in_runs() => Assert.Equal(("1–3、7、9–10", "1–3, 7, 9–10"), PageNumbers.Of([1, 2, 3, 7, 9, 10]));

    /// <summary>The file's pages as pictures, in a file of pictures.</summary>
    private static byte[] Scan(byte[] pdf)
    {
        string folder = Directory.CreateTempSubdirectory("mingzhang-scan").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "a.pdf"), pdf);
            using (Process draw = Process.Start(new ProcessStartInfo("pdftoppm", ["-scale-to-x", "1653", "-scale-to-y", "2339", "-gray", "-jpeg", "a.pdf", "p"]) { WorkingDirectory = folder })!) draw.WaitForExit();
            return OfPictures([.. Directory.GetFiles(folder, "*.jpg").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] OfPictures(byte[][] pictures)
    {
        const string draw = "q 595 0 0 842 0 0 cm /I Do Q";
        using var file = new MemoryStream();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        Write($"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Count {pictures.Length}/Kids[{string.Join(' ', pictures.Select((_, i) => $"{10 + (2 * i)} 0 R"))}]/MediaBox[0 0 595 842]>> endobj\n3 0 obj <</Length {draw.Length}>> stream\n{draw}\nendstream endobj\n");
        for (int i = 0; i < pictures.Length; i++)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"{10 + (2 * i)} 0 obj <</Type/Page/Parent 2 0 R/Contents 3 0 R/Resources<</XObject<</I {11 + (2 * i)} 0 R>>>>>> endobj\n"));
            Write(string.Create(CultureInfo.InvariantCulture, $"{11 + (2 * i)} 0 obj <</Subtype/Image/Width 1653/Height 2339/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length {pictures[i].Length}>> stream\n"));
            file.Write(pictures[i]);
            Write("\nendstream endobj\n");
        }

        Write("trailer <</Root 1 0 R>>\n%%EOF\n");
        return file.ToArray();
    }
}
