using System.Text;
using System.Text.Unicode;
using Mingzhang.Accounts.Books.Problems;

namespace Mingzhang.Accounts.Books.Files;

/// <summary>
/// Reads text files as UTF-8: UTF-8 with or without a byte order mark, UTF-16 with one, GB18030 (and with it GBK and GB2312) by
/// detection. Bytes that cannot be decoded are never replaced: an amount could be among them.
/// </summary>
internal static class BookText
{
    private static readonly (byte[] Magic, string Zh, string En)[] Formats =
    [
        ([0x50, 0x4B, 0x03, 0x04], "压缩包或 Office 文件（xlsx、docx、zip）", "a ZIP archive or an Office file (xlsx, docx)"),
        ([0xD0, 0xCF, 0x11, 0xE0], "旧版 Office 文件（xls、doc）", "an old Office file (xls, doc)"),
        ("%PDF"u8.ToArray(), "PDF 文件", "a PDF file"),
        ([0x1F, 0x8B], "gzip 压缩文件", "a gzip archive"),
    ];

    /// <summary>The bytes of a file as valid UTF-8 without byte order mark; null with a problem in the log if it cannot be used.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The most bytes that it may have.</param>
    /// <param name="log">Where problems go.</param>
    internal static byte[]? ReadUtf8(string path, long most, FileProblems log)
    {
        byte[] bytes;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            if (stream.Length > most) return TooLarge(stream.Length, most, log);
            bytes = new byte[stream.Length];
            int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (stream.ReadByte() >= 0) return Unreadable("读取时文件在变化", "it changes while it is read", log);
            Array.Resize(ref bytes, length);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            log.Error("book.file.missing", 0, "", new("没有这个文件", "the file is missing"), new("补上这个文件，格式见 docs/books.md", "add it; docs/books.md describes it"));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Unreadable(e.Message, e.Message, log);
        }

        return ToUtf8(bytes, log);
    }

    /// <summary>The same of bytes.</summary>
    internal static byte[]? ToUtf8(byte[] bytes, FileProblems log)
    {
        foreach ((byte[] magic, string zh, string en) in Formats)
        {
            if (bytes.AsSpan().StartsWith(magic)) return Binary(zh, en, log);
        }

        byte[]? text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Valid(bytes[3..], 3, log),
            [0xFF, 0xFE, ..] => Transcode(bytes, 2, new UnicodeEncoding(false, false, true), "UTF-16", log),
            [0xFE, 0xFF, ..] => Transcode(bytes, 2, new UnicodeEncoding(true, false, true), "UTF-16", log),
            _ when bytes.AsSpan().Contains((byte)0) => bytes,
            _ when Utf8.IsValid(bytes) => bytes,
            _ when IsMostlyUtf8(bytes) => Valid(bytes, 0, log),
            _ => Transcode(bytes, 0, Gb18030(), "GB18030", log),
        };
        if (text is null) return null;
        int nul = text.AsSpan().IndexOf((byte)0);
        if (nul >= 0) return Binary($"二进制文件（第 {Line(text, nul)} 行有空字节）", $"a binary file (line {Line(text, nul)} has a NUL byte)", log);
        if (!text.AsSpan().ContainsAnyExcept(" \t\r\n"u8))
        {
            log.Error("book.file.empty", 0, "", new("文件是空的", "the file is empty"), new("填写内容；不需要这个文件时删除它", "fill it in; delete it where it is not needed"));
            return null;
        }

        return text;
    }

    private static Encoding Gb18030() =>
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static byte[]? Valid(byte[] bytes, int skipped, FileProblems log)
    {
        if (Utf8.IsValid(bytes)) return bytes;
        int at = 0;
        while (Rune.DecodeFromUtf8(bytes.AsSpan(at), out _, out int length) == System.Buffers.OperationStatus.Done) at += length;
        return Undecodable(bytes, at, at + skipped, "UTF-8", log);
    }

    private static byte[]? Transcode(byte[] bytes, int skip, Encoding encoding, string name, FileProblems log)
    {
        try
        {
            return Encoding.UTF8.GetBytes(encoding.GetString(bytes, skip, bytes.Length - skip));
        }
        catch (DecoderFallbackException e)
        {
            int at = Math.Clamp(e.Index + skip, 0, bytes.Length - 1);
            return Undecodable(bytes, at, at, name, log);
        }
        catch (EncoderFallbackException)
        {
            return Unreadable("含有不成对的代理字符", "it has unpaired surrogates", log);
        }
    }

    /// <summary>Whether most bytes above ASCII form UTF-8 sequences: damaged UTF-8 rather than another encoding.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        long good = 0, bad = 0;
        for (int at = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF); at >= 0; at = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF))
        {
            bytes = bytes[at..];
            bool valid = Rune.DecodeFromUtf8(bytes, out _, out int length) == System.Buffers.OperationStatus.Done;
            if (valid) good += length;
            else bad += length;
            bytes = bytes[length..];
        }

        return good > 3 * bad;
    }

    private static int Line(ReadOnlySpan<byte> text, int at) => text[..at].Count((byte)'\n') + 1;

    private static byte[]? Undecodable(byte[] bytes, int at, int offset, string encoding, FileProblems log)
    {
        int line = Line(bytes, at);
        log.Error("book.file.encoding", line, "",
            new($"偏移 {offset}（0x{offset:X}）处的字节 0x{bytes[at]:X2} 不是有效的 {encoding} 文字", $"the byte 0x{bytes[at]:X2} at offset {offset} (0x{offset:X}) is not valid {encoding}"),
            new("另存为 UTF-8 编码", "save the file as UTF-8"));
        return null;
    }

    private static byte[]? Binary(string zh, string en, FileProblems log)
    {
        log.Error("book.file.binary", 0, "", new($"不是文本，是{zh}", $"is no text but {en}"),
            new("放入文本文件；电子表格用 mingzhang import 导入", "put a text file here; import spreadsheets with mingzhang import"));
        return null;
    }

    private static byte[]? Unreadable(string zh, string en, FileProblems log)
    {
        log.Error("book.file.unreadable", 0, "", new($"不能读取：{zh}", $"cannot be read: {en}"), new("检查权限，并确认没有其他程序在写它", "check its permissions and that no other program writes it"));
        return null;
    }

    private static byte[]? TooLarge(long length, long most, FileProblems log)
    {
        log.Error("book.file.too-large", 0, "", new($"有 {length} 字节，超过上限 {most}", $"has {length} bytes, more than the limit of {most}"),
            new("确认是要用的文件，或调高上限", "check that it is the file you mean, or raise the limit"));
        return null;
    }
}
