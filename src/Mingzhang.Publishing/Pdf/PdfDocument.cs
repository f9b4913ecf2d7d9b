using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Publishing.Documents;
using Mingzhang.Publishing.Word;

namespace Mingzhang.Publishing.Pdf;

/// <summary>Makes a tagged PDF of the Word document by LibreOffice. Files appear whole or not at all.</summary>
public static class PdfDocument
{
    private const string Filter = "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"},\"ExportBookmarks\":{\"type\":\"boolean\",\"value\":\"true\"},\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"17\"}}";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Whether LibreOffice is installed.</summary>
    public static bool IsPossible => OfficeProgram.IsThere;

    /// <summary>Writes a disclosure as a Word document whose contents show the right pages, and as a PDF where wanted.</summary>
    /// <param name="disclosure">What to write.</param>
    /// <param name="docxPath">The Word document; null for none.</param>
    /// <param name="pdfPath">The PDF; null for none.</param>
    /// <exception cref="PdfException">LibreOffice is missing or failed; nothing was written.</exception>
    public static void Write(Disclosure disclosure, string? docxPath, string? pdfPath) => InFolder(folder =>
    {
        string first = Path.Combine(folder, "first.docx"), second = Path.Combine(folder, "second.docx");
        using (FileStream stream = File.Create(first)) DocxDocument.Write(disclosure, stream, PageNumbers.Unknown);
        PageNumbers pages = PageSearch.Find(Convert(first, folder), DocumentBlocks.Of(disclosure));
        using (FileStream stream = File.Create(second)) DocxDocument.Write(disclosure, stream, pages);
        if (pdfPath is not null) Place(Convert(second, folder), pdfPath);
        if (docxPath is not null) Place(second, docxPath);
    });

    private static string Convert(string docx, string folder) => OfficeProgram.Convert(docx, Filter, "pdf", folder, Limit);

    /// <summary>Puts a finished file in its place at once.</summary>
    private static void Place(string file, string target)
    {
        string beside = target + ".new";
        File.Copy(file, beside, overwrite: true);
        File.Move(beside, target, overwrite: true);
    }

    private static void InFolder(Action<string> work)
    {
        string folder = Directory.CreateTempSubdirectory("mingzhang-").FullName;
        try
        {
            work(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
