using System.Diagnostics;

namespace Mingzhang.Product.Tests.BadInput;

/// <summary>What a run of the command gave.</summary>
internal sealed record CommandResult(int Status, string Output, string Messages);

/// <summary>Runs the built command as its users do: as a process.</summary>
internal static class Command
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "mingzhang.dll");

    public static CommandResult Run(params IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        start.ArgumentList.Add(Program);
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), messages = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(60_000))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"mingzhang {string.Join(' ', arguments)}");
        }

        return new CommandResult(process.ExitCode, output.GetAwaiter().GetResult(), messages.GetAwaiter().GetResult());
    }
}
