using Mingzhang.Cli.Inputs;
using Mingzhang.Cli.Output;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Marked;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Cli.Commands;

/// <summary><c>check FILE --marked PATH</c>: a copy of the Word document or workbook with a comment at each finding.</summary>
internal static class MarkedFile
{
    /// <summary>Refuses what cannot be meant, before anything is read.</summary>
    public static void Verify(string path, InputFiles inputs)
    {
        if (inputs.IsList) throw new UsageException(new Text("--marked 只能和一个文件一起用", "--marked goes with one FILE only"));
        if (inputs.Files[0].Paths.Length > 1) throw new UsageException(new Text("--marked 不能和 --as-one 一起用", "--marked does not go with --as-one"));
        if (string.Equals(Path.GetFullPath(path), Path.GetFullPath(inputs.Files[0].Paths[0]), StringComparison.Ordinal))
            throw new UsageException(new Text("--marked 不能写回原文件，请另给一个文件名", "--marked cannot write over the document itself; name another file"));
    }

    /// <summary>Writes the copy, nothing where the document cannot be used; gives the document on.</summary>
    public static Examined Write(string path, Examined document, string language)
    {
        if (document.Report is not { } report) return document;
        string? extension = MarkedCopy.ExtensionOf(report.Disclosure.Source);
        if (extension is not null && !path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            throw new UsageException(new Text($"--marked 的文件名应以 {extension} 结尾，与原文件格式一致", $"the name for --marked ends in {extension}, as the document's format"));
        try
        {
            byte[] bytes = File.ReadAllBytes(document.File);
            AtomicFile.Write(path, stream => MarkedCopy.Write(report, bytes, stream, language));
            return document;
        }
        catch (MarkedException failure)
        {
            throw new UnusableException(new Text($"{document.File}：{failure.Problem.Zh}", $"{document.File}: {failure.Problem.En}"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UnusableException(new Text($"{document.File}：读不到：{failure.Message}", $"{document.File}: cannot be read: {failure.Message}"));
        }
    }
}
