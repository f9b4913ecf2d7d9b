using Mingzhang.Cli.Inputs;

namespace Mingzhang.Cli.Tests;

public sealed class FileSizeTests
{
    [Theory]
    [InlineData("1048576", 1048576)]
    [InlineData("500k", 512000)]
    [InlineData("64MB", 67108864)]
    [InlineData("2GiB", 2147483648)]
    public void Sizes_are_read_as_users_write_them(string text, long bytes) => Assert.Equal(bytes, FileSize.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("MB")]
    [InlineData("1.5MB")]
    [InlineData("99999999999GB")]
    public void Anything_else_is_wrong_usage(string text) => Assert.Throws<UsageException>(() => FileSize.Parse(text));

    [Fact]
    public void A_file_over_the_limit_cannot_be_used()
    {
        Run run = Run.Of("check", Documents.Clean, "--max-size", "10k");
        Assert.Equal(2, run.Status);
        Assert.Contains(Path.GetFileName(Documents.Clean), run.Messages, StringComparison.Ordinal);
    }
}
