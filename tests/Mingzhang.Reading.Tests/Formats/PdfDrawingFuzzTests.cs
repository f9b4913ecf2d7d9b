using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Mingzhang.Reading.Formats;
using Mingzhang.Reading.Formats.Pdf.Objects;
using Mingzhang.Reading.Formats.Pdf.Pages;
using Mingzhang.Reading.Formats.Programs;

namespace Mingzhang.Reading.Tests.Formats;

/// <summary>What draws the lines of a PDF is read in this process: broken and hostile files do it no harm.</summary>
public sealed class PdfDrawingFuzzTests
{
    [Fact]
    public void Thousands_of_damaged_files_are_gone_through()
    {
        byte[] whole = Whole();
        Assert.Equal(2, Lines(whole));
        for (int seed = 0; seed < 4_000; seed++)
        {
            byte[] file = Damaged(whole, new Random(seed));
            long started = Stopwatch.GetTimestamp();
            try
            {
                Lines(file);
            }
            catch (Exception e) when (ZipPackage.IsDamage(e))
            {
                // The reader takes this as a page without lines.
            }

            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2), $"seed {seed}");
        }
    }

    [Theory]
    [InlineData("[[[[[[[[")]
    [InlineData("<<<</A ")]
    [InlineData("1 0 obj ((((")]
    [InlineData("1 0 obj << ")]
    [InlineData("obj obj 1 0 obj stream ")]
    [InlineData("trailer << trailer ")]
    public void Files_without_end_are_gone_through_in_linear_time(string unit)
    {
        byte[] file = Encoding.Latin1.GetBytes("%PDF-1.7\n" + string.Concat(Enumerable.Repeat(unit, 2_000_000 / unit.Length)));
        long started = Stopwatch.GetTimestamp();
        Assert.Equal(0, Lines(file));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Forms_that_draw_each_other_without_end_are_stopped()
    {
        const string loop = "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R 2 0 R 3 0 R]>>endobj 3 0 obj<</Contents 4 0 R/Resources 5 0 R>>endobj 5 0 obj<</XObject<</A 4 0 R>>>>endobj ";
        string content = string.Concat(Enumerable.Repeat("/A Do ", 100));
        long started = Stopwatch.GetTimestamp();
        Lines(Encoding.Latin1.GetBytes($"%PDF-1.7\n{loop}4 0 obj<</Subtype/Form/Resources 5 0 R/Length {content.Length}>>stream\n{content}\nendstream endobj"));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20));
    }

    private static int Lines(byte[] bytes)
    {
        PdfFile file = PdfFile.Read(bytes, 50_000_000, new Deadline(TimeSpan.FromSeconds(60)));
        return file.Pages(100).Sum(p => LineDrawing.Of(file, p).Rulings.Count);
    }

    private static byte[] Whole()
    {
        byte[] content = Deflated("q 1 0 0 1 5 5 cm 10 10 m 200 10 l S Q /Figure <</MCID 0>> BDC 1 1 50 50 re f EMC 10 20 300 1 re f BT (text) Tj ET");
        byte[] packed = Deflated("1 0 2 36 <</Type/Catalog/Pages 2 0 R      >> <</Type/Pages/Kids[3 0 R]/MediaBox[0 0 595 842]>>");
        return
        [
            .. "%PDF-1.7\n"u8, .. Encoding.Latin1.GetBytes($"7 0 obj<</Type/ObjStm/N 2/First 9/Filter/FlateDecode/Length {packed.Length}>>stream\n"), .. packed, .. "\nendstream endobj\n"u8,
            .. "3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/Rotate 0>>endobj\n"u8,
            .. Encoding.Latin1.GetBytes($"4 0 obj<</Filter[/FlateDecode]/Length {content.Length}>>stream\n"), .. content, .. "\nendstream endobj\n"u8,
            .. "trailer<</Root 1 0 R>>\n%%EOF"u8,
        ];
    }

    private static byte[] Deflated(string text)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal)) zlib.Write(Encoding.Latin1.GetBytes(text));
        return packed.ToArray();
    }

    private static byte[] Damaged(byte[] whole, Random random)
    {
        byte[] bytes = [.. whole];
        for (int hits = random.Next(1, 20); hits > 0; hits--) bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)"0123456789<>[]()/R "[random.Next(19)];
        int from = random.Next(bytes.Length);
        return random.Next(4) switch { 0 => bytes[..from], 1 => [.. bytes[..from], .. bytes[(from / 2)..]], _ => bytes };
    }
}
