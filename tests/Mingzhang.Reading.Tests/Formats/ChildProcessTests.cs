using System.Text;
using Mingzhang.Reading.Formats.Programs;

namespace Mingzhang.Reading.Tests.Formats;

public sealed class ChildProcessTests
{
    [Fact]
    public void What_goes_in_comes_out_and_arguments_stay_as_they_are()
    {
        if (OperatingSystem.IsWindows()) return;
        byte[] input = [.. Enumerable.Range(0, 1_000_000).Select(i => (byte)(i % 256))];
        Assert.True(ChildProcess.Run(Call("cat") with { Input = input }, out byte[] output).IsGood);
        Assert.Equal(input, output);
        Assert.True(ChildProcess.Run(Call("printf", "%s|", "a b", "$HOME", "'\";`"), out output).IsGood);
        Assert.Equal("a b|$HOME|'\";`|", Encoding.UTF8.GetString(output));
    }

    [Fact]
    public void A_program_that_is_not_there_is_told_from_one_that_fails()
    {
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(ProgramEnd.Missing, ChildProcess.Run(Call("no-such-program-here")).End);
        ProgramResult failed = ChildProcess.Run(Call("sh", "-c", "echo why >&2; exit 3"));
        Assert.Equal((3, "why", ProgramEnd.ByItself), (failed.Status, failed.Why("sh"), failed.End));
    }

    [Fact]
    public void Time_and_output_are_limited_and_nothing_is_left_running()
    {
        if (OperatingSystem.IsWindows()) return;
        string mark = Path.Combine(Path.GetTempPath(), $"mingzhang-{Guid.NewGuid():N}");
        ProgramResult late = ChildProcess.Run(Call("sh", "-c", $"(sleep 2; echo > {mark}) & wait") with { Time = TimeSpan.FromMilliseconds(200) });
        Assert.Equal(ProgramEnd.OutOfTime, late.End);
        Assert.Equal(ProgramEnd.TooMuchOutput, ChildProcess.Run(Call("yes") with { MostOutput = 100_000 }).End);
        Assert.Equal(ProgramEnd.Enough, ChildProcess.Run(Call("yes"), static (ReadOnlySpan<byte> _) => false).End);
        Assert.Throws<InvalidDataException>(() => ChildProcess.Run(Call("yes"), static (ReadOnlySpan<byte> _) => throw new InvalidDataException()));
        Thread.Sleep(2_500);
        Assert.False(File.Exists(mark));
    }

    [Fact]
    public async Task Who_calls_it_may_stop_it()
    {
        if (OperatingSystem.IsWindows()) return;
        using var cancel = new CancellationTokenSource();
        Task<ProgramResult> running = Task.Run(() => ChildProcess.Run(Call("sleep", "300") with { Time = TimeSpan.FromSeconds(300), Cancel = cancel.Token }));
        await cancel.CancelAsync();
        Assert.Equal(ProgramEnd.Stopped, (await running.WaitAsync(TimeSpan.FromSeconds(60))).End);
    }

    [Fact]
    public void It_ends_with_who_waits_for_it_however_that_ends()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/setpriv")) return;
        // The status of a process says who is told of its parent's end.
        ProgramResult result = ChildProcess.Run(Call("setpriv", "--dump"), out byte[] output);
        Assert.True(result.IsGood);
        Assert.Matches("Parent death signal: *KILL", Encoding.UTF8.GetString(output));
    }

    [Fact]
    public void Memory_is_limited()
    {
        if (!OperatingSystem.IsLinux()) return;
        ProgramResult result = ChildProcess.Run(Call("sh", "-c", "ulimit -v") with { MostMemory = 123_456 }, out byte[] output);
        Assert.True(result.IsGood);
        Assert.Equal("123456", Encoding.UTF8.GetString(output).Trim());
    }

    private static ProgramCall Call(string program, params string[] arguments) => new(program, arguments) { Time = TimeSpan.FromSeconds(30) };
}
