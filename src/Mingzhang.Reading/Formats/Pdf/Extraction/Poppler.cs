using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Mingzhang.Reading.Formats.Pdf.Extraction;

/// <summary>
/// Runs poppler's pdftotext in a process of its own, with limits on its time, its memory and what it prints. The document goes in through a pipe: there
/// are no temporary files.
/// </summary>
internal static class Poppler
{
    private const int MostMemory = 2_000_000;
    private const long MostOutput = 128L * 1024 * 1024;

    /// <summary>The words of the pages with their places, as <c>pdftotext -bbox</c> prints them.</summary>
    internal static byte[] Words(byte[] pdf, ReadingOptions options)
    {
        using Process process = Start(options.MaxPages + 1);
        Task input = Feed(process, pdf);
        Task<string> errors = FirstOf(process.StandardError);
        using var timer = new Timer(_ => Kill(process), null, options.ExtractionTime, Timeout.InfiniteTimeSpan);
        long started = Stopwatch.GetTimestamp();
        using var output = new MemoryStream();
        byte[] buffer = new byte[81920];
        while (process.StandardOutput.BaseStream.Read(buffer) is > 0 and var read)
        {
            output.Write(buffer, 0, read);
            if (output.Length <= MostOutput) continue;
            Kill(process);
            throw UnreadableException.TooLarge("PDF 的文字量（字节）", "the text of the PDF in bytes", MostOutput);
        }

        process.WaitForExit();
        input.Wait();
        if (Stopwatch.GetElapsedTime(started) >= options.ExtractionTime)
        {
            double seconds = options.ExtractionTime.TotalSeconds;
            throw new UnreadableException(ReadProblemKind.Extraction, $"提取 PDF 文字超过 {seconds:0} 秒，已停止。请拆分文件，或另存一份再试。", $"extracting the PDF's text took more than {seconds:0} seconds and was stopped. Split the file, or save a copy and try again.");
        }

        if (process.ExitCode != 0) throw Failure(process.ExitCode, errors.GetAwaiter().GetResult());
        return output.ToArray();
    }

    private static Process Start(int mostPages)
    {
        string command = $"pdftotext -bbox -l {mostPages.ToString(CultureInfo.InvariantCulture)} - -";
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        if (OperatingSystem.IsWindows())
        {
            start.FileName = "pdftotext";
            start.Arguments = command["pdftotext ".Length..];
        }
        else
        {
            start.FileName = "/bin/sh";
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add($"ulimit -v {MostMemory} 2>/dev/null; exec {command}");
        }

        try
        {
            return Process.Start(start) ?? throw Missing();
        }
        catch (Win32Exception)
        {
            throw Missing();
        }
    }

    private static async Task Feed(Process process, byte[] pdf)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(pdf).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit status says why.
        }
    }

    /// <summary>The first messages; the rest is taken and dropped, so that the process does not wait.</summary>
    private static async Task<string> FirstOf(StreamReader messages)
    {
        char[] buffer = new char[4096];
        var first = new StringBuilder();
        while (await messages.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var read)
        {
            if (first.Length < buffer.Length) first.Append(buffer, 0, read);
        }

        return first.ToString();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }

    private static UnreadableException Failure(int status, string errors)
    {
        if (status == 127) return Missing();
        if (status == 3 || errors.Contains("assword", StringComparison.Ordinal)) return ZipPackage.Encrypted();
        string why = errors.Trim() is { Length: > 0 } text ? text.Split('\n')[0] : $"pdftotext: {status}";
        return new UnreadableException(
            ReadProblemKind.Damaged,
            $"PDF 文件已损坏，无法读取（{why}）。请重新下载。",
            $"the PDF file is damaged and cannot be read ({why}). Download it again.");
    }

    private static UnreadableException Missing() => new(
        ReadProblemKind.Extraction,
        "读取 PDF 需要程序 pdftotext，没有找到。请安装软件包 poppler-utils 和 poppler-data。",
        "reading PDF needs the program pdftotext, which was not found. Install the packages poppler-utils and poppler-data.");
}
