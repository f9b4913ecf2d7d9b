using System.IO.Compression;
using Microsoft.Extensions.Primitives;

namespace Mingzhang.Web.Caching;

/// <summary>How a body goes over the wire.</summary>
internal enum BodyEncoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Chooses and makes encodings.</summary>
internal static class Encodings
{
    /// <summary>The best that the reader takes.</summary>
    public static BodyEncoding Of(HttpRequest request)
    {
        StringValues accepted = request.Headers.AcceptEncoding;
        return Takes(accepted, "br") ? BodyEncoding.Brotli : Takes(accepted, "gzip") ? BodyEncoding.Gzip : BodyEncoding.Identity;
    }

    /// <summary>Its name in <c>Content-Encoding</c>.</summary>
    public static string Name(BodyEncoding encoding) => encoding is BodyEncoding.Brotli ? "br" : "gzip";

    public static byte[] Encode(byte[] body, BodyEncoding encoding, CompressionLevel level)
    {
        if (encoding is BodyEncoding.Identity) return body;
        using var packed = new MemoryStream(body.Length / 4);
        using (Stream packer = Packer(packed, encoding, level)) packer.Write(body);
        return packed.ToArray();
    }

    /// <summary>Compresses what is written to it. The stream behind it stays open.</summary>
    public static Stream Packer(Stream packed, BodyEncoding encoding, CompressionLevel level = CompressionLevel.Optimal) =>
        encoding is BodyEncoding.Brotli ? new BrotliStream(packed, level, leaveOpen: true) : new GZipStream(packed, level, leaveOpen: true);

    public static byte[] Decode(byte[] packed, BodyEncoding encoding)
    {
        if (encoding is BodyEncoding.Identity) return packed;
        using var from = new MemoryStream(packed);
        using Stream unpacker = encoding is BodyEncoding.Brotli ? new BrotliStream(from, CompressionMode.Decompress) : new GZipStream(from, CompressionMode.Decompress);
        using var body = new MemoryStream(packed.Length * 5);
        unpacker.CopyTo(body);
        return body.ToArray();
    }

    private static bool Takes(StringValues accepted, string name)
    {
        foreach (string? line in accepted)
        {
            foreach (Range range in line.AsSpan().Split(','))
            {
                ReadOnlySpan<char> token = line.AsSpan()[range].Trim();
                int parameters = token.IndexOf(';');
                ReadOnlySpan<char> what = parameters < 0 ? token : token[..parameters].TrimEnd();
                if (!what.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
                return parameters < 0 || token[(parameters + 1)..].Trim() is not ("q=0" or "q=0.0" or "q=0.00" or "q=0.000");
            }
        }

        return false;
    }
}
