using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Formats;

namespace Mingzhang.Reading.Sources;

/// <summary>Loads the text of a document within limits: text itself (.txt, .md), .docx, .xlsx, .xls, .html and .pdf, each known by what it holds.</summary>
public static class SourceLoader
{
    private const int SniffedBytes = 8192;

    /// <summary>The text of a file, or why it cannot be had; exactly one of both is set. Does not throw for anything that a file can be.</summary>
    public static (SourceText? Text, ReadProblem? Problem) Load(string path, ReadingOptions? options = null)
    {
        options ??= ReadingOptions.Default;
        (byte[]? bytes, ReadProblem? problem) = Bytes(path, options);
        return bytes is null ? (null, problem) : Load(path, bytes, options);
    }

    /// <summary>The bytes of a file, or why they cannot be had; exactly one of both is set.</summary>
    internal static (byte[]? Bytes, ReadProblem? Problem) Bytes(string path, ReadingOptions options)
    {
        if (Directory.Exists(path))
        {
            return (null, new(ReadProblemKind.IsFolder, new(
                $"{path}：这是文件夹，不是文件。请给出其中的一个文档。",
                $"{path}: this is a folder, not a file. Give one document in it.")));
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            if (Limit(file, path, options) is { } problem) return (null, problem);
            byte[] bytes = ReadAll(file, options.MaxBytes);
            return bytes.LongLength > options.MaxBytes ? (null, TooLarge(path, bytes.LongLength, options)) : (bytes, null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException || path.AsSpan().ContainsAny('\0', '\n') || path.Length == 0)
        {
            return (null, new(ReadProblemKind.NotFound, new(
                $"{path}：没有这个文件。请检查路径和文件名。", $"{path}: no such file. Check the path and the name.")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException or ArgumentException)
        {
            return (null, new(ReadProblemKind.NotReadable, new(
                $"{path}：无法打开（{e.Message}）。请检查权限，并确认文件没有被其他程序占用。",
                $"{path}: cannot be opened ({e.Message}). Check its permissions and that no other program holds it.")));
        }
    }

    /// <summary>The text of a file's bytes, or why it cannot be had. <paramref name="path"/> is for messages; its last part names the text.</summary>
    public static (SourceText? Text, ReadProblem? Problem) Load(string path, byte[] bytes, ReadingOptions? options = null)
    {
        options ??= ReadingOptions.Default;
        if (bytes.LongLength > options.MaxBytes) return (null, TooLarge(path, bytes.LongLength, options));
        DocumentFormat known = DocumentFormats.Of(path, bytes);
        if (known != DocumentFormat.Text) return FormatReader.Read(path, bytes, known, options);
        if (FileFormat.Of(bytes.AsSpan(0, Math.Min(bytes.Length, SniffedBytes))) is { } format) return (null, FileFormat.Problem(path, format));

        (string? text, ReadProblem? problem) = TextDecoder.Decode(path, bytes);
        if (text is null) return (null, problem);
        if (text.AsSpan().IsWhiteSpace())
        {
            return (null, new(ReadProblemKind.Empty, new(
                $"{path}：文件是空的，没有任何文字。请确认导出或提取是否成功。",
                $"{path}: the file is empty. Check that its export or extraction succeeded.")));
        }

        if (LineLimit(path, text, options) is { } limit) return (null, limit);
        return (SourceText.FromString(Path.GetFileName(path), text), null);
    }

    private static ReadProblem? Limit(FileStream file, string path, ReadingOptions options) =>
        file.CanSeek && file.Length > options.MaxBytes ? TooLarge(path, file.Length, options) : null;

    private static byte[] ReadAll(FileStream file, long limit)
    {
        // One byte more than allowed is read at most, whatever the length claims to be (a pipe, a file that grows).
        var bytes = new MemoryStream(file.CanSeek ? (int)Math.Min(file.Length + 1, limit + 1) : 0);
        var buffer = new byte[81920];
        while (bytes.Length <= limit && file.Read(buffer, 0, (int)Math.Min(buffer.Length, limit + 1 - bytes.Length)) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private static ReadProblem? LineLimit(string path, string text, ReadingOptions options)
    {
        int line = 1, start = 0;
        while (start <= text.Length)
        {
            int length = text.AsSpan(start).IndexOfAny('\n', '\r');
            if (length < 0) length = text.Length - start;
            if (length > options.MaxLineLength)
            {
                return new(ReadProblemKind.TooLarge, new(
                    $"{path}：第 {line} 行有 {length} 个字符，超过上限 {options.MaxLineLength}。请检查该文件是否为按行排版的文本，或调高上限。",
                    $"{path}: line {line} has {length} characters, more than the limit of {options.MaxLineLength}. Check that the file is text in lines, or raise the limit."));
            }

            start += length + 1;
            if (++line <= options.MaxLines || start > text.Length) continue;
            return new(ReadProblemKind.TooLarge, new(
                $"{path}：行数超过上限 {options.MaxLines}。请拆分文件，或调高上限。",
                $"{path}: more lines than the limit of {options.MaxLines}. Split the file, or raise the limit."));
        }

        return null;
    }

    private static ReadProblem TooLarge(string path, long length, ReadingOptions options) => new(ReadProblemKind.TooLarge, new(
        $"{path}：文件大小至少 {length} 字节，超过上限 {options.MaxBytes} 字节。请确认这是要检查的文档，或调高上限。",
        $"{path}: the file has at least {length} bytes, more than the limit of {options.MaxBytes}. Check that it is the document you mean, or raise the limit."));
}
