using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Formats.Web;

/// <summary>Decodes web pages. What the bytes are goes before what the page says of them: pages saved anew often keep a wrong word.</summary>
internal static partial class WebEncoding
{
    private const int SearchedBytes = 4096;

    /// <summary>The text of a page, or why there is none.</summary>
    internal static (string? Text, ReadProblem? Problem) Decode(string path, byte[] bytes)
    {
        string? named = Named(bytes);
        // No page in Chinese is in a Western encoding: servers and editors name these unasked.
        if (named is null or "utf-8" or "utf8" or "gb2312" or "gbk" or "gb18030" or "iso-8859-1" or "latin1" or "windows-1252" or "us-ascii" or "ascii" || System.Text.Unicode.Utf8.IsValid(bytes)) return TextDecoder.Decode(path, bytes);
        try
        {
            Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(named, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(named, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return (encoding.GetString(bytes), null);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // An unknown name, or bytes that are not in that encoding: as for text.
            return TextDecoder.Decode(path, bytes);
        }
    }

    /// <summary>The charset that a page names in its head, in lower case; null if none.</summary>
    private static string? Named(ReadOnlySpan<byte> bytes)
    {
        Match match = Charset().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, SearchedBytes)]));
        return match.Success ? match.Groups["name"].Value.ToLowerInvariant() : null;
    }

    [GeneratedRegex("""(?:charset|encoding)\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Charset();
}
