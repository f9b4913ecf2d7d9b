namespace Mingzhang.Architecture.Tests;

/// <summary>How the sources are kept.</summary>
public sealed class SourceFileTests
{
    private const int LongestFile = 350;

    private static readonly string[] Files =
    [
        .. Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)),
    ];

    [Fact]
    public void A_file_holds_one_idea()
    {
        string[] tooLong = [.. Files.Where(f => File.ReadLines(f).Count() > LongestFile)];
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Folders_are_named_after_the_domain()
    {
        string[] patterns = ["Helpers", "Managers", "Utils", "Utilities", "Common", "Misc", "Services"];
        Assert.DoesNotContain(Files, f => f.Split(Path.DirectorySeparatorChar).Any(patterns.Contains));
    }

    [Fact]
    public void The_sources_know_no_path_of_a_machine() =>
        Assert.DoesNotContain(Files, f => File.ReadAllText(f) is var text && (text.Contains("\"/home/", StringComparison.Ordinal) || text.Contains("\"/root/", StringComparison.Ordinal) || text.Contains("C:\\\\Users", StringComparison.Ordinal)));
}
