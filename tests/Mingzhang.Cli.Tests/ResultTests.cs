using System.Text.Json;

namespace Mingzhang.Cli.Tests;

public sealed class ResultTests
{
    [Fact]
    public void Reading_one_file_gives_one_document()
    {
        JsonElement root = Run.Of("read", Documents.Clean).Json();
        Assert.Equal("finalAccounts", root.GetProperty("document").GetProperty("kind").GetString());
        Assert.Equal(9, root.GetProperty("statements").GetArrayLength());
        Assert.Equal(3, root.GetProperty("evaluations").GetArrayLength());
    }

    [Fact]
    public void The_planted_errors_of_the_example_are_found()
    {
        JsonElement root = Run.Of("check", Documents.Example, "--format", "json").Json();
        string[] quotes = [.. root.GetProperty("findings").EnumerateArray().Select(f => f.TryGetProperty("quote", out JsonElement q) ? q.GetString()! : "")];
        foreach (string planted in new[] { "736.31", "95.9%", "63.58", "64.6%", "98.76", "2022", "××", "共有车辆4辆", "行政事业单位离退休" })
            Assert.Contains(quotes, q => q.Contains(planted, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_quote_occurs_in_the_document_as_it_stands()
    {
        string text = File.ReadAllText(Documents.Example);
        JsonElement root = Run.Of("check", Documents.Example, "--format", "json").Json();
        foreach (JsonElement finding in root.GetProperty("findings").EnumerateArray())
        {
            if (finding.TryGetProperty("quote", out JsonElement quote)) Assert.Contains(quote.GetString()!, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("text", "检查：")]
    [InlineData("json", "\"summary\"")]
    [InlineData("sarif", "\"2.1.0\"")]
    [InlineData("html", "<!doctype html>")]
    public void Every_format_is_written_to_the_output_and_nothing_to_the_messages(string format, string sign)
    {
        Run run = Run.Of("check", Documents.Example, "--format", format);
        Assert.Contains(sign, run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Messages);
    }

    [Fact]
    public void The_same_document_gives_the_same_result_every_time() =>
        Assert.Equal(Run.Of("check", Documents.Example, "--format", "json").Output, Run.Of("check", Documents.Example, "--format", "json").Output);

    [Fact]
    public void Rules_and_forms_are_listed()
    {
        Assert.Contains("narrative.share", Run.Of("rules").Output, StringComparison.Ordinal);
        Assert.Contains("公式  27", Run.Of("rules", "form.01.27").Output, StringComparison.Ordinal);
        Assert.Contains("final-accounts 2023", Run.Of("forms").Output, StringComparison.Ordinal);
        Assert.Contains("公开09", Run.Of("forms", "final-accounts", "2024").Output, StringComparison.Ordinal);
        Assert.True(Run.Of("rules", "--format", "json").Json().GetProperty("rules").GetArrayLength() > 50);
    }

    [Fact]
    public void Every_rule_has_a_title_in_both_languages_and_an_id_of_its_own()
    {
        JsonElement[] rules = [.. Run.Of("rules", "--format", "json").Json().GetProperty("rules").EnumerateArray()];
        Assert.All(rules, r => Assert.NotEmpty(r.GetProperty("title").GetProperty("zh").GetString()!));
        Assert.All(rules, r => Assert.NotEmpty(r.GetProperty("title").GetProperty("en").GetString()!));
        Assert.Equal(rules.Length, rules.Select(r => r.GetProperty("id").GetString()).Distinct().Count());
    }
}
