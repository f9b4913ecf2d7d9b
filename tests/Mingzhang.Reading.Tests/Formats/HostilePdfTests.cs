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

    [PopplerFact]
    public void A_file_encrypted_against_changes_only_is_read_without_its_lines_and_says_so()
    {
        // A page with one text, encrypted by qpdf with AES and an owner's password.
        const string File =
            "JVBERi0xLjYKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9NZWRpYUJveCBbIDAgMCA1OTUgODQyIF0gL1Jlc291cmNl" +
            "cyA8PCAvRm9udCA8PCAvRiA0IDAgUiA+PiA+PiAvVHlwZSAvUGFnZXMgPj4KZW5kb2JqCjMgMCBvYmoKPDwgL0NvbnRlbnRzIDUgMCBSIC9QYXJlbnQgMiAwIFIgL1R5cGUgL1BhZ2UgPj4KZW5kb2JqCjQgMCBvYmoKPDwgL0Jhc2VGb250" +
            "IC9IZWx2ZXRpY2EgL1N1YnR5cGUgL1R5cGUxIC9UeXBlIC9Gb250ID4+CmVuZG9iago1IDAgb2JqCjw8IC9MZW5ndGggNjQgL0ZpbHRlciAvRmxhdGVEZWNvZGUgPj4Kc3RyZWFtCrgs4BO6ybCNRyFlx+OgpLK1ARqvLqIufSIh2eW3ng9D" +
            "3Pxu4+NfJOe0iHp9uG5ICtStQ+oV7s7P0a8MNpLgdvRlbmRzdHJlYW0KZW5kb2JqCjYgMCBvYmoKPDwgL0NGIDw8IC9TdGRDRiA8PCAvQXV0aEV2ZW50IC9Eb2NPcGVuIC9DRk0gL0FFU1YyIC9MZW5ndGggMTYgPj4gPj4gL0ZpbHRlciAv" +
            "U3RhbmRhcmQgL0xlbmd0aCAxMjggL08gPDU2NmZhODczZWUzM2M3OTdjZDNiOTA0ZmRhZGY4MTRhZmEzNGRmOWEzOGY2ZWQ0MWI5ODRlMmM2ZGEyYWE2ZjU+IC9QIC00IC9SIDQgL1N0bUYgL1N0ZENGIC9TdHJGIC9TdGRDRiAvVSA8ZTIx" +
            "Y2MzZDEzYjBmYWE5OTM0ZGI3ZDIwZjExZTMzM2UwMTIyNDU2YTkxYmFlNTEzNDI3M2E2ZGIxMzRjODdjND4gL1YgNCA+PgplbmRvYmoKeHJlZgowIDcKMDAwMDAwMDAwMCA2NTUzNSBmIAowMDAwMDAwMDE1IDAwMDAwIG4gCjAwMDAwMDAw" +
            "NjQgMDAwMDAgbiAKMDAwMDAwMDE4NyAwMDAwMCBuIAowMDAwMDAwMjUwIDAwMDAwIG4gCjAwMDAwMDAzMjAgMDAwMDAgbiAKMDAwMDAwMDQ1NCAwMDAwMCBuIAp0cmFpbGVyIDw8IC9Sb290IDEgMCBSIC9JRCBbPDMxNDE1OTI2NTM1ODk3" +
            "OTMyMzg0NjI2NDMzODMyNzk1PjwzMTQxNTkyNjUzNTg5NzkzMjM4NDYyNjQzMzgzMjc5NT5dIC9FbmNyeXB0IDYgMCBSID4+CnN0YXJ0eHJlZgo3NTMKJSVFT0YK";
        var text = Loaded.Text("e.pdf", Convert.FromBase64String(File));
        Assert.Equal(["Text 12.50"], text.Lines.ToArray());
        Assert.Contains("表格的线没有读到", Assert.Single(text.Remarks).Zh, StringComparison.Ordinal);
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
