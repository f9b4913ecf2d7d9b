using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Formats.Pdf;

/// <summary>Reads PDF files.</summary>
internal static class PdfReader
{
    /// <summary>The text of a document. Throws <see cref="UnreadableException"/> where it cannot be read.</summary>
    internal static SourceText Read(string path, byte[] bytes, ReadingOptions options) =>
        throw new UnreadableException(ReadProblemKind.Binary, "这是 PDF 文件，本版本不能读取。请先用 pdftotext 提取文字。", "this is a PDF file, which this version does not read. Extract its text with pdftotext.");
}
