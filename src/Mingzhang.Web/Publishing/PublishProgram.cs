using Mingzhang.Reading.Formats.Programs;
using Mingzhang.Web.Programs;

namespace Mingzhang.Web.Publishing;

/// <summary>The command <c>mingzhang</c> in a process of its own, with limits on its time, memory and output.</summary>
internal static class PublishProgram
{
    /// <summary>What the temporary folders of work begin with.</summary>
    public const string FolderPrefix = "mingzhang-publish-";

    // Address space, in kilobytes: a runtime reserves far more than it uses; what it uses is limited by the next line.
    private const long AddressSpace = 300_000_000, MostFile = 512L << 20, MostHeap = 1536L << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Runs it in a folder.</summary>
    /// <param name="folder">Where it works; its temporary files lie there too.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>How it ended.</returns>
    public static async Task<ProgramResult> Run(string folder, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        ProgramCall call = CommandCall.In(folder, arguments, MostHeap, Longest) with { MostMemory = AddressSpace, MostFile = MostFile, Cancel = cancel };
        ProgramResult result = await Task.Run(() => ChildProcess.Run(call), cancel);
        cancel.ThrowIfCancellationRequested();
        return result;
    }
}
