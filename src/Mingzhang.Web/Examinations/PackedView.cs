using System.IO.Compression;
using System.Text.Json;
using Mingzhang.Publishing.Views;

namespace Mingzhang.Web.Examinations;

/// <summary>What pages show of a check, as it is kept.</summary>
internal static class PackedView
{
    public static byte[] Pack(ReadOnlySpan<byte> json)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest)) brotli.Write(json);
        return packed.ToArray();
    }

    public static CheckView Unpack(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize(brotli, ViewJson.Shown.CheckView)!;
    }
}
