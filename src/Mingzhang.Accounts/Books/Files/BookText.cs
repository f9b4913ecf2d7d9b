using System.Text;
using System.Text.Unicode;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Core.Sources;

namespace Mingzhang.Accounts.Books.Files;

/// <summary>Reads text files of any of the encodings of <see cref="TextEncoding"/> as UTF-8; says where bytes stand that cannot be decoded.</summary>
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
        if (HasNoContent(path)) return Empty(log);
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

    /// <summary>Whether a file is empty, or no file that has a length (a pipe, a device). It is not opened: a pipe would keep the program waiting for whoever writes to it.</summary>
    internal static bool HasNoContent(string path)
    {
        try
        {
            return (File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path)) is FileInfo { Exists: true, Length: 0 };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Reports that nothing stands in a file.</summary>
    internal static byte[]? Empty(FileProblems log)
    {
        log.Error("book.file.empty", 0, "", new("文件是空的，或者是管道、设备", "the file is empty, or a pipe or device"),
            new("填写内容；不需要这个文件时删除它；管道中的内容先存成文件", "fill it in, or delete it where it is not needed; save what comes from a pipe to a file"));
        return null;
    }

    /// <summary>The same of bytes.</summary>
    internal static byte[]? ToUtf8(byte[] bytes, FileProblems log)
    {
        foreach ((byte[] magic, string zh, string en) in Formats)
        {
            if (bytes.AsSpan().StartsWith(magic)) return Binary(zh, en, log);
        }

        TextEncoding encoding = TextEncoding.Of(bytes);
        byte[]? text = encoding switch
        {
            { Mark: 0 } when bytes.AsSpan().Contains((byte)0) => bytes,
            { IsUtf8: true } => Valid(encoding.Mark == 0 ? bytes : bytes[encoding.Mark..], encoding.Mark, log),
            _ => Transcode(bytes, encoding, log),
        };
        if (text is null) return null;
        int nul = text.AsSpan().IndexOf((byte)0);
        if (nul >= 0) return Binary($"二进制文件（第 {Line(text, nul)} 行有空字节）", $"a binary file (line {Line(text, nul)} has a NUL byte)", log);
        return text.AsSpan().ContainsAnyExcept(" \t\r\n"u8) ? text : Empty(log);
    }

    private static byte[]? Valid(byte[] bytes, int skipped, FileProblems log)
    {
        if (Utf8.IsValid(bytes)) return bytes;
        int at = 0;
        while (Rune.DecodeFromUtf8(bytes.AsSpan(at), out _, out int length) == System.Buffers.OperationStatus.Done) at += length;
        return Undecodable(bytes, at, at + skipped, "UTF-8", log);
    }

    private static byte[]? Transcode(byte[] bytes, TextEncoding encoding, FileProblems log)
    {
        try
        {
            return Encoding.UTF8.GetBytes(encoding.Decoder.GetString(bytes, encoding.Mark, bytes.Length - encoding.Mark));
        }
        catch (DecoderFallbackException e)
        {
            int at = Math.Clamp(e.Index + encoding.Mark, 0, bytes.Length - 1);
            return Undecodable(bytes, at, at, encoding.Name, log);
        }
        catch (EncoderFallbackException)
        {
            return Unreadable("含有不成对的代理字符", "it has unpaired surrogates", log);
        }
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
