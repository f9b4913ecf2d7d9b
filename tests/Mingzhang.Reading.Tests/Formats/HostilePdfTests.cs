using System.Globalization;
using System.IO.Compression;
using System.Text;
using static Mingzhang.Reading.Tests.Formats.PdfMaker;

namespace Mingzhang.Reading.Tests.Formats;

/// <summary>PDF files made to take all time or memory: each refused or read within the limits.</summary>
public sealed class HostilePdfTests
{
    [PopplerFact]
    public void Ten_thousand_pages_are_refused()
    {
        ReadProblem problem = Loaded.Problem("p.pdf", Pdf([.. Enumerable.Range(1, 10_000).Select(i => Text(72, 700, i.ToString(CultureInfo.InvariantCulture)))]));
        Assert.Equal(ReadProblemKind.TooLarge, problem.Kind);
        Assert.Contains("2000", problem.Message.En);
    }

    [TesseractFact]
    public void A_picture_of_a_hundred_megabytes_is_drawn_within_the_limits_and_found_blank()
    {
        byte[] picture = Deflated(Enumerable.Repeat(Enumerable.Repeat((byte)255, 100_000).ToArray(), 1_000));
        byte[] pdf = WithStream(Pdf("q 595 0 0 842 0 0 cm /I Do Q"), "/Subtype/Image/Width 10000/Height 10000/ColorSpace/DeviceGray/BitsPerComponent 8", picture);
        Assert.True(pdf.Length < 1_000_000);
        Assert.Equal(ReadProblemKind.NoText, Loaded.Problem("i.pdf", pdf).Kind);
    }

    [PopplerFact]
    public void A_drawing_that_unpacks_to_too_much_is_left_and_the_text_read()
    {
        byte[] drawing = Deflated(Enumerable.Repeat(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1 1 9 9 re f\n", 10_000))), 40));
        byte[] pdf = WithStream(Pdf(Text(72, 700, "Text 12.50") + "/I Do"), "/Subtype/Form/BBox[0 0 595 842]", drawing);
        var options = new ReadingOptions { MaxUnpackedBytes = 1_000_000 };
        Assert.Equal(["Text 12.50"], Mingzhang.Reading.Sources.SourceLoader.Load("d.pdf", pdf, options).Text!.Lines.ToArray());
    }

    [PopplerFact]
    public void A_picture_beyond_the_size_of_files_is_refused_before_it_is_looked_at()
    {
        byte[] pdf = WithStream(Pdf("/I Do"), "/Subtype/Image/Width 1000/Height 1000/ColorSpace/DeviceGray/BitsPerComponent 8", new byte[1_000_000]);
        string path = Path.Combine(Path.GetTempPath(), $"mingzhang-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(path, pdf);
        try
        {
            Assert.Equal(ReadProblemKind.TooLarge, Mingzhang.Reading.Sources.SourceLoader.Load(path, new ReadingOptions { MaxBytes = 900_000 }).Problem!.Kind);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TesseractFact]
    public void The_time_of_a_page_is_for_all_that_its_recognition_takes()
    {
        byte[] pdf = WithStream(Pdf("q 595 0 0 842 0 0 cm /I Do Q"), "/Subtype/Image/Width 100/Height 100/ColorSpace/DeviceGray/BitsPerComponent 8", Deflated([[.. Enumerable.Range(0, 10_000).Select(i => (byte)(i * 37 % 256))]]));
        Assert.Equal(ReadProblemKind.Extraction, Loaded.Problem("s.pdf", pdf, new ReadingOptions { RecognitionTime = TimeSpan.FromMilliseconds(1) }).Kind);
    }

    /// <summary>The file with a packed stream that its pages know as <c>/I</c>.</summary>
    private static byte[] WithStream(byte[] pdf, string entries, byte[] content)
    {
        string file = Encoding.Latin1.GetString(pdf).Replace("/Resources<<", "/Resources<</XObject<</I 4 0 R>>", StringComparison.Ordinal);
        int at = file.IndexOf("3 0 obj", StringComparison.Ordinal);
        string packed = content is [0x78, ..] ? "/Filter/FlateDecode" : "";
        return [.. Encoding.Latin1.GetBytes(file[..at] + $"4 0 obj <<{entries}{packed}/Length {content.Length}>> stream\n"), .. content, .. Encoding.Latin1.GetBytes("\nendstream endobj\n" + file[at..])];
    }

    private static byte[] Deflated(IEnumerable<byte[]> pieces)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            foreach (byte[] piece in pieces) zlib.Write(piece);
        }

        return packed.ToArray();
    }
}
