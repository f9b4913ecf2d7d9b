namespace Mingzhang.Web.Jobs;

/// <summary>Temporary folders that killed workers left behind.</summary>
internal static class LeftFolders
{
    private const string Pattern = "mingzhang-*";

    /// <summary>Deletes those that nobody has touched for so long.</summary>
    public static void Tidy(TimeSpan age)
    {
        foreach (DirectoryInfo folder in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories(Pattern).Where(f => DateTime.UtcNow - f.LastWriteTimeUtc > age))
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody else's.
            }
        }
    }
}
