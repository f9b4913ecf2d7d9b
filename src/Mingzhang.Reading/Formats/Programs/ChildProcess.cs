using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Mingzhang.Reading.Formats.Programs;

/// <summary>
/// Runs a program in a process of its own, with limits on its time, its memory and what it writes. Input and output go through pipes. What it started
/// itself ends with it.
/// </summary>
public static class ChildProcess
{
    private const int NotFound = 127;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Sets the limits, then becomes the program: its arguments stay arguments. Where the system can, it is ended with the thread that waits for it, however that ends.
    private const string Limited = "[ \"$1\" = 0 ] || ulimit -v \"$1\" 2>/dev/null; [ \"$2\" = 0 ] || ulimit -f \"$2\" 2>/dev/null; ulimit -c 0 2>/dev/null; shift 2; command -v setpriv >/dev/null 2>&1 && command -v \"$1\" >/dev/null 2>&1 && exec setpriv --pdeathsig KILL \"$@\"; exec \"$@\"";

    /// <summary>Runs a program; its output is dropped.</summary>
    public static ProgramResult Run(ProgramCall call) => Run(call, static (ReadOnlySpan<byte> _) => true);

    /// <summary>Runs a program and keeps what it writes.</summary>
    public static ProgramResult Run(ProgramCall call, out byte[] output)
    {
        var written = new MemoryStream();
        ProgramResult result = Run(call, bytes =>
        {
            written.Write(bytes);
            return true;
        });
        output = written.ToArray();
        return result;
    }

    /// <summary>Runs a program and hands on what it writes while it runs.</summary>
    /// <param name="call">The program.</param>
    /// <param name="take">Takes a piece of its output; false stops the program.</param>
    public static ProgramResult Run(ProgramCall call, OutputPiece take)
    {
        using Process? process = Start(call);
        if (process is null) return new ProgramResult(NotFound, "", ProgramEnd.Missing);
        long started = Stopwatch.GetTimestamp();
        Task input = Aside(() => Feed(process, call.Input));
        Task<string> errors = Aside(() => FirstOf(process.StandardError.BaseStream));
        using var ended = new ManualResetEventSlim();
        Task<ProgramEnd> watch = Aside(() => Watch(process, call, ended));
        ProgramEnd end = ProgramEnd.Enough;
        try
        {
            end = Drain(process.StandardOutput.BaseStream, call.MostOutput, take);
        }
        finally
        {
            // Also where the taker throws: nothing is left running.
            if (end != ProgramEnd.ByItself || !process.WaitForExit(Left(call.Time, started))) Kill(process);
            process.WaitForExit();
            ended.Set();
            watch.Wait();
        }

        // What it left running may hold the pipes open; they are not waited for.
        input.Wait(Patience);
        string said = errors.Wait(Patience) ? errors.Result : "";
        if (watch.Result != ProgramEnd.ByItself) end = watch.Result;
        if (end == ProgramEnd.ByItself && process.ExitCode == NotFound && said.Contains("not found", StringComparison.Ordinal)) end = ProgramEnd.Missing;
        return new ProgramResult(process.ExitCode, said, end);
    }

    /// <summary>Stops it where it takes too long or is not wanted any more.</summary>
    private static ProgramEnd Watch(Process process, ProgramCall call, ManualResetEventSlim ended)
    {
        try
        {
            if (ended.Wait(call.Time, call.Cancel)) return ProgramEnd.ByItself;
            Kill(process);
            return ProgramEnd.OutOfTime;
        }
        catch (OperationCanceledException)
        {
            Kill(process);
            return ProgramEnd.Stopped;
        }
    }

    private static ProgramEnd Drain(Stream output, long most, OutputPiece take)
    {
        byte[] buffer = new byte[65536];
        long written = 0;
        while (output.Read(buffer) is > 0 and var read)
        {
            written += read;
            if (written > most) return ProgramEnd.TooMuchOutput;
            if (!take(buffer.AsSpan(0, read))) return ProgramEnd.Enough;
        }

        return ProgramEnd.ByItself;
    }

    private static Process? Start(ProgramCall call)
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true };
        if (call.Folder is { } folder) start.WorkingDirectory = folder;
        foreach ((string name, string? value) in call.Environment) start.Environment[name] = value;
        if (OperatingSystem.IsWindows())
        {
            start.FileName = call.Program;
        }
        else
        {
            start.FileName = "/bin/sh";
            foreach (string word in (ReadOnlySpan<string>)["-c", Limited, "sh", Text(call.MostMemory), Text(call.MostFile / 512), call.Program]) start.ArgumentList.Add(word);
        }

        foreach (string argument in call.Arguments) start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Does something on a thread of its own: where many documents are read, the common threads all wait for programs.</summary>
    private static Task<T> Aside<T>(Func<T> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static bool Feed(Process process, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using Stream input = process.StandardInput.BaseStream;
            input.Write(bytes.Span);
            return true;
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit status says why.
            return false;
        }
    }

    /// <summary>The first messages; the rest is taken and dropped, so that the process does not wait.</summary>
    private static string FirstOf(Stream messages)
    {
        byte[] buffer = new byte[4096], first = new byte[4096];
        int length = 0;
        while (messages.Read(buffer) is > 0 and var read)
        {
            int kept = Math.Min(read, first.Length - length);
            buffer.AsSpan(0, kept).CopyTo(first.AsSpan(length));
            length += kept;
        }

        return Encoding.UTF8.GetString(first, 0, length);
    }

    private static TimeSpan Left(TimeSpan time, long started)
    {
        TimeSpan left = time - Stopwatch.GetElapsedTime(started);
        return left < TimeSpan.Zero ? TimeSpan.Zero : left;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended.
        }
    }
}

/// <summary>Takes a piece of a program's output; false where no more is wanted.</summary>
public delegate bool OutputPiece(ReadOnlySpan<byte> bytes);
