namespace Mingzhang.Cli.Tests;

/// <summary>Documents that the tests of the command read.</summary>
internal static class Documents
{
    /// <summary>The example of the repository, with planted errors.</summary>
    public static string Example { get; } = Directory.GetFiles(Repository.At("examples", "check"), "*.txt").Single();

    /// <summary>A disclosure without errors.</summary>
    public static string Clean { get; } = Fixture.PathOf("clean-2023-tabbed.txt");
}
