using System.Diagnostics;
using System.Text.RegularExpressions;
using Mingzhang.Publishing.Pdf;

namespace Mingzhang.Product.Tests.Publishing;

public sealed partial class PdfDocumentTests
{
    [OfficeFact]
    public void The_PDF_is_tagged_and_its_contents_name_the_right_pages()
    {
        string folder = Directory.CreateTempSubdirectory("mingzhang-pdf-").FullName;
        try
        {
            string docx = Path.Combine(folder, "x.docx"), pdf = Path.Combine(folder, "x.pdf");
            PdfDocument.Write(BuiltDisclosure.FromBook, docx, pdf);
            Assert.Matches("Tagged: +yes", Run("pdfinfo", pdf));
            Assert.Contains(BuiltDisclosure.FromBook.Unit, Run("pdfinfo", pdf), StringComparison.Ordinal);
            string[] pages = Run("pdftotext", "-layout", pdf, "-").Split('\f');
            string[] contents = [.. pages[1].Split('\n').Where(l => l.Contains('.', StringComparison.Ordinal))];
            Assert.Equal(BuiltDisclosure.FromBook.Contents.Length, contents.Length);
            foreach (Match line in contents.Select(l => Line().Match(l)))
            {
                Assert.True(line.Success, line.Value);
                string title = Squeeze(line.Groups["title"].Value), page = Squeeze(pages[int.Parse(line.Groups["page"].Value) - 1]);
                int form = title.IndexOf("（表", StringComparison.Ordinal);
                Assert.Contains(form > 0 ? title[(title.IndexOf('、', StringComparison.Ordinal) + 1)..form] : title, page, StringComparison.Ordinal);
            }

            Assert.Equal(["x.docx", "x.pdf"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"^\s*(?<title>.*?)\.{3,}\s*(?<page>\d+)\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
