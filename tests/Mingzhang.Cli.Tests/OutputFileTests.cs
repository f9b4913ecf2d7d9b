using Mingzhang.Cli.Output;

namespace Mingzhang.Cli.Tests;

public sealed class OutputFileTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_result_goes_to_the_file_and_nothing_to_standard_output()
    {
        Run run = Run.Of("check", Documents.Example, "--format", "html", "-o", _folder.At("r.html"));
        Assert.Equal((1, "", ""), (run.Status, run.Output, run.Messages));
        Assert.StartsWith("<!doctype html>", File.ReadAllText(_folder.At("r.html")), StringComparison.Ordinal);
        Assert.Equal(["r.html"], _folder.Names());
    }

    [Fact]
    public void Nothing_is_written_when_the_input_cannot_be_used()
    {
        _folder.File("old.json", "old");
        Assert.Equal(2, Run.Of("read", _folder.At("missing.txt"), "-o", _folder.At("old.json")).Status);
        Assert.Equal(2, Run.Of("read", _folder.At("missing.txt"), "-o", _folder.At("new.json")).Status);
        Assert.Equal(["old.json"], _folder.Names());
        Assert.Equal("old", File.ReadAllText(_folder.At("old.json")));
    }

    [Fact]
    public void A_failure_while_writing_keeps_the_old_file_and_leaves_no_other()
    {
        string path = _folder.File("old.json", "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["old.json"], _folder.Names());
    }

    [Fact]
    public void A_folder_as_the_output_file_or_a_missing_folder_gives_2_with_a_message()
    {
        Run folder = Run.Of("check", Documents.Clean, "-o", _folder.Path, "--lang", "en");
        Assert.Equal(2, folder.Status);
        Assert.Contains("is a folder", folder.Messages, StringComparison.Ordinal);
        Run missing = Run.Of("check", Documents.Clean, "-o", _folder.At("no/such/r.json"), "--lang", "en");
        Assert.Equal(2, missing.Status);
        Assert.Contains("does not exist", missing.Messages, StringComparison.Ordinal);
    }

    // Asked of the rule itself: a mistake in it must not be tried out on the machine.
    [Theory]
    [InlineData("/dev/null", true)]
    [InlineData("/dev/stdout", true)]
    [InlineData("/proc/self/fd/1", true)]
    [InlineData("/dev/shm/report.html", false)]
    [InlineData("/device/report.html", false)]
    public void Devices_are_written_to_and_never_replaced(string path, bool device) => Assert.Equal(device && !OperatingSystem.IsWindows(), Output.AtomicFile.IsDevice(path));
}
