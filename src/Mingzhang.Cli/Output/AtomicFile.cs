using Mingzhang.Core.Findings;

namespace Mingzhang.Cli.Output;

/// <summary>Replaces a file as a whole: its reader sees the old content or the new, never a part, also after a crash.</summary>
internal static class AtomicFile
{
    public static void Write(string path, Action<Stream> write)
    {
        string full = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(full) ?? full;
        string temporary = Path.Combine(folder, $".{Path.GetFileName(full)}.{Environment.ProcessId}.tmp");
        if (Directory.Exists(full)) throw new UnusableException(new Text($"{path}：是文件夹，不能写成文件；请给出文件名", $"{path}: is a folder; name a file"));
        if (!Directory.Exists(folder)) throw new UnusableException(new Text($"{path}：上级文件夹不存在，请先建立", $"{path}: its folder does not exist; make it first"));
        try
        {
            if (IsDevice(full))
            {
                WriteTo(full, write);
                return;
            }

            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception failure)
        {
            Remove(temporary);
            if (failure is IOException or UnauthorizedAccessException)
                throw new UnusableException(new Text($"{path}：写不进去：{failure.Message}", $"{path}: cannot be written: {failure.Message}"));
            throw;
        }
    }

    /// <summary>Whether a path is a device of the system, such as <c>/dev/null</c>: it is written to, never replaced.</summary>
    internal static bool IsDevice(string full) =>
        !OperatingSystem.IsWindows() && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal)) && !full.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static void WriteTo(string device, Action<Stream> write)
    {
        using var whole = new MemoryStream();
        write(whole);
        whole.Position = 0;
        using var stream = new FileStream(device, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        whole.CopyTo(stream);
    }

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception leftOver) when (leftOver is IOException or UnauthorizedAccessException)
        {
            // The failure itself is reported; a left-over temporary file is not worth a second message.
        }
    }
}
