using System.Text.Json;

namespace Mingzhang.Cli.Tests;

public sealed class SeveralFilesTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private void Fill()
    {
        File.Copy(Documents.Example, _folder.At("b.txt"));
        File.Copy(Documents.Clean, _folder.At("a.txt"));
        _folder.File("README.md", "# 说明\n\n这里放的是样例。\n");
        _folder.File("chart.png", "PNG");
    }

    [Fact]
    public void A_folder_gives_its_documents_in_the_order_of_their_names()
    {
        Fill();
        Run run = Run.Of("check", _folder.Path, "--format", "json");
        Assert.Equal(1, run.Status);
        Assert.Equal(["a.txt", "b.txt"], Files(run));
    }

    [Fact]
    public void Files_of_a_folder_that_are_no_disclosures_are_left_aside_with_a_message()
    {
        Fill();
        Run run = Run.Of("check", _folder.Path, "--format", "json", "--lang", "en");
        Assert.Contains("README.md: is no disclosure, left aside", run.Messages, StringComparison.Ordinal);
        Assert.Contains("1 files of other formats are left aside", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_files_keep_the_order_in_which_they_are_given()
    {
        Fill();
        Assert.Equal(["b.txt", "a.txt"], Files(Run.Of("read", _folder.At("b.txt"), _folder.At("a.txt"))));
    }

    [Fact]
    public void One_file_that_cannot_be_used_does_not_keep_the_others_from_their_results()
    {
        Fill();
        Run run = Run.Of("check", _folder.At("a.txt"), _folder.At("missing.txt"), "--format", "json");
        Assert.Equal(2, run.Status);
        Assert.True(run.Json()[0].TryGetProperty("summary", out _));
        Assert.Contains("missing.txt", run.Json()[1].GetProperty("problem").GetProperty("zh").GetString(), StringComparison.Ordinal);
        Assert.Contains("missing.txt", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_documents_cannot_be_used()
    {
        Assert.Equal(2, Run.Of("check", _folder.Path).Status);
        _folder.File("README.md", "# 说明\n");
        Assert.Equal(2, Run.Of("check", _folder.Path).Status);
    }

    private static IEnumerable<string> Files(Run run) =>
        run.Json().EnumerateArray().Select(d => Path.GetFileName(d.GetProperty("document").GetProperty("file").GetString()!));
}
