namespace Mingzhang.Tests.Shared;

/// <summary>Where the repository lies that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution file.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A path below the root.</summary>
    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mingzhang.slnx"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"no folder with Mingzhang.slnx above {start}");
    }
}
