using System.Text;
using Mingzhang.Reading.Formats.Programs;

namespace Mingzhang.Web.Publishing;

/// <summary>The command <c>mingzhang</c> in a process of its own, with limits on its time, memory and output.</summary>
internal static class PublishProgram
{
    /// <summary>What the temporary folders of work begin with.</summary>
    public const string FolderPrefix = "mingzhang-publish-";

    // Address space, in kilobytes: a runtime reserves far more than it uses; what it uses is limited by the next line.
    private const long AddressSpace = 300_000_000, MostFile = 512L * 1024 * 1024;
    private const string MostHeap = "0x60000000";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Runs it in a folder.</summary>
    /// <param name="folder">Where it works; its temporary files lie there too.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancel">Not begun when asked for before.</param>
    /// <returns>How it ended, and what it wrote.</returns>
    public static async Task<(ProgramResult Result, string Said)> Run(string folder, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        string told = Environment.GetEnvironmentVariable("MINGZHANG_PROGRAM") is { Length: > 0 } program ? program : Path.Combine(AppContext.BaseDirectory, "mingzhang.dll");
        bool hosted = told.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        string[] first = hosted ? [told] : [];
        var call = new ProgramCall(hosted ? Host : told, [.. first, .. arguments])
        {
            Time = Longest,
            MostMemory = AddressSpace,
            MostFile = MostFile,
            Folder = folder,
            Environment = new Dictionary<string, string?> { ["DOTNET_GCHeapHardLimit"] = MostHeap, ["TMPDIR"] = folder, ["MINGZHANG_DATABASE"] = null, ["DOTNET_TieredPGO"] = "0" },
        };
        return await Task.Run(
            () =>
            {
                ProgramResult result = ChildProcess.Run(call, out byte[] output);
                return (result, Encoding.UTF8.GetString(output));
            },
            cancel);
    }

    private static string Host => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}
