using Mingzhang.Core.Disclosures;
using Mingzhang.Publishing.Excel;
using Mingzhang.Publishing.Pdf;
using Mingzhang.Publishing.Web;
using Mingzhang.Publishing.Word;

namespace Mingzhang.Product.Tests.RoundTrips;

/// <summary>Publishes a disclosure in a format and reads the file again.</summary>
internal static class Published
{
    /// <summary>The disclosure that is read from what was published as <c>docx</c>, <c>html</c>, <c>xlsx</c> or <c>pdf</c>.</summary>
    public static Disclosure ReadBack(Disclosure disclosure, string format)
    {
        string folder = Directory.CreateTempSubdirectory("mingzhang-trip-").FullName;
        try
        {
            string path = Path.Combine(folder, $"document.{format}");
            Write(disclosure, format, path);
            var result = Mingzhang.Reading.DocumentReader.Read(path, Pipeline.Statutes);
            return result.Disclosure ?? throw new InvalidOperationException(result.Problem!.Message.En);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(Disclosure disclosure, string format, string path)
    {
        if (format == "pdf")
        {
            PdfDocument.Write(disclosure, docxPath: null, path);
            return;
        }

        using FileStream file = File.Create(path);
        switch (format)
        {
            case "docx":
                DocxDocument.Write(disclosure, file);
                break;
            case "html":
                WebPage.Write(disclosure, file);
                break;
            case "xlsx":
                Workbook.Write(disclosure, file);
                break;
            default:
                throw new ArgumentException(format);
        }
    }
}
