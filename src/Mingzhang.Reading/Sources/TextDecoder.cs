using System.Text;

namespace Mingzhang.Reading.Sources;

/// <summary>
/// Turns bytes into text: UTF-8 with or without a byte order mark, UTF-16 with one, GB18030 (and with it GBK and GB2312) by detection.
/// Never replaces bytes that it cannot decode: a figure could be among them.
/// </summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static (string? Text, ReadProblem? Problem) Decode(string path, byte[] bytes)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]: return Strict(path, Utf8, "UTF-8", bytes, skip: 3);
            case [0xFF, 0xFE, ..]: return Strict(path, new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), "UTF-16", bytes, skip: 2);
            case [0xFE, 0xFF, ..]: return Strict(path, new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true), "UTF-16", bytes, skip: 2);
        }

        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Checked(path, Utf8.GetString(bytes));
        if (IsMostlyUtf8(bytes)) return Strict(path, Utf8, "UTF-8", bytes, skip: 0);
        Encoding gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        return Strict(path, gb18030, "GB18030", bytes, skip: 0);
    }

    private static (string? Text, ReadProblem? Problem) Strict(string path, Encoding encoding, string name, byte[] bytes, int skip)
    {
        try
        {
            return Checked(path, encoding.GetString(bytes, skip, bytes.Length - skip));
        }
        catch (DecoderFallbackException e)
        {
            int offset = Math.Clamp(e.Index, 0, Math.Max(bytes.Length - skip - 1, 0)) + skip;
            string found = Convert.ToHexString(e.BytesUnknown ?? []);
            return (null, new(ReadProblemKind.Encoding, new(
                $"{path}：偏移 {offset}（0x{offset:X}）处的字节 {found} 不是有效的 {name} 文字。请重新导出为 UTF-8 文本。",
                $"{path}: the bytes {found} at offset {offset} (0x{offset:X}) are not valid {name}. Export the document again as UTF-8 text.")));
        }
    }

    // A text without line ends but full of control characters is some binary format that happens to decode.
    private static (string? Text, ReadProblem? Problem) Checked(string path, string text)
    {
        int controls = 0, at = -1;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is not (< ' ' and not ('\t' or '\n' or '\r' or '\f' or '\v'))) continue;
            controls++;
            if (at < 0) at = i;
            if (text[i] == '\0') controls = text.Length;
        }

        return controls > text.Length / 50 + 5
            ? (null, FileFormat.Problem(path, ("二进制文件（含有控制字符）", "a binary file (it has control characters)")))
            : (text, null);
    }

    /// <summary>Whether most bytes above ASCII form UTF-8 sequences: damaged UTF-8 rather than another encoding.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        long good = 0, bad = 0;
        while (bytes.Length > 0)
        {
            int ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0) break;
            bytes = bytes[ascii..];
            bool valid = Rune.DecodeFromUtf8(bytes, out _, out int length) == System.Buffers.OperationStatus.Done;
            if (valid) good += length;
            else bad += length;
            bytes = bytes[length..];
        }

        return good > 3 * bad;
    }
}
