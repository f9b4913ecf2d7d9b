using System.Collections.Immutable;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Html;
using Mingzhang.Publishing.Reports;
using Mingzhang.Reading;
using Mingzhang.Reading.Formats.Pdf.Pictures;

namespace Mingzhang.Cli.Commands;

/// <summary>Adds the pictures of its pages to a checked PDF, for the web report. Without them the report shows the text.</summary>
internal static class ReportPictures
{
    public static Examined AddTo(Examined document, ReadingOptions options, Session session)
    {
        if (document.Report is not { } report || HtmlReport.PagesToShow(report) is not { Count: > 0 } pages) return document;
        ImmutableArray<string> paths = document.Paths;
        var pictures = ImmutableDictionary.CreateBuilder<int, PagePicture>();
        for (int i = 0; i < paths.Length; i++)
        {
            (int first, int last) = PagesOf(report.Disclosure.Source, i);
            if (Bytes(paths[i], options) is not { } pdf) continue;
            foreach ((int page, PagePicture picture) in PagePictures.Of(pdf, pages.Where(p => p >= first && p <= last).Select(p => p - first + 1), options)) pictures[page + first - 1] = picture;
        }

        if (pictures.Count == 0) session.Messages.WriteLine(session.Say($"{document.File}：没有画出页面图像，报告只有文字（需要软件包 poppler-utils）", $"{document.File}: the pages could not be drawn, the report shows the text (needs the package poppler-utils)"));
        return document with { Pictures = pictures.ToImmutable() };
    }

    /// <summary>The pages of the joint document that a file has.</summary>
    private static (int First, int Last) PagesOf(SourceText source, int file)
    {
        if (source.Files.IsEmpty) return (1, int.MaxValue);
        int first = source.Files[file].FirstPage, next = source.Files.Skip(file + 1).Select(f => f.FirstPage).FirstOrDefault(p => p > 0, int.MaxValue);
        return first == 0 ? (1, 0) : (first, next == int.MaxValue ? next : next - 1);
    }

    /// <summary>The bytes of a PDF; null for another file, or a document within an archive.</summary>
    private static byte[]? Bytes(string path, ReadingOptions options)
    {
        try
        {
            if (!File.Exists(path) || new FileInfo(path).Length > options.MaxBytes) return null;
            byte[] bytes = File.ReadAllBytes(path);
            return bytes.AsSpan(0, Math.Min(bytes.Length, 1024)).IndexOf("%PDF-"u8) >= 0 ? bytes : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
