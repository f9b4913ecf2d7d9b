using Mingzhang.Cli.Output;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.Excel;
using Mingzhang.Publishing.OpenData;
using Mingzhang.Publishing.Pdf;
using Mingzhang.Publishing.Reports;
using Mingzhang.Publishing.Views;
using Mingzhang.Publishing.Web;
using Mingzhang.Publishing.Word;

namespace Mingzhang.Cli.Commands;

/// <summary>Writes a disclosure as the files that a department publishes.</summary>
internal static class PublishedFiles
{
    private const string DataFolder = "data";

    /// <summary>Writes the formats wanted into a folder.</summary>
    /// <param name="report">What is published, with the result of its check.</param>
    /// <param name="folder">A folder that exists.</param>
    /// <param name="formats">What to write.</param>
    /// <param name="asked">Whether the user has named the formats: a PDF that cannot be made is then a failure, else left out with a message.</param>
    /// <param name="session">Where messages go.</param>
    /// <returns>The files, relative to the folder.</returns>
    public static IReadOnlyList<string> Write(CheckReport report, string folder, BuildFormats formats, bool asked, Session session)
    {
        Disclosure disclosure = report.Disclosure;
        string name = NameOf(disclosure);
        var written = new List<string>();
        bool pdf = formats.HasFlag(BuildFormats.Pdf) && CanMakePdf(asked, session);
        string docx = name + ".docx";
        if (pdf) MakePdf(disclosure, formats.HasFlag(BuildFormats.Docx) ? Path.Combine(folder, docx) : null, Path.Combine(folder, name + ".pdf"));
        else if (formats.HasFlag(BuildFormats.Docx)) File(docx, stream => DocxDocument.Write(disclosure, stream));
        if (pdf && formats.HasFlag(BuildFormats.Docx)) written.Add(docx);
        if (pdf) written.Add(name + ".pdf");
        if (formats.HasFlag(BuildFormats.Xlsx)) File(name + ".xlsx", stream => Workbook.Write(disclosure, stream));
        if (formats.HasFlag(BuildFormats.Html)) File(name + ".html", stream => WebPage.Write(disclosure, stream));
        if (formats.HasFlag(BuildFormats.Json)) File("disclosure.json", stream => ReadJson.Write([Examined.Read(disclosure.Source.Name, disclosure)], false, stream, session.Language));
        if (formats.HasFlag(BuildFormats.View)) File("view.json", stream => DisclosureViewJson.Write(DisclosureViews.Of(report), stream));
        if (formats.HasFlag(BuildFormats.Csv)) WriteOpenData();
        return written;

        void WriteOpenData()
        {
            Directory.CreateDirectory(Path.Combine(folder, DataFolder));
            OpenDataPackage.Write(disclosure, file => System.IO.File.Create(Path.Combine(folder, DataFolder, file)));
            written.Add(DataFolder + "/" + OpenDataPackage.DescriptionName);
        }

        void File(string file, Action<Stream> write)
        {
            using FileStream stream = System.IO.File.Create(Path.Combine(folder, file));
            write(stream);
            written.Add(file);
        }
    }

    // Title of the document; characters that a file name cannot have are left out.
    private static string NameOf(Disclosure disclosure)
    {
        string title = $"{disclosure.Unit}{disclosure.Year}年度部门决算公开";
        return string.Concat(title.Where(c => !Path.GetInvalidFileNameChars().Contains(c) && !"\\/:*?\"<>|".Contains(c, StringComparison.Ordinal)));
    }

    private static bool CanMakePdf(bool asked, Session session)
    {
        if (PdfDocument.IsPossible) return true;
        var missing = new Text("没有找到 LibreOffice，不能生成 PDF；请安装软件包 libreoffice-writer-nogui", "LibreOffice is missing, so there is no PDF; install the package libreoffice-writer-nogui");
        if (asked) throw new UnusableException(missing);
        session.Messages.WriteLine(missing.In(session.Language));
        return false;
    }

    private static void MakePdf(Disclosure disclosure, string? docx, string pdf)
    {
        try
        {
            PdfDocument.Write(disclosure, docx, pdf);
        }
        catch (PdfException failure)
        {
            throw new UnusableException(failure.Problem);
        }
    }
}
