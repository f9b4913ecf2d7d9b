using System.Diagnostics;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Product.Tests.Building;
using Mingzhang.Publishing.Excel;
using Mingzhang.Publishing.Word;
using Mingzhang.Reading;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Product.Tests.RoundTrips;

/// <summary>
/// The same document in formats that we read but do not write: old Word and Excel files that LibreOffice makes of ours, and text. Cells, claims and findings
/// are those of the Word document or workbook. (Word, web page, PDF and workbook themselves: <see cref="RoundTripTests"/>.)
/// </summary>
public sealed class EquivalenceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang-equal-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [OfficeFact]
    public void Old_Word_documents_say_what_the_new_ones_say() => AssertSame("docx", "doc", (disclosure, file) => DocxDocument.Write(disclosure, file));

    [OfficeFact]
    public void Old_workbooks_say_what_the_new_ones_say() => AssertSame("xlsx", "xls", (disclosure, file) => Workbook.Write(disclosure, file));

    [Fact]
    public void Text_says_what_the_Word_document_says()
    {
        foreach (string name in ExampleBook.Names)
        {
            string docx = At(name, "docx"), text = At(name, "txt");
            using (FileStream file = File.Create(docx)) DocxDocument.Write(ExampleBook.Compose(name), file);
            SourceText source = SourceLoader.Load(docx).Text!;
            File.WriteAllLines(text, source.Lines);
            AssertSame(name, Read(docx), Read(text));
        }
    }

    private void AssertSame(string format, string old, Action<Disclosure, FileStream> write)
    {
        foreach (string name in ExampleBook.Names)
        {
            using FileStream file = File.Create(At(name, format));
            write(ExampleBook.Compose(name), file);
        }

        Convert([.. ExampleBook.Names.Select(name => At(name, format))], old);
        Parallel.ForEach(ExampleBook.Names, name => AssertSame($"{name}.{old}", Read(At(name, format)), Read(At(name, old))));
    }

    private static void AssertSame(string name, Disclosure one, Disclosure other)
    {
        IReadOnlyList<string> differences = Facts.Differences(Facts.Of(one), Facts.Of(other));
        Assert.True(differences.Count == 0, $"{name}:\n{string.Join('\n', differences)}");
        Assert.Equal(Findings(one), Findings(other));
    }

    private static IEnumerable<string> Findings(Disclosure disclosure) =>
        Checker.Check(disclosure).Findings.Select(f => $"{f.Severity} {f.Rule} {f.Where.Address} {f.Where.Section} {f.Stated} {f.Expected}").Order(StringComparer.Ordinal);

    private string At(string name, string extension) => Path.Combine(_folder, $"{name}.{extension}");

    private static Disclosure Read(string path)
    {
        ReadResult result = DocumentReader.Read(path, Pipeline.Statutes);
        return result.Disclosure ?? throw new InvalidOperationException(result.Problem!.Message.En);
    }

    private void Convert(string[] files, string format)
    {
        string[] arguments = ["--headless", "-env:UserInstallation=" + new Uri(Path.Combine(_folder, "profile")).AbsoluteUri, "--convert-to", format, "--outdir", _folder, .. files];
        var start = new ProcessStartInfo("soffice", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
    }
}
