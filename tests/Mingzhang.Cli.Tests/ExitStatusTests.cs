namespace Mingzhang.Cli.Tests;

public sealed class ExitStatusTests
{
    [Fact]
    public void A_document_with_errors_gives_1() => Assert.Equal(1, Run.Of("check", Documents.Example).Status);

    [Fact]
    public void A_document_without_errors_gives_0() => Assert.Equal(0, Run.Of("check", Documents.Clean).Status);

    [Fact]
    public void Reading_gives_0_whatever_the_document_says() => Assert.Equal(0, Run.Of("read", Documents.Example).Status);

    [Theory]
    [InlineData("check", "/no/such/file.txt")]
    [InlineData("read", "/no/such/file.txt")]
    [InlineData("check", "x.txt", "--forms", "/no/such/folder")]
    public void An_input_that_cannot_be_used_gives_2_with_a_message_and_no_result(params string[] arguments)
    {
        Run run = Run.Of(arguments);
        Assert.Equal(2, run.Status);
        Assert.Empty(run.Output);
        Assert.Contains("no/such", run.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData()]
    [InlineData("publsh")]
    [InlineData("check")]
    [InlineData("check", "x.txt", "--format", "xml")]
    [InlineData("check", "x.txt", "--bogus")]
    [InlineData("check", "x.txt", "--format")]
    [InlineData("check", "x.txt", "--lang", "fr")]
    [InlineData("check", "x.txt", "--max-size", "big")]
    [InlineData("check", "x.txt", "y.txt", "--prior", "z.txt")]
    [InlineData("check", "x.txt", "-o", "a", "-o", "b")]
    [InlineData("rules", "no.such.rule")]
    [InlineData("rules", "--year", "twenty")]
    [InlineData("forms", "final-accounts")]
    [InlineData("forms", "accounts", "2023")]
    [InlineData("build")]
    [InlineData("build", "book")]
    [InlineData("build", "book", "-o", "out", "--formats", "odt")]
    [InlineData("build", "book", "-o", "out", "--rounding", "up")]
    [InlineData("new")]
    [InlineData("new", "book", "--size", "many")]
    [InlineData("new", "book", "--size", "10", "--from", "x.txt")]
    [InlineData("new", "book", "--from", "x.txt", "--after", "y")]
    [InlineData("import", "x.xlsx", "--into", "book")]
    [InlineData("import", "x.xlsx", "--as", "diary", "--into", "book")]
    [InlineData("--bogus")]
    public void Wrong_usage_gives_64_with_a_message_and_no_result(params string[] arguments)
    {
        Run run = Run.Of(arguments);
        Assert.Equal(64, run.Status);
        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Messages);
        Assert.DoesNotContain("   at ", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_command_is_named_with_the_commands_that_there_are()
    {
        Run run = Run.Of("audit", "book", "--lang", "en");
        Assert.Contains("there is no command audit. The commands are check, read, compile, build, new, import, rules, forms", run.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("check", "--help")]
    [InlineData("read", "-h", "--lang", "en")]
    [InlineData("--version")]
    public void Help_and_version_are_results(params string[] arguments)
    {
        Run run = Run.Of(arguments);
        Assert.Equal(0, run.Status);
        Assert.Contains("mingzhang", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Messages);
    }
}
