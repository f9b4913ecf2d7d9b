using System.Globalization;
using Mingzhang.Core.Findings;
using Mingzhang.Reading.Formats.Programs;
using Mingzhang.Web.Programs;

namespace Mingzhang.Web.Examinations;

/// <summary>The command <c>mingzhang</c> in a process of its own, with limits: only there are documents of visitors parsed.</summary>
/// <param name="limits">The limits.</param>
internal sealed class MingzhangProgram(ExaminationLimits limits)
{
    // Address space is not memory: the runtime reserves more than it uses, within its own limit.
    private const long AddressSpace = 6_000_000, MostHeap = 1L << 30;

    private const string ProgressVariable = "MINGZHANG_PROGRESS", ProgressFile = ".progress";

    /// <summary>Runs it in a folder. How many run at once, who calls bounds: the scheduler for checks, lanes for what pages ask for.</summary>
    /// <param name="folder">Where it runs; the documents lie there.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="time">Longest time.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Its output, and how it ended.</returns>
    public async Task<(byte[] Output, ProgramResult Result)> Run(string folder, IReadOnlyList<string> arguments, TimeSpan time, CancellationToken cancel)
    {
        ProgramCall call = CommandCall.In(folder, arguments, MostHeap, time);
        call = call with
        {
            MostOutput = limits.ResultBytes,
            MostMemory = AddressSpace,
            MostFile = limits.ResultBytes * 4,
            Cancel = cancel,
            Environment = new Dictionary<string, string?>(call.Environment) { [ProgressVariable] = Path.Combine(folder, ProgressFile) },
        };
        byte[] output = [];
        ProgramResult result = await Task.Run(() => ChildProcess.Run(call, out output), cancel);
        cancel.ThrowIfCancellationRequested();
        return (output, result);
    }

    /// <summary>How many pages of scanned documents the run in a folder has recognised, and of how many; null where it recognises none.</summary>
    public static (int Done, int Total)? PagesRecognised(string folder)
    {
        try
        {
            string[] numbers = File.ReadAllText(Path.Combine(folder, ProgressFile)).Split(' ');
            return numbers.Length == 2 && int.TryParse(numbers[0], CultureInfo.InvariantCulture, out int done) && int.TryParse(numbers[1], CultureInfo.InvariantCulture, out int total) ? (done, total) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The most of a file that the command reads, as its option takes it.</summary>
    public string MaxSize => limits.FileBytes.ToString(CultureInfo.InvariantCulture);

    /// <summary>Why there is no result, for the visitor.</summary>
    public static Text Why(ProgramResult result) => result.End switch
    {
        ProgramEnd.OutOfTime => new("审核用时太长，已停止。文件可能页数很多或已损坏，可以拆开再试。", "The check took too long and was stopped. The document may have very many pages or be damaged; try it in parts."),
        ProgramEnd.TooMuchOutput => new("结果太大，没有保存。请把文件拆开再试。", "The result is too large to keep. Try the document in parts."),
        ProgramEnd.Missing => new("服务器上没有找到审核程序，请告诉管理员。", "The checking program is missing on the server. Please tell its keeper."),
        _ => new("处理这个文件时审核程序意外中断，没有结果。文件可能过大或已损坏。", "The checking program broke off on this document and gave no result. It may be too large or damaged."),
    };
}
