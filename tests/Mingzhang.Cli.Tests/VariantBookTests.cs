using System.Text;

namespace Mingzhang.Cli.Tests;

/// <summary>What a book may be written like: the same disclosure comes of it. And what must stand in none.</summary>
public sealed class VariantBookTests : IDisposable
{
    private readonly BookCopy _book = new();
    private readonly ScratchFolder _folder = new();

    public void Dispose()
    {
        _book.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("1186432.10", "\"1,186,432.10\"")]
    [InlineData("1186432.10", "１１８６４３２．１０")]
    [InlineData("2023-03-28,0002,801001,7101,一般公共预算,2070101,30101", "２０２３－０３－２８,0002,８０１００１,７１０１,一般公共预算,２０７０１０１,３０１０１")]
    public void Thousands_separators_and_full_width_digits_are_read(string old, string @new)
    {
        string before = Built();
        _book.Replace("ledger.csv", old, @new);
        Assert.Equal(before, Built());
    }

    [Fact]
    public void A_ledger_in_GB18030_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string before = Built();
        File.WriteAllBytes(_book.At("ledger.csv"), Encoding.GetEncoding("GB18030").GetBytes(_book.Text("ledger.csv")));
        Assert.Equal(before, Built());
    }

    [Fact]
    public void A_folder_with_files_of_the_users_own_is_left_as_it_is()
    {
        string own = Directory.CreateDirectory(_folder.At("out")).FullName;
        File.WriteAllText(Path.Combine(own, "备份.txt"), "留存");
        Run run = Run.Of("build", _book.Folder, "-o", own, "--formats", "json");
        Assert.Equal(2, run.Status);
        Assert.Empty(run.Output);
        Assert.Contains("备份.txt", run.Messages, StringComparison.Ordinal);
        Assert.Contains("换一个文件夹", run.Messages, StringComparison.Ordinal);
        Assert.Contains("name another folder", Run.Of("build", _book.Folder, "-o", own, "--formats", "json", "--lang", "en").Messages, StringComparison.Ordinal);
        Assert.Equal(["备份.txt"], Directory.EnumerateFileSystemEntries(own).Select(Path.GetFileName));
        Assert.Equal(["out"], _folder.Names());
    }

    private string Built()
    {
        Run run = Run.Of("build", _book.Folder, "-o", _folder.At("out"), "--formats", "json");
        Assert.True(run.Status == 0, run.Messages);
        return File.ReadAllText(_folder.At("out/disclosure.json"));
    }
}
