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

    [Fact]
    public void Subfolders_are_read_and_files_of_open_programs_passed_over()
    {
        Directory.CreateDirectory(_folder.At("b"));
        Directory.CreateDirectory(_folder.At(".git"));
        File.Copy(Documents.Clean, _folder.At("b/1.txt"));
        File.Copy(Documents.Clean, _folder.At("a.txt"));
        File.Copy(Documents.Clean, _folder.At(".git/x.txt"));
        _folder.File("~$a.docx", "x");
        Assert.Equal(["a.txt", "1.txt"], Files(Run.Of("read", _folder.Path)));
    }

    [Fact]
    public void Several_files_as_one_are_one_result_with_its_files()
    {
        (string text, string tables) = Apart();
        Run run = Run.Of("check", text, tables, "--as-one", "--format", "json");
        JsonElement document = run.Json().GetProperty("document");
        Assert.Equal(["text.txt", "tables.txt"], document.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("file").GetString()));
        Assert.Equal(run.Json().GetProperty("summary").GetProperty("error").GetInt32() > 0 ? 1 : 0, run.Status);
        JsonElement read = Run.Of("read", text, tables, "--as-one").Json();
        Assert.All(read.GetProperty("statements").EnumerateArray(), s => Assert.Equal("tables.txt", s.GetProperty("file").GetString()));
        JsonElement sarif = Run.Of("check", text, tables, "--as-one", "--format", "sarif").Json().GetProperty("runs")[0];
        Assert.Equal(2, sarif.GetProperty("artifacts").GetArrayLength());
    }

    [Fact]
    public void An_archive_is_a_list_of_its_disclosures()
    {
        (string text, string tables) = Apart();
        string path = _folder.At("a.zip");
        using (var archive = System.IO.Compression.ZipFile.Open(path, System.IO.Compression.ZipArchiveMode.Create))
        {
            foreach (string file in (string[])[text, tables])
            {
                using var writer = new StreamWriter(archive.CreateEntry(Path.GetFileName(file)).Open());
                writer.Write(File.ReadAllText(file));
            }

            using var picture = new StreamWriter(archive.CreateEntry("p.txt").Open());
            picture.Write("无关文字");
        }

        Run run = Run.Of("check", path, "--format", "json");
        JsonElement only = Assert.Single(run.Json().EnumerateArray());
        Assert.EndsWith("a.zip/tables.txt + " + path + "/text.txt", only.GetProperty("document").GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.Contains("p.txt", run.Messages, StringComparison.Ordinal);
        Assert.Equal("无关文字", Run.Of("read", path, "--member=p.txt").Output);
        Run none = Run.Of("read", path, "--member", "../p.txt");
        Assert.Equal((2, ""), (none.Status, none.Output));
        Assert.Equal(64, Run.Of("read", text, tables, "--member", "p.txt").Status);
    }

    [Fact]
    public void Parts_in_an_archive_and_beside_it_make_one_and_pictures_are_left_aside_with_a_word()
    {
        (string text, string tables) = Apart();
        string path = _folder.At("b.zip");
        using (var archive = System.IO.Compression.ZipFile.Open(path, System.IO.Compression.ZipArchiveMode.Create))
        {
            using (var writer = new StreamWriter(archive.CreateEntry("公开/表.txt").Open())) writer.Write(File.ReadAllText(tables));
            using Stream picture = archive.CreateEntry("公开/图.png").Open();
            picture.Write([0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0]);
        }

        Publishing.Views.DocumentView document = System.Text.Json.JsonSerializer.Deserialize(Run.Of("check", path, text, "--as-one", "--format", "view").Output, Publishing.Views.ViewJson.Readable.CheckView)!.Documents.Single();
        Assert.Equal<string>([path + "/公开/表.txt", text], document.Paths);
        Assert.Equal(2, document.Files.Length);
        Assert.Contains(document.Remarks, r => r.Zh.Contains("图.png", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_of_several_documents_ends_with_a_line_for_each()
    {
        Fill();
        string[] lines = Run.Of("check", _folder.At("b.txt"), _folder.At("a.txt")).Output.TrimEnd().Split('\n');
        Assert.StartsWith("汇总：2 个文件", lines[^3], StringComparison.Ordinal);
        Assert.EndsWith("b.txt", lines[^2], StringComparison.Ordinal);
        Assert.EndsWith("a.txt", lines[^1], StringComparison.Ordinal);
    }

    /// <summary>A clean document as text and tables apart.</summary>
    private (string Text, string Tables) Apart()
    {
        string whole = File.ReadAllText(Documents.Clean);
        int from = whole.LastIndexOf("\n第二部分", StringComparison.Ordinal) + 1, to = whole.LastIndexOf("\n第三部分", StringComparison.Ordinal) + 1;
        return (_folder.File("text.txt", whole[..from] + whole[to..]), _folder.File("tables.txt", whole[from..to]));
    }

    private static IEnumerable<string> Files(Run run) =>
        run.Json().EnumerateArray().Select(d => Path.GetFileName(d.GetProperty("document").GetProperty("file").GetString()!));
}
