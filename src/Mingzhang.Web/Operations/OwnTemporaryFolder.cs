namespace Mingzhang.Web.Operations;

/// <summary>
/// A folder for all temporary files of this process and of those that it starts, which only its account enters. It goes with the process; what a killed one left behind is deleted when the
/// next one starts, which knows it by a lock that nobody holds any more.
/// </summary>
internal sealed class OwnTemporaryFolder : IDisposable
{
    private const string Prefix = "mingzhang-web-", LockName = ".alive", Variable = "TMPDIR";

    private readonly string? _before;
    private readonly FileStream _alive;

    private OwnTemporaryFolder(string path)
    {
        Path = path;
        _alive = new FileStream(System.IO.Path.Combine(path, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        _before = Environment.GetEnvironmentVariable(Variable);
        Environment.SetEnvironmentVariable(Variable, path);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Makes one; from now on temporary files lie in it.</summary>
    public static OwnTemporaryFolder Enter()
    {
        Forget();
        return new OwnTemporaryFolder(Directory.CreateTempSubdirectory(Prefix).FullName);
    }

    /// <summary>Deletes those of processes that are gone.</summary>
    public static void Forget()
    {
        foreach (DirectoryInfo folder in new DirectoryInfo(System.IO.Path.GetTempPath()).EnumerateDirectories(Prefix + "*"))
        {
            try
            {
                if (folder.LinkTarget is not null || !IsLeft(folder)) continue;
                folder.Delete(recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Its process lives, or it is another account's, or another process was faster.
            }
        }
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next process deletes it.
        }

        _alive.Dispose();
    }

    private static bool IsLeft(DirectoryInfo folder)
    {
        string alive = System.IO.Path.Combine(folder.FullName, LockName);
        // Without a lock it is just being made, unless it is old.
        if (!File.Exists(alive)) return folder.LastWriteTimeUtc < DateTime.UtcNow.AddDays(-1);
        new FileStream(alive, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
        return true;
    }
}
