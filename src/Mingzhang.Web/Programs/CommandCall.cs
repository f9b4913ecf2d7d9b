using Mingzhang.Reading.Formats.Programs;

namespace Mingzhang.Web.Programs;

/// <summary>Calls of the command <c>mingzhang</c> as a process of its own: <c>$MINGZHANG_PROGRAM</c>, else the one beside this program.</summary>
internal static class CommandCall
{
    /// <summary>A call that works in a folder and leaves nothing elsewhere; the caller adds what it may use.</summary>
    /// <param name="folder">Where it runs; its temporary files lie there too.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="heap">Most memory that it may use for its objects, in bytes.</param>
    /// <param name="time">Longest time.</param>
    public static ProgramCall In(string folder, IEnumerable<string> arguments, long heap, TimeSpan time)
    {
        string told = Environment.GetEnvironmentVariable("MINGZHANG_PROGRAM") is { Length: > 0 } program ? program : Path.Combine(AppContext.BaseDirectory, "mingzhang.dll");
        bool hosted = told.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        return new ProgramCall(hosted ? Host : told, hosted ? [told, .. arguments] : [.. arguments])
        {
            Time = time,
            Folder = folder,
            Environment = new Dictionary<string, string?>
            {
                ["DOTNET_GCHeapHardLimit"] = $"0x{heap:x}",
                ["DOTNET_TieredPGO"] = "0",
                ["TMPDIR"] = folder,
                // It needs no database and is not told where one is.
                ["MINGZHANG_DATABASE"] = null,
            },
        };
    }

    private static string Host =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
}
