namespace Mingzhang.Reading.Sources;

/// <summary>Recognises files that are not text by their first bytes, so that the message can say what they are.</summary>
internal static class FileFormat
{
    private static readonly (byte[] Magic, string Zh, string En)[] Known =
    [
        ([0x50, 0x4B, 0x05, 0x06], "空的 ZIP 压缩包", "an empty ZIP archive"),
        ([0x89, 0x50, 0x4E, 0x47], "PNG 图片", "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "JPEG 图片", "a JPEG picture"),
        ("GIF8"u8.ToArray(), "GIF 图片", "a GIF picture"),
        ([0x1F, 0x8B], "gzip 压缩文件", "a gzip archive"),
        ("Rar!"u8.ToArray(), "RAR 压缩包", "a RAR archive"),
        ([0x37, 0x7A, 0xBC, 0xAF], "7z 压缩包", "a 7z archive"),
        ("II*\0"u8.ToArray(), "TIFF 图片", "a TIFF picture"),
        ("MM\0*"u8.ToArray(), "TIFF 图片", "a TIFF picture"),
        ("MIME-Version:"u8.ToArray(), "网页归档文件（mht）", "a web archive (mht)"),
        ("AT&TFORM"u8.ToArray(), "DjVu 文件", "a DjVu file"),
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
        $"{path}：这是{format.Zh}。不能直接读取。请给出 docx、xlsx、pdf、html 或 txt 格式的文档；图片请先做文字识别。",
        $"{path}: this is {format.En}, which is not read. Give the document as docx, xlsx, pdf, html or txt; a picture needs text recognition first."));
}
