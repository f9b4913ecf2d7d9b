namespace Mingzhang.Cli.Tests;

public sealed class ImportTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_imported_list_can_be_used_at_once()
    {
        string list = _folder.File("list.csv", "科目编码,科目名称\n201,一般公共服务支出\n2019901,试行科目\n不是编码,什么\n");
        Run run = Run.Of("forms", "import", list, "--kind", "functional", "--year", "2025", "-o", _folder.At("mine"), "--lang", "en");
        Assert.Equal(0, run.Status);
        Assert.Contains("2 codes", run.Output, StringComparison.Ordinal);
        Assert.Contains("row 4 is not taken", run.Messages, StringComparison.Ordinal);
        Assert.Equal(0, Run.Of("check", Documents.Clean, "--forms", _folder.At("mine")).Status);
    }

    [Theory]
    [InlineData("forms", "import")]
    [InlineData("forms", "import", "x.csv", "--kind", "other", "--year", "2025", "-o", "d")]
    [InlineData("forms", "import", "x.csv", "--kind", "economic", "--year", "25", "-o", "d")]
    public void Wrong_usage_gives_64(params string[] arguments) => Assert.Equal(64, Run.Of(arguments).Status);

    [Fact]
    public void A_list_that_is_missing_gives_2() =>
        Assert.Equal(2, Run.Of("forms", "import", _folder.At("no.csv"), "--kind", "economic", "--year", "2025", "-o", _folder.At("mine")).Status);
}
