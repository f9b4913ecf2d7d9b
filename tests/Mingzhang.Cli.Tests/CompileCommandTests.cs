using System.Text.Json;

namespace Mingzhang.Cli.Tests;

/// <summary><c>mingzhang compile</c>: the forms alone, the same figures as in the disclosure that <c>build</c> makes.</summary>
public sealed class CompileCommandTests : IDisposable
{
    private readonly BookCopy _book = new();
    private readonly ScratchFolder _folder = new();

    public void Dispose()
    {
        _book.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("balanced")]
    public void Every_cell_is_that_of_the_disclosure_that_is_built(string rounding)
    {
        Run compiled = Run.Of("compile", _book.Folder, "--format", "json", "--rounding", rounding);
        Run built = Run.Of("build", _book.Folder, "-o", _folder.At("out"), "--formats", "json", "--rounding", rounding);
        Assert.True((compiled.Status, built.Status) == (0, 0), compiled.Messages + built.Messages);
        List<string> cells = Cells(compiled.Json());
        using JsonDocument disclosure = JsonDocument.Parse(File.ReadAllText(_folder.At("out/disclosure.json")));
        Assert.True(cells.Count > 200, $"{cells.Count} cells");
        Assert.Equal(Cells(disclosure.RootElement), cells);
    }

    [Fact]
    public void The_forms_are_shown_with_their_captions_and_rows_that_have_figures()
    {
        Run run = Run.Of("compile", _book.Folder);
        Assert.Equal(0, run.Status);
        string[] lines = run.Output.Split('\n');
        Assert.Equal(["01", "02", "03", "04", "05", "06", "07", "08", "09"], lines.Where(l => l.StartsWith("公开", StringComparison.Ordinal)).Select(l => l[2..4]));
        string row = Assert.Single(lines, l => l.StartsWith("  1   一般公共预算财政拨款收入", StringComparison.Ordinal));
        Assert.Matches(@"^  1   一般公共预算财政拨款收入 +[\d.]+$", row);
        Assert.DoesNotContain(lines, l => l.Contains("外交支出", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("本年收入合计", StringComparison.Ordinal) && l.Contains("财政拨款收入", StringComparison.Ordinal) && l.Contains("事业收入", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("  12", StringComparison.Ordinal) && l.Contains("决算数/公务接待费", StringComparison.Ordinal));
        Assert.Contains("form 01", Run.Of("compile", _book.Folder, "--lang", "en").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("text")]
    public void A_result_goes_to_a_file_as_well(string format)
    {
        Run run = Run.Of("compile", _book.Folder, "--format", format, "-o", _folder.At("forms"));
        Assert.Equal((0, ""), (run.Status, run.Output));
        Assert.Equal(["forms"], _folder.Names());
        byte[] bytes = File.ReadAllBytes(_folder.At("forms"));
        if (format == "xlsx") Assert.Equal("PK"u8.ToArray(), bytes[..2]);
        else if (format == "csv") Assert.StartsWith("file,unit,year,", File.ReadAllText(_folder.At("forms")), StringComparison.Ordinal);
        else Assert.Equal(Run.Of("compile", _book.Folder).Output, File.ReadAllText(_folder.At("forms")));
    }

    [Fact]
    public void The_workbook_reads_back_with_the_same_cells()
    {
        Assert.Equal(0, Run.Of("compile", _book.Folder, "--format", "xlsx", "-o", _folder.At("forms.xlsx")).Status);
        Run read = Run.Of("read", _folder.At("forms.xlsx"));
        Assert.True(read.Status == 0, read.Messages);
        // The sides of a form are read row by row.
        Assert.Equal(Cells(Run.Of("compile", _book.Folder, "--format", "json").Json()).Order(StringComparer.Ordinal), Cells(read.Json()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_book_with_errors_gives_nothing()
    {
        _book.Replace("ledger.csv", "0002,801001,7101", "0002,801009,7101").Replace("ledger.csv", "2023-07-18,0007", "2023-07-18,0006");
        foreach (string format in (string[])["text", "json", "csv", "xlsx"])
        {
            _folder.File("old", "old");
            Run run = Run.Of("compile", _book.Folder, "--format", format, "-o", _folder.At("old"));
            Assert.Equal((2, ""), (run.Status, run.Output));
            Assert.Contains("未知的单位“801009”", run.Messages, StringComparison.Ordinal);
            Assert.Equal("old", File.ReadAllText(_folder.At("old")));
            Assert.Equal(["old"], _folder.Names());
        }

        string problems = Run.Of("compile", _book.Folder).Messages;
        Assert.Equal(problems, Run.Of("build", _book.Folder, "-o", _folder.At("out")).Messages);
    }

    [Fact]
    public void Wrong_usage_is_said()
    {
        Assert.Equal(64, Run.Of("compile").Status);
        Assert.Equal(64, Run.Of("compile", _book.Folder, "--format", "html").Status);
        Assert.Equal(64, Run.Of("compile", _book.Folder, "--rounding", "up").Status);
        Assert.Contains("--format text|json|csv|xlsx", Run.Of("compile", "--help").Output, StringComparison.Ordinal);
        Assert.Contains("The book is checked", Run.Of("compile", "--help", "--lang", "en").Output, StringComparison.Ordinal);
    }

    private static List<string> Cells(JsonElement document) =>
    [
        .. from form in document.GetProperty("statements").EnumerateArray()
           from row in form.GetProperty("rows").EnumerateArray()
           from cell in row.GetProperty("cells").EnumerateObject()
           select $"{form.GetProperty("form").GetString()}[{row.GetProperty("key").GetString()}].{cell.Name}={cell.Value.GetString()}",
    ];
}
