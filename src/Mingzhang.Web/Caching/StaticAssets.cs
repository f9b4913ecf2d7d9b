using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace Mingzhang.Web.Caching;

/// <summary>
/// The styles and scripts, in memory and compressed. Pages name them with a version in the path, made of all their contents; such an address never changes what it gives
/// and is kept for a year, and modules and pictures that a file names by relative paths have the version as well.
/// </summary>
internal sealed class StaticAssets
{
    private const string Versioned = "/a/";

    private readonly FrozenDictionary<string, Asset> _assets;

    /// <summary>Reads the files.</summary>
    /// <param name="folder">The folder of the web's own files.</param>
    public StaticAssets(string folder)
    {
        var types = new FileExtensionContentTypeProvider();
        _assets = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => ("/" + Path.GetRelativePath(folder, file).Replace('\\', '/'), new Asset(File.ReadAllBytes(file), types.TryGetContentType(file, out string? type) ? type : "application/octet-stream")))
            .ToFrozenDictionary(a => a.Item1, a => a.Item2, StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((_, Asset asset) in _assets.OrderBy(a => a.Key, StringComparer.Ordinal)) hash.AppendData(asset.Digest);
        Version = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 5));
    }

    /// <summary>What stands in versioned addresses.</summary>
    public string Version { get; }

    /// <summary>The versioned address of a file: <c>/style/site.css</c> is <c>/a/…/style/site.css</c>.</summary>
    public string Address(string path) => Versioned + Version + path;

    /// <summary>Sends a file if the request is for one.</summary>
    public async Task<bool> Send(HttpContext context)
    {
        HttpRequest request = context.Request;
        string path = request.Path.Value ?? "";
        bool isVersioned = path.StartsWith(Versioned, StringComparison.Ordinal) && path.IndexOf('/', Versioned.Length) > 0;
        int rest = isVersioned ? path.IndexOf('/', Versioned.Length) : 0;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || !_assets.TryGetValue(path[rest..], out Asset? asset)) return false;
        HttpResponse response = context.Response;
        bool isThis = isVersioned && path.AsSpan(Versioned.Length, rest - Versioned.Length).SequenceEqual(Version);
        response.Headers.CacheControl = isThis ? "public, max-age=31536000, immutable" : "public, no-cache";
        response.Headers.ETag = asset.Tag;
        response.Headers.Vary = "Accept-Encoding";
        if (Conditions.IsUnchanged(request, asset.Tag, null))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }

        BodyEncoding encoding = asset.Compresses ? Encodings.Of(request) : BodyEncoding.Identity;
        byte[] body = asset.Body(encoding);
        response.ContentType = asset.Type;
        if (encoding is not BodyEncoding.Identity) response.Headers.ContentEncoding = Encodings.Name(encoding);
        response.ContentLength = body.Length;
        if (HttpMethods.IsGet(request.Method)) await response.Body.WriteAsync(body, context.RequestAborted);
        return true;
    }

    private sealed class Asset(byte[] content, string type)
    {
        private readonly Lazy<byte[]>[] _bodies =
        [
            new(content),
            new(() => Encodings.Encode(content, BodyEncoding.Gzip, CompressionLevel.SmallestSize)),
            new(() => Encodings.Encode(content, BodyEncoding.Brotli, CompressionLevel.SmallestSize)),
        ];

        public string Type { get; } = type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;

        public byte[] Digest { get; } = SHA256.HashData(content);

        public string Tag => $"W/\"{Convert.ToHexStringLower(Digest.AsSpan(0, 10))}\"";

        public bool Compresses => Type.StartsWith("text/", StringComparison.Ordinal) || Type is "image/svg+xml" or "application/json" or "application/manifest+json";

        public byte[] Body(BodyEncoding encoding) => _bodies[(int)encoding].Value;
    }
}
