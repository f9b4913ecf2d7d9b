using System.Text;
using Mingzhang.Accounts.Books;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Tests.Books;

/// <summary>What can be wrong with files as files.</summary>
public sealed class FileTests : IDisposable
{
    private readonly BookCopy _book = new();

    public void Dispose() => _book.Dispose();

    [Theory]
    [InlineData("unit.yaml")]
    [InlineData("ledger.csv")]
    public void A_required_file_that_is_missing_is_an_error(string file)
    {
        BookProblem error = _book.Remove(file).Read().OnlyError();
        Assert.Equal(("book.file.missing", file, 0), (error.Id, error.File, error.Row));
    }

    [Theory]
    [InlineData("opening.csv")]
    [InlineData("budget.csv")]
    [InlineData("particulars.yaml")]
    [InlineData("prior.json")]
    [InlineData("prose.md")]
    public void Other_files_may_be_missing(string file) => Assert.NotNull(_book.Remove(file).Read().Book);

    [Theory]
    [InlineData("unit.yaml")]
    [InlineData("ledger.csv")]
    [InlineData("opening.csv")]
    [InlineData("budget.csv")]
    [InlineData("particulars.yaml")]
    [InlineData("prior.json")]
    [InlineData("prose.md")]
    [InlineData("projects/P01.yaml")]
    [InlineData("performance/P01.yaml")]
    public void An_empty_file_is_an_error_everywhere(string file)
    {
        BookReading reading = _book.Write(file, " \n").Read();
        Assert.Null(reading.Book);
        Assert.Contains(reading.Problems, p => p.File == file && p.Id == "book.file.empty");
    }

    [Theory]
    [InlineData("unit.yaml")]
    [InlineData("ledger.csv")]
    [InlineData("budget.csv")]
    [InlineData("prose.md")]
    [InlineData("prior.json")]
    public void Files_in_GB18030_are_read(string file)
    {
        Encoding gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        File.WriteAllBytes(_book.At(file), gb.GetBytes(_book.Text(file)));
        BookReading reading = _book.Read();
        Assert.Empty(reading.Problems);
        Assert.Equal("澄湾区文化服务局", reading.Book!.Department.Name);
        Assert.Equal(60, reading.Book.Ledger.Count);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_is_no_part_of_the_first_heading(string encoding)
    {
        Encoding with = Encoding.GetEncoding(encoding);
        foreach (string file in (string[])["ledger.csv", "budget.csv", "unit.yaml"])
            File.WriteAllBytes(_book.At(file), [.. with.GetPreamble(), .. with.GetBytes(_book.Text(file))]);
        Assert.Empty(_book.Read().Problems);
    }

    [Theory]
    [InlineData("ledger.csv")]
    [InlineData("budget.csv")]
    public void Bytes_that_cannot_be_decoded_are_named_by_their_offset(string file)
    {
        byte[] bytes = File.ReadAllBytes(_book.At(file));
        int at = bytes.AsSpan().IndexOf("801002"u8) - 1;
        bytes[at] = 0xFF;
        File.WriteAllBytes(_book.At(file), bytes);
        BookProblem error = _book.Read().OnlyError();
        Assert.Equal(("book.file.encoding", file), (error.Id, error.File));
        Assert.Contains($"偏移 {at}", error.Message.Zh, StringComparison.Ordinal);
        Assert.Equal(bytes.AsSpan(0, at).Count((byte)'\n') + 1, error.Row);
    }

    [Theory]
    [InlineData("ledger.csv", new byte[] { 0x50, 0x4B, 0x03, 0x04, 20, 0 }, "Office")]
    [InlineData("budget.csv", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1 }, "Office")]
    [InlineData("opening.csv", new byte[] { 65, 0, 66, 10, 67, 68, 69 }, "空字节")]
    [InlineData("prose.md", new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D }, "PDF")]
    public void A_binary_file_is_said_to_be_one(string file, byte[] bytes, string said)
    {
        File.WriteAllBytes(_book.At(file), bytes);
        BookProblem error = _book.Read().OnlyError();
        Assert.Equal((file, "book.file.binary"), (error.File, error.Id));
        Assert.Contains(said, error.Message.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ledger.csv")]
    [InlineData("budget.csv")]
    [InlineData("unit.yaml")]
    public void A_file_of_two_gigabytes_is_refused_without_reading_it(string file)
    {
        using (var stream = new FileStream(_book.At(file), FileMode.Open)) stream.SetLength((1L << 31) + 1);
        BookProblem error = _book.Read().OnlyError();
        Assert.Equal((file, "book.file.too-large"), (error.File, error.Id));
        Assert.Contains("2147483649", error.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_can_be_set()
    {
        BookProblem error = _book.Read(new BookLimits { LedgerBytes = 1000 }).OnlyError();
        Assert.Equal(("ledger.csv", "book.file.too-large"), (error.File, error.Id));
        Assert.Equal("book.table.too-many-rows", _book.Read(new BookLimits { Rows = 5 }).OnlyError().Id);
        Assert.Contains(_book.Read(new BookLimits { Files = 2 }).Problems, p => p is { Id: "book.file.too-many", File: "projects" });
    }

    [Fact]
    public void A_folder_that_is_missing_is_an_error() => Assert.Equal("book.folder.missing", Reading.Of(_book.At("nowhere")).OnlyError().Id);

    [Fact]
    public void A_folder_in_place_of_a_file_is_an_error()
    {
        Directory.CreateDirectory(_book.Remove("prose.md").At("prose.md"));
        Assert.Equal("book.file.unreadable", _book.Read().OnlyError().Id);
    }

    [Theory]
    [InlineData("opening-balance.csv", "没有读取")]
    [InlineData("Budget.csv", "budget.csv")]
    [InlineData("projects/P04.yml", "没有读取")]
    [InlineData("project/P01.yaml", "projects")]
    public void A_file_that_nothing_reads_is_a_warning(string file, string said)
    {
        BookReading reading = _book.Write(file, "x: 1\n").Read();
        BookProblem warning = Assert.Single(reading.Problems);
        Assert.Equal((Severity.Warning, "book.file.stray"), (warning.Severity, warning.Id));
        Assert.Contains(said, warning.Message.Zh, StringComparison.Ordinal);
        Assert.NotNull(reading.Book);
    }

    [Fact]
    public void Notes_and_hidden_files_are_left_alone() =>
        Assert.Empty(_book.Write("README.md", "x").Write(".git/config", "x").Write("来源.txt", "x").Read().Problems);
}
