using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.Marked;
using Mingzhang.Publishing.Reports;
using Mingzhang.Publishing.Word;
using Mingzhang.Reading.Sources;
using Workbook = Mingzhang.Publishing.Excel.Workbook;

namespace Mingzhang.Product.Tests.Publishing;

public sealed class MarkedDocumentTests
{
    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public void A_marked_copy_is_valid_and_reads_as_the_document_itself(string format)
    {
        byte[] file = Publish(WithWrongFigures(BuiltDisclosure.FromText), format);
        CheckReport report = Check("文件." + format, file);
        Assert.True(report.Result.Count(Severity.Error) >= 2);
        byte[] copy = Mark(report, file);
        Assert.Empty(Problems(copy, format));
        // The remark that the copy has comments is all that differs.
        Assert.Equal(Data(report), Data(WithoutRemarks(Check("文件." + format, copy))));
        Assert.Equal(Data(report), Data(WithoutRemarks(Check("文件." + format, Mark(Check("文件." + format, copy), copy)))));
    }

    [Fact]
    public void Every_comment_of_a_Word_document_stands_over_the_characters_of_its_finding()
    {
        byte[] file = Publish(WithWrongFigures(BuiltDisclosure.FromText), "docx");
        CheckReport report = Check("文件.docx", file);
        Finding[] findings = [.. report.Result.Findings.OrderBy(f => f.Where.Span).ThenBy(f => f.Severity)];
        string[] marked = [.. Commented(Mark(report, file))];
        Assert.Equal(findings.Length, marked.Length);
        for (int i = 0; i < findings.Length; i++)
        {
            if (!findings[i].Where.Span.IsSome) continue;
            string quote = Dense(findings[i].Quote);
            Assert.True(quote.Contains(marked[i], StringComparison.Ordinal) && marked[i].Length > 0, $"“{marked[i]}” is not of “{quote}”");
            if (findings[i].Quote.Contains('\t') && findings[i].Stated is { } stated) Assert.Equal(stated, marked[i].Replace(",", "", StringComparison.Ordinal));
        }
    }

    private static CheckReport WithoutRemarks(CheckReport report)
    {
        Disclosure disclosure = report.Disclosure;
        Assert.Single(disclosure.Source.Remarks);
        return new CheckReport(report.File, report.Result with { Disclosure = disclosure with { Source = disclosure.Source with { Remarks = [] } } }, report.Rules);
    }

    private static Disclosure WithWrongFigures(Disclosure clean)
    {
        Statement form = clean.Statement("03")!;
        StatementRow row = form.Rows.First(r => r.Key.Length == 7 && r.Cells.Length > 1);
        Core.Disclosures.Cell cell = row.Cells[0];
        string wrong = cell.Text.Replace(cell.Text[0], cell.Text[0] == '9' ? '1' : (char)(cell.Text[0] + 1));
        Statement spoiled = form with { Rows = form.Rows.Replace(row, row with { Cells = row.Cells.SetItem(0, cell with { Text = wrong, Figure = Core.Figures.Printed.Parse(wrong) }) }) };
        int line = clean.Section("三/三")!.FirstLine;
        while (!clean.Source.Lines[line - 1].Contains("万元", StringComparison.Ordinal)) line++;
        string sentence = clean.Source.Lines[line - 1];
        int digit = sentence.IndexOf("万元", StringComparison.Ordinal) - 1;
        while (!char.IsAsciiDigit(sentence[digit])) digit--;
        string changed = sentence.Remove(digit, 1).Insert(digit, sentence[digit] == '9' ? "3" : "9");
        return clean with
        {
            Statements = clean.Statements.Replace(form, spoiled),
            Source = clean.Source with { Lines = clean.Source.Lines.SetItem(line - 1, changed) },
        };
    }

    private static byte[] Publish(Disclosure disclosure, string format) =>
        BuiltDisclosure.Bytes(stream => { if (format == "docx") DocxDocument.Write(disclosure, stream); else Workbook.Write(disclosure, stream); });

    private static CheckReport Check(string name, byte[] file)
    {
        (SourceText? text, Mingzhang.Reading.ReadProblem? problem) = SourceLoader.Load(name, file);
        Assert.True(text is not null, problem?.Message.En);
        Disclosure disclosure = Mingzhang.Reading.DocumentReader.Read(text, Pipeline.Statutes).Disclosure!;
        return new CheckReport(name, Checker.Check(disclosure), RuleBook.DefinitionsFor(disclosure.Edition));
    }

    private static byte[] Mark(CheckReport report, byte[] file) => BuiltDisclosure.Bytes(stream => MarkedCopy.Write(report, file, stream));

    private static string Data(CheckReport report) => System.Text.Encoding.UTF8.GetString(BuiltDisclosure.Bytes(stream => CheckJson.Write(report, stream)));

    private static IEnumerable<string> Problems(byte[] file, string format)
    {
        using OpenXmlPackage package = format == "docx" ? WordprocessingDocument.Open(new MemoryStream(file), false) : SpreadsheetDocument.Open(new MemoryStream(file), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(e => $"{e.Part?.Uri}: {e.Description}")];
    }

    /// <summary>The text over which each comment stands, without blanks, in the order of the comments.</summary>
    private static IEnumerable<string> Commented(byte[] file)
    {
        using WordprocessingDocument document = WordprocessingDocument.Open(new MemoryStream(file), false);
        var texts = new SortedDictionary<int, string>();
        var open = new HashSet<int>();
        foreach (OpenXmlElement element in document.MainDocumentPart!.Document.Descendants())
        {
            if (element is CommentRangeStart start) open.Add(int.Parse(start.Id!));
            else if (element is CommentRangeEnd end) open.Remove(int.Parse(end.Id!));
            foreach (int id in open) texts[id] = texts.GetValueOrDefault(id, "") + (element is DocumentFormat.OpenXml.Wordprocessing.Text text ? Dense(text.Text) : "");
        }

        return [.. texts.Values];
    }

    private static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
