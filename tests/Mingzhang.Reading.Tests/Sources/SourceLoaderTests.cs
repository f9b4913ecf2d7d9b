using System.Text;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Tests.Sources;

public sealed class SourceLoaderTests : IDisposable
{
    private const string Sample = "第二部分 部门决算表\n收入 1,162.58\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Utf8_is_read_with_and_without_its_mark()
    {
        Assert.Equal(Sample, Text(Encoding.UTF8.GetBytes(Sample)));
        Assert.Equal(Sample, Text([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sample)]));
    }

    [Fact]
    public void Utf16_is_read_in_both_byte_orders()
    {
        Assert.Equal(Sample, Text([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sample)]));
        Assert.Equal(Sample, Text([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Sample)]));
    }

    [Fact]
    public void Gb18030_is_detected()
    {
        Encoding gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        Assert.Equal(Sample, Text(gb.GetBytes(Sample)));
    }

    [Fact]
    public void Damaged_utf8_is_named_by_offset_and_not_taken_for_another_encoding()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Sample), 0xE4, 0xB8, .. Encoding.UTF8.GetBytes(Sample)];
        int offset = Encoding.UTF8.GetByteCount(Sample);
        ReadProblem problem = Problem(bytes);
        Assert.Equal(ReadProblemKind.Encoding, problem.Kind);
        Assert.Contains($"偏移 {offset}", problem.Message.Zh);
        Assert.Contains($"offset {offset}", problem.Message.En);
    }

    [Fact]
    public void Bytes_that_are_no_text_in_any_encoding_are_named_by_offset()
    {
        ReadProblem problem = Problem([0x41, 0x42, 0xFF, 0xFF, 0x80, 0xFF]);
        Assert.Equal(ReadProblemKind.Encoding, problem.Kind);
        Assert.Contains("offset 2", problem.Message.En);
    }

    [Theory]
    [InlineData("\u001F\u008Bx", "gzip")]
    [InlineData("Rar!xxxx", "RAR")]
    [InlineData("ab\0cd", "NUL")]
    public void A_file_that_is_no_text_is_named_for_what_it_is(string start, string named)
    {
        ReadProblem problem = Problem(Encoding.Latin1.GetBytes(start));
        Assert.Equal(ReadProblemKind.Binary, problem.Kind);
        Assert.Contains(named, problem.Message.En);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n\t ")]
    public void A_file_without_text_is_empty(string content) =>
        Assert.Equal(ReadProblemKind.Empty, Problem(Encoding.UTF8.GetBytes(content)).Kind);

    [Fact]
    public void A_file_over_the_limit_is_refused_without_reading_it_whole()
    {
        string path = Path.Combine(_folder, "big.txt");
        using (FileStream file = File.Create(path)) file.SetLength(300L * 1024 * 1024);
        var (text, problem) = SourceLoader.Load(path);
        Assert.Null(text);
        Assert.Equal(ReadProblemKind.TooLarge, problem!.Kind);
    }

    [Fact]
    public void Limits_are_options()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Sample);
        Assert.Equal(ReadProblemKind.TooLarge, SourceLoader.Load("x.txt", bytes, new ReadingOptions { MaxBytes = 10 }).Problem!.Kind);
        ReadProblem line = SourceLoader.Load("x.txt", bytes, new ReadingOptions { MaxLineLength = 9 }).Problem!;
        Assert.Equal(ReadProblemKind.TooLarge, line.Kind);
        Assert.Contains("line 1", line.Message.En);
        Assert.Equal(ReadProblemKind.TooLarge, SourceLoader.Load("x.txt", bytes, new ReadingOptions { MaxLines = 1 }).Problem!.Kind);
    }

    [Fact]
    public void No_such_file_and_a_folder_are_told_apart()
    {
        Assert.Equal(ReadProblemKind.NotFound, SourceLoader.Load(Path.Combine(_folder, "none.txt")).Problem!.Kind);
        Assert.Equal(ReadProblemKind.NotFound, SourceLoader.Load("").Problem!.Kind);
        Assert.Equal(ReadProblemKind.IsFolder, SourceLoader.Load(_folder).Problem!.Kind);
    }

    private static string Text(byte[] bytes)
    {
        (SourceText? text, ReadProblem? problem) = SourceLoader.Load("folder/x.txt", bytes);
        Assert.Null(problem);
        Assert.Equal("x.txt", text!.Name);
        return string.Join('\n', text.Lines);
    }

    private static ReadProblem Problem(byte[] bytes)
    {
        (SourceText? text, ReadProblem? problem) = SourceLoader.Load("x.txt", bytes);
        Assert.Null(text);
        Assert.Contains("x.txt", problem!.Message.Zh);
        return problem;
    }
}
