namespace Mingzhang.Web.Examinations;

/// <summary>Where documents lie while they are taken and checked: temporary files and folders that only this account enters. A killed process leaves some behind; they are swept.</summary>
internal static class TemporaryFiles
{
    private const string Prefix = "mingzhang-check-";

    /// <summary>A new folder.</summary>
    public static string Folder()
    {
        Here();
        return Directory.CreateTempSubdirectory(Prefix).FullName;
    }

    /// <summary>The path of a file that does not exist yet.</summary>
    public static string File() => Path.Combine(Here(), Prefix + Guid.NewGuid().ToString("N"));

    // Where the machine tidied up, the folder of this process is made again.
    private static string Here()
    {
        string here = Path.GetTempPath();
        if (OperatingSystem.IsWindows() || Directory.Exists(here)) Directory.CreateDirectory(here);
        else Directory.CreateDirectory(here, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return here;
    }

    /// <summary>Deletes what is older than any check takes.</summary>
    public static void Sweep(TimeSpan age)
    {
        DateTime before = DateTime.UtcNow - age;
        foreach (FileSystemInfo left in new DirectoryInfo(Path.GetTempPath()).EnumerateFileSystemInfos(Prefix + "*"))
        {
            try
            {
                if (left.LastWriteTimeUtc >= before) continue;
                if (left is DirectoryInfo folder && left.LinkTarget is null) folder.Delete(recursive: true);
                else left.Delete();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another account's, or another process was faster.
            }
        }
    }
}
