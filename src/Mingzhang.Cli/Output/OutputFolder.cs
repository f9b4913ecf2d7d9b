using System.Diagnostics;
using System.Globalization;
using Mingzhang.Core.Findings;

namespace Mingzhang.Cli.Output;

/// <summary>
/// Replaces a folder of results as a whole. Everything is written beside it first and takes its place at the end by renaming, so that a run that is
/// killed leaves the old folder, or none; the next run puts an interrupted change right.
/// </summary>
internal static class OutputFolder
{
    /// <summary>Lists the files of a result, so that the next one replaces nothing else.</summary>
    public const string ListName = ".mingzhang";

    /// <summary>Fills a new folder by <paramref name="write"/> and puts it at <paramref name="path"/>.</summary>
    /// <exception cref="UnusableException">The place cannot be used or written; what was there is as before.</exception>
    public static void Replace(string path, Action<string> write) => Replace(path, write, list: true);

    /// <summary>Makes a folder that does not exist or is empty, as a whole; what is in it is the user's from then on.</summary>
    /// <exception cref="UnusableException">The place cannot be used or written, or holds files.</exception>
    public static void Make(string path, Action<string> write) => Replace(path, write, list: false);

    private static void Replace(string path, Action<string> write, bool list)
    {
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        string parent = Path.GetDirectoryName(target) ?? throw new UnusableException(new Text($"{path}：不能作为输出文件夹", $"{path}: cannot be the output folder"));
        if (!Directory.Exists(parent)) throw new UnusableException(new Text($"{path}：上级文件夹不存在，请先建立", $"{path}: its parent folder does not exist; make it first"));
        if (File.Exists(target)) throw new UnusableException(new Text($"{path}：是文件，不是文件夹；-o 要给出文件夹", $"{path}: is a file; -o takes a folder"));
        string staging = Beside(target, Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + ".new"), old = Beside(target, "old");
        try
        {
            Recover(target, old);
            RefuseOthers(path, target);
            Directory.CreateDirectory(staging);
            write(staging);
            Seal(staging, list);
            if (Directory.Exists(target)) Directory.Move(target, old);
            Directory.Move(staging, target);
            Delete(old);
        }
        catch (Exception failure)
        {
            if (!Directory.Exists(target) && Directory.Exists(old)) Directory.Move(old, target);
            Delete(staging);
            if (failure is IOException or UnauthorizedAccessException)
                throw new UnusableException(new Text($"{path}：写不进去：{failure.Message}", $"{path}: cannot be written: {failure.Message}"));
            throw;
        }
    }

    private static string Beside(string target, string ending) => Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{ending}");

    // What a killed run has left: its unfinished folder, or the old result already moved away.
    private static void Recover(string target, string old)
    {
        if (Directory.Exists(old) && !Directory.Exists(target)) Directory.Move(old, target);
        Delete(old);
        string prefix = $".{Path.GetFileName(target)}.";
        foreach (string left in Directory.EnumerateDirectories(Path.GetDirectoryName(target)!, prefix + "*.new"))
        {
            string owner = Path.GetFileName(left)[prefix.Length..^".new".Length];
            if (int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out int process) && !Running(process)) Delete(left);
        }
    }

    private static bool Running(int process)
    {
        if (process == Environment.ProcessId) return false;
        try
        {
            using Process running = Process.GetProcessById(process);
            return !running.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void RefuseOthers(string path, string target)
    {
        if (!Directory.Exists(target)) return;
        string list = Path.Combine(target, ListName);
        HashSet<string> own = File.Exists(list) ? [.. File.ReadAllLines(list), ListName] : [];
        string? other = Files(target).FirstOrDefault(f => !own.Contains(f));
        if (other is not null)
        {
            throw new UnusableException(new Text(
                $"{path}：里面有不是上次生成的文件（{other}），为免丢失不予覆盖；请换一个文件夹或把它移走",
                $"{path}: holds a file that no earlier build wrote ({other}); it is not overwritten: name another folder or move the file away"));
        }
    }

    // The list is written last; everything is on the disk before the folder takes its place.
    private static void Seal(string staging, bool list)
    {
        if (list) File.WriteAllLines(Path.Combine(staging, ListName), Files(staging).Order(StringComparer.Ordinal).ToArray());
        foreach (string file in Files(staging))
        {
            using FileStream stream = File.Open(Path.Combine(staging, file), FileMode.Open, FileAccess.ReadWrite);
            stream.Flush(flushToDisk: true);
        }
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'));

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
