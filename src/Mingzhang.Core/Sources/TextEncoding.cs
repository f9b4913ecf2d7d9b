using System.Buffers;
using System.Text;

namespace Mingzhang.Core.Sources;

/// <summary>The encoding of a text file. Bytes that are not valid in it make the decoder throw, never a replacement character: a figure could be among them.</summary>
/// <param name="Name">Its name in messages.</param>
/// <param name="Decoder">Decodes the bytes behind the mark; throws <see cref="DecoderFallbackException"/>.</param>
/// <param name="Mark">Bytes that the byte order mark takes; 0 without one.</param>
public sealed record TextEncoding(string Name, Encoding Decoder, int Mark)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether it is UTF-8.</summary>
    public bool IsUtf8 => ReferenceEquals(Decoder, StrictUtf8);

    /// <summary>The encoding of bytes: UTF-8 with or without a byte order mark, UTF-16 with one, else GB18030 (and with it GBK and GB2312).</summary>
    public static TextEncoding Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new TextEncoding("UTF-8", StrictUtf8, 3),
        [0xFF, 0xFE, ..] => new TextEncoding("UTF-16", new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), 2),
        [0xFE, 0xFF, ..] => new TextEncoding("UTF-16", new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true), 2),
        _ when System.Text.Unicode.Utf8.IsValid(bytes) || IsMostlyUtf8(bytes) => new TextEncoding("UTF-8", StrictUtf8, 0),
        _ => new TextEncoding("GB18030", CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!, 0),
    };

    /// <summary>Whether most bytes above ASCII form UTF-8 sequences: damaged UTF-8 rather than another encoding.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        long good = 0, bad = 0;
        for (int at = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF); at >= 0; at = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF))
        {
            bytes = bytes[at..];
            bool valid = Rune.DecodeFromUtf8(bytes, out _, out int length) == OperationStatus.Done;
            if (valid) good += length;
            else bad += length;
            bytes = bytes[length..];
        }

        return good > 3 * bad;
    }
}
