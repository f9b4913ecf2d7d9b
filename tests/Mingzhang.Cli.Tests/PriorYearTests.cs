namespace Mingzhang.Cli.Tests;

public sealed class PriorYearTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_prior_document_of_the_wrong_year_cannot_be_used()
    {
        Run run = Run.Of("check", Documents.Clean, "--prior", Documents.Clean, "--lang", "en");
        Assert.Equal(2, run.Status);
        Assert.Contains("not of the year before 2023", run.Messages, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_prior_document_that_is_missing_cannot_be_used()
    {
        Run run = Run.Of("check", Documents.Clean, "--prior", _folder.At("missing.txt"));
        Assert.Equal(2, run.Status);
        Assert.Contains("missing.txt", run.Messages, StringComparison.Ordinal);
    }
}
