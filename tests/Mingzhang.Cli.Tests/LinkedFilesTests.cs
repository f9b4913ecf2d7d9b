using System.Text.Json;

namespace Mingzhang.Cli.Tests;

/// <summary>Documents given together are checked against each other where they are of one department.</summary>
public sealed class LinkedFilesTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The same figures a year earlier: what the later document says of a change cannot be true.</summary>
    private static string YearBefore() =>
        File.ReadAllText(Documents.Clean).Replace("2022", "2021", StringComparison.Ordinal).Replace("2023", "2022", StringComparison.Ordinal);

    [Fact]
    public void Last_years_document_of_the_same_department_is_found_and_compared_with()
    {
        _folder.File("now.txt", File.ReadAllText(Documents.Clean));
        _folder.File("before.txt", YearBefore());
        Run run = Run.Of("check", _folder.Path, "--format", "json");

        JsonElement before = run.Json()[0], now = run.Json()[1];
        Assert.False(before.TryGetProperty("links", out _));
        JsonElement link = Assert.Single(now.GetProperty("links").EnumerateArray());
        Assert.Equal(("priorYear", 2022), (link.GetProperty("kind").GetString(), link.GetProperty("year").GetInt32()));
        Assert.EndsWith("before.txt", link.GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.Contains(now.GetProperty("findings").EnumerateArray(), f => f.GetProperty("rule").GetString() == "prior.change");
        Assert.Contains("对照文件  上年公开", Run.Of("check", _folder.Path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_of_other_departments_are_not_compared()
    {
        _folder.File("now.txt", File.ReadAllText(Documents.Clean));
        _folder.File("example.txt", File.ReadAllText(Documents.Example));

        Assert.All(Run.Of("check", _folder.Path, "--format", "json").Json().EnumerateArray(), d => Assert.False(d.TryGetProperty("links", out _)));
    }

    [CorpusFact]
    public void Budgets_of_two_years_and_of_a_department_with_its_office_are_found_in_a_folder()
    {
        string[] files = ["07-", "08-", "10-", "11-"];
        foreach (string file in files)
        {
            string path = Directory.GetFiles(Corpus.At("corpus", "pdf"), file + "*.pdf").Single();
            File.Copy(path, _folder.At(file + ".pdf"));
        }

        JsonElement[] documents = [.. Run.Of("check", _folder.Path, "--format", "json").Json().EnumerateArray()];

        string[] kinds = [.. documents.Select(d => d.TryGetProperty("links", out JsonElement links) ? string.Join(' ', links.EnumerateArray().Select(l => $"{l.GetProperty("kind").GetString()} {Path.GetFileName(l.GetProperty("file").GetString())}")) : "")];
        Assert.Equal(["", "priorYear 07-.pdf", "", "department 10-.pdf"], kinds);
    }
}
