using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Mingzhang.Publishing.Documents;
using Mingzhang.Publishing.Word;

namespace Mingzhang.Publishing.Pdf;

/// <summary>Finds on which page of a PDF each heading begins, by its text, in order (poppler's pdftotext).</summary>
internal static class PageSearch
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>The pages by anchor; headings that are not found are left out.</summary>
    public static PageNumbers Find(string pdf, ImmutableArray<Block> blocks)
    {
        string[] pages = [.. Text(pdf).Split('\f').Select(Squeeze)];
        var found = ImmutableDictionary.CreateBuilder<string, int>();
        int page = 0, at = 0;
        bool contents = false;
        foreach (Block block in blocks)
        {
            (string? text, string anchor) = block switch
            {
                HeadingBlock heading => (heading.Text, heading.Anchor),
                StatementBlock statement => (statement.Title, statement.Anchor),
                _ => (null, ""),
            };
            if (block is ContentsBlock { Lines: [.., var last] })
            {
                (page, at) = After(pages, Squeeze(last.Text), page, at);
                contents = true;
            }

            if (text is null) continue;
            if (!contents && page == 0 && at == 0 && blocks[0] is CoverBlock) page = 1;
            for (int i = page; i < pages.Length; i++)
            {
                int place = pages[i].IndexOf(Squeeze(text), i == page ? at : 0, StringComparison.Ordinal);
                if (place < 0) continue;
                (page, at) = (i, place + 1);
                found.TryAdd(anchor, i + 1);
                break;
            }
        }

        return new PageNumbers(found.ToImmutable());
    }

    private static (int Page, int At) After(string[] pages, string text, int page, int at)
    {
        for (int i = page; i < pages.Length; i++)
        {
            int place = pages[i].IndexOf(text, i == page ? at : 0, StringComparison.Ordinal);
            if (place >= 0) return (i, place + text.Length);
        }

        return (page, at);
    }

    private static string Text(string pdf)
    {
        var start = new ProcessStartInfo("pdftotext") { RedirectStandardOutput = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8 };
        start.ArgumentList.Add("-enc");
        start.ArgumentList.Add("UTF-8");
        start.ArgumentList.Add(pdf);
        start.ArgumentList.Add("-");
        try
        {
            using Process process = Process.Start(start) ?? throw Missing();
            Task<string> text = process.StandardOutput.ReadToEndAsync();
            if (!text.Wait(Limit))
            {
                process.Kill();
                throw new PdfException("pdftotext 没有按时完成。", "pdftotext did not finish in time.");
            }

            process.WaitForExit();
            return text.Result;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw Missing();
        }
    }

    private static PdfException Missing() => new(
        "没有 pdftotext，不能确定目录的页码：请安装 poppler-utils（Debian、Ubuntu）。",
        "pdftotext is missing, so the pages of the contents cannot be found: install poppler-utils (Debian, Ubuntu).");

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
