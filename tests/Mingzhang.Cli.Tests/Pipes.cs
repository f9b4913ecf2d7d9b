using System.Diagnostics;

namespace Mingzhang.Cli.Tests;

/// <summary>Named pipes, which nobody ever writes to.</summary>
internal static class Pipes
{
    public static void Make(string path)
    {
        using Process made = Process.Start(new ProcessStartInfo("mkfifo") { ArgumentList = { path } })!;
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }
}
