using System.Security;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Tests.Archives;
using Mingzhang.Statutes;
using static Mingzhang.Reading.Tests.Formats.Office;

namespace Mingzhang.Reading.Tests.Formats;

/// <summary>How forms are spread over sheets does not matter: several on one, one over two.</summary>
public sealed class SheetFormsTests
{
    private static readonly StatuteBook Statutes = StatuteBook.Load();
    private static readonly string[] Lines = ArchiveTests.Apart().Tables.Split('\n');

    [Fact]
    public void All_forms_on_one_sheet_are_read() => Assert.Equal(Cells(Read(Lines)), Cells(Read(Sheets(Lines))));

    [Fact]
    public void A_form_that_goes_on_on_the_next_sheet_is_read_on()
    {
        int title = Array.FindLastIndex(Lines, l => l.Contains("支出决算表", StringComparison.Ordinal) && l.StartsWith("2023", StringComparison.Ordinal) && !l.Contains("一般", StringComparison.Ordinal) && !l.Contains("财政拨款", StringComparison.Ordinal));
        int row = Array.FindIndex(Lines, title, l => l.Length > 3 && char.IsAsciiDigit(l[0]) && char.IsAsciiDigit(l[2]) && l.Contains('\t'));
        int cut = row + 4;
        Assert.Equal(Cells(Read(Lines)), Cells(Read(Sheets(Lines[..cut], Lines[cut..]))));
    }

    [Fact]
    public void Rows_with_nothing_but_a_style_cost_nothing()
    {
        string rows = string.Concat(Enumerable.Range(2, 300_000).Select(r => $"<row r=\"{r}\"><c r=\"A{r}\" s=\"0\"/><c r=\"B{r}\" s=\"0\"/></row>"));
        Assert.Equal(["a\t1", "b\t2"], Loaded.Lines("a.xlsx", Xlsx([$"<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\"><v>1</v></c></row>{rows}<row r=\"1048576\"><c r=\"A1048576\" t=\"inlineStr\"><is><t>b</t></is></c><c r=\"B1048576\"><v>2</v></c></row></sheetData>"])));
    }

    private static SourceText Sheets(params string[][] sheets) => Loaded.Text("a.xlsx", Xlsx([.. sheets.Select(Sheet)]));

    private static string Sheet(string[] lines)
    {
        IEnumerable<string> rows = lines.Select((line, i) => (line, i)).Where(l => l.line.Trim().Length > 0)
            .Select(l => $"<row r=\"{l.i + 1}\">{string.Concat(l.line.Split('\t').Select((t, c) => t.Length == 0 ? "" : $"<c r=\"{(char)('A' + c)}{l.i + 1}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(t)}</t></is></c>"))}</row>");
        return $"<sheetData>{string.Concat(rows)}</sheetData>";
    }

    private static Disclosure Read(string[] lines) => Read(SourceText.FromString("a.txt", string.Join('\n', lines)));

    private static Disclosure Read(SourceText text) => DocumentReader.Read(text, Statutes).Disclosure!;

    private static IEnumerable<string> Cells(Disclosure disclosure) =>
        disclosure.Statements.SelectMany(s => s.Rows.SelectMany(r => r.Cells.Select(c => $"{s.Form}[{r.Key}].{c.Column} {c.Figure}"))).Order(StringComparer.Ordinal);
}
