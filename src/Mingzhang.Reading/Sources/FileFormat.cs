namespace Mingzhang.Reading.Sources;

/// <summary>Recognises files that are not text by their first bytes, so that the message can say what they are.</summary>
internal static class FileFormat
{
    private static readonly (byte[] Magic, string Zh, string En)[] Known =
    [
        ("%PDF"u8.ToArray(), "PDF 文件", "a PDF file"),
        ([0x50, 0x4B, 0x03, 0x04], "压缩包或 Office 文件（docx、xlsx、zip）", "a ZIP archive or an Office file (docx, xlsx)"),
        ([0x50, 0x4B, 0x05, 0x06], "空的 ZIP 压缩包", "an empty ZIP archive"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "旧版 Office 文件（doc、xls、wps）", "an old Office file (doc, xls, wps)"),
        ([0x89, 0x50, 0x4E, 0x47], "PNG 图片", "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "JPEG 图片", "a JPEG picture"),
        ("GIF8"u8.ToArray(), "GIF 图片", "a GIF picture"),
        ([0x1F, 0x8B], "gzip 压缩文件", "a gzip archive"),
        ("Rar!"u8.ToArray(), "RAR 压缩包", "a RAR archive"),
        ([0x37, 0x7A, 0xBC, 0xAF], "7z 压缩包", "a 7z archive"),
        ("{\\rtf"u8.ToArray(), "RTF 文件", "an RTF file"),
        ([0x7F, 0x45, 0x4C, 0x46], "可执行程序", "an executable program"),
    ];

    /// <summary>What a file is if it is no text, in both languages; null if it can be text.</summary>
    /// <param name="start">Its first bytes.</param>
    internal static (string Zh, string En)? Of(ReadOnlySpan<byte> start)
    {
        foreach ((byte[] magic, string zh, string en) in Known)
        {
            if (start.StartsWith(magic)) return (zh, en);
        }

        bool utf16 = start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        return !utf16 && start.Contains((byte)0) ? ("二进制文件（含有空字节）", "a binary file (it has NUL bytes)") : null;
    }

    internal static ReadProblem Problem(string path, (string Zh, string En) format) => new(ReadProblemKind.Binary, new(
        $"{path}：这是{format.Zh}。本版本只读取文本文档（.txt、.md），请先转换成文本，例如用 pdftotext 提取。",
        $"{path}: this is {format.En}. This version reads text documents only (.txt, .md): convert it to text first, for instance with pdftotext."));
}
