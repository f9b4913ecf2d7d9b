using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Mingzhang.Core.Findings;

namespace Mingzhang.Cli.Commands;

/// <summary><c>serve</c>, <c>worker</c>, <c>publish</c> and <c>db</c> are the work of the program <c>mingzhang-web</c>; it is started with the same words.</summary>
internal static class WebCommands
{
    private const string Program = "mingzhang-web.dll";

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["serve", "worker", "publish", "db"];

    public static Command Create(string name, string[] arguments, Session session)
    {
        var command = new Command(name) { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(_ => Run(arguments, session));
        return command;
    }

    private static int Run(string[] arguments, Session session)
    {
        string path = Environment.GetEnvironmentVariable("MINGZHANG_WEB") is { Length: > 0 } told ? told : Path.Combine(AppContext.BaseDirectory, Program);
        if (!File.Exists(path))
            throw new UnusableException(new Text($"没有找到网站程序 {path}；请用 ./mingzhang 运行，或以 MINGZHANG_WEB 指明 {Program}", $"the program of the web is missing: {path}; run ./mingzhang, or name {Program} in MINGZHANG_WEB"));
        string host = Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet";
        session.Output.Flush();
        using Process process = Process.Start(new ProcessStartInfo(host, [path, .. arguments]) { UseShellExecute = false })!;
        // A key press reaches both; what ends this process ends the other, which cleans up, and is waited for.
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using PosixSignalRegistration end = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])?.Dispose();
        });
        process.WaitForExit();
        return process.ExitCode;
    }
}
