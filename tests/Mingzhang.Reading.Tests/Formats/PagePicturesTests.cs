using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Formats.Pdf.Pictures;

namespace Mingzhang.Reading.Tests.Formats;

public sealed class PagePicturesTests
{
    [Fact]
    public void A_picture_keeps_its_pixels_in_sixteen_greys()
    {
        byte[] grey = [0, 255, 128, 17, 238, 0];
        byte[] png = [.. GreyPng.Write(grey, 3, 2)];
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal((3, 2, 4, 0), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)), png[24], png[25]));
        int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var zlib = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        using var rows = new MemoryStream();
        zlib.CopyTo(rows);
        Assert.Equal([0, 0x0F, 0x80, 0, 0x1E, 0x00], rows.ToArray());
        Assert.Equal("IEND", Encoding.ASCII.GetString(png, png.Length - 8, 4));
        Assert.Equal(0xAE426082, BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(png.Length - 4)));
    }

    [Fact]
    public void Pages_are_taken_in_pieces_of_any_size()
    {
        byte[] two = [.. "P5\n2 2\n255\n"u8, 1, 2, 3, 4, .. "P5\n3 1\n255\n"u8, 0x0A, 0x20, 0x50];
        for (int size = 1; size < two.Length; size++)
        {
            var pages = new GreyPages();
            foreach (byte[] piece in two.Chunk(size)) Assert.True(pages.Take(piece));
            Assert.Equal([(2, 2), (3, 1)], pages.Pages.Select(p => (p.Width, p.Height)));
        }
    }

    [Theory]
    [InlineData("P6\n2 2\n255\nxxxx")]
    [InlineData("P5\n0 2\n255\n")]
    [InlineData("P5\n99999 99999\n255\n")]
    [InlineData("P5\n-2 2\n255\n")]
    [InlineData("P5 2 2 65535 xxxxxxxx")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public void What_is_no_page_of_that_kind_is_refused(string bytes) => Assert.False(new GreyPages().Take(Encoding.ASCII.GetBytes(bytes)));

    [PopplerFact]
    public void A_file_that_is_broken_gives_no_pictures() =>
        Assert.Empty(PagePictures.Of("%PDF-1.7 nothing"u8.ToArray(), [1, 2]));

    [PopplerFact]
    public void The_pages_wanted_are_drawn()
    {
        ImmutableDictionary<int, PagePicture> pictures = PagePictures.Of(ThreePages(), [1, 3, 9]);
        Assert.Equal([1, 3], pictures.Keys.Order());
        Assert.All(pictures.Values, p => Assert.Equal(1400, Math.Max(p.Width, p.Height)));
        Assert.True(pictures[3].Width > pictures[3].Height);
    }

    /// <summary>Blank pages: two upright, one across.</summary>
    private static byte[] ThreePages() => Encoding.ASCII.GetBytes(
        """
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj
        4 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj
        5 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]>> endobj
        trailer <</Root 1 0 R/Size 6>>
        %%EOF
        """);
}
