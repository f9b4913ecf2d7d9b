namespace Mingzhang.Tests.Shared;

/// <summary>Documents of our own making that the tests read.</summary>
internal static class Fixture
{
    /// <summary>Where they lie.</summary>
    public static string Folder { get; } = Repository.At("tests", "Mingzhang.Product.Tests", "Fixtures");

    /// <summary>The file of a fixture.</summary>
    public static string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>The text of a fixture.</summary>
    public static string Text(string name) => File.ReadAllText(PathOf(name));
}
