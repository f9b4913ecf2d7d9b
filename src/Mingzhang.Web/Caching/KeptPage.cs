using System.IO.Compression;
using Microsoft.Extensions.Primitives;

namespace Mingzhang.Web.Caching;

/// <summary>A page as it was sent: its headers and its body, compressed in the ways that were asked for.</summary>
internal sealed class KeptPage
{
    private readonly byte[]?[] _bodies = new byte[]?[3];

    public KeptPage(DrawnBody drawn, KeyValuePair<string, StringValues>[] headers, DateTimeOffset? modified)
    {
        Headers = headers;
        Modified = modified;
        Tag = $"W/\"{Convert.ToHexStringLower(drawn.Digest().AsSpan(0, 10))}\"";
        _bodies[(int)drawn.Encoding] = drawn.Packed();
    }

    /// <summary>The headers that the page set.</summary>
    public KeyValuePair<string, StringValues>[] Headers { get; }

    /// <summary>When what it shows last changed; null if that is not known.</summary>
    public DateTimeOffset? Modified { get; }

    /// <summary>The entity tag, the same for all encodings.</summary>
    public string Tag { get; }

    /// <summary>About how much memory it takes.</summary>
    public int Size => 600 + _bodies.Sum(b => b?.Length ?? 0);

    /// <summary>The body. In an encoding that nobody asked for before it is made now; for the few who take none it is unpacked each time.</summary>
    public byte[] Body(BodyEncoding encoding)
    {
        if (Volatile.Read(ref _bodies[(int)encoding]) is { } body) return body;
        int have = Array.FindIndex(_bodies, b => b is not null);
        byte[] made = Encodings.Encode(Encodings.Decode(_bodies[have]!, (BodyEncoding)have), encoding, CompressionLevel.Optimal);
        if (encoding is not BodyEncoding.Identity) Volatile.Write(ref _bodies[(int)encoding], made);
        return made;
    }
}
