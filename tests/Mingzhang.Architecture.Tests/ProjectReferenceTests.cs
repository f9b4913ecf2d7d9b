using System.Xml.Linq;

namespace Mingzhang.Architecture.Tests;

/// <summary>References point down only, as docs/architecture.md draws it.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Core"] = [],
        ["Statutes"] = ["Core"],
        ["Accounts"] = ["Statutes", "Core"],
        ["Reading"] = ["Statutes", "Core"],
        ["Checking"] = ["Statutes", "Core"],
        ["Publishing"] = ["Statutes", "Core"],
        ["Store"] = ["Statutes", "Core"],
        ["Web"] = ["Cli", "Store", "Publishing", "Checking", "Accounts", "Reading", "Statutes", "Core"],
        ["Cli"] = ["Publishing", "Checking", "Accounts", "Reading", "Statutes", "Core"],
    };

    private static readonly Dictionary<string, XDocument> Projects = Directory
        .GetDirectories(Repository.At("src"))
        .ToDictionary(folder => Path.GetFileName(folder)["Mingzhang.".Length..], folder => XDocument.Load(Path.Combine(folder, Path.GetFileName(folder) + ".csproj")));

    [Fact]
    public void Every_project_has_its_place() => Assert.Equal(Allowed.Keys.Order(), Projects.Keys.Order());

    [Fact]
    public void Projects_reference_only_what_lies_below_them()
    {
        foreach ((string project, XDocument file) in Projects)
        {
            foreach (string reference in Includes(file, "ProjectReference").Select(NameOf))
                Assert.True(Allowed[project].Contains(reference), $"{project} references {reference}");
        }
    }

    [Fact]
    public void Reading_Accounts_Checking_and_Publishing_do_not_see_each_other_through_others()
    {
        string[] peers = ["Reading", "Accounts", "Checking", "Publishing"];
        foreach (string project in peers)
            Assert.Empty(Below(project).Intersect(peers));
    }

    [Fact]
    public void Core_uses_no_package() => Assert.Empty(Includes(Projects["Core"], "PackageReference"));

    [Fact]
    public void Versions_of_packages_stand_in_one_place()
    {
        IEnumerable<XElement> references = Projects.Values.SelectMany(p => p.Descendants("PackageReference"));
        Assert.All(references, r => Assert.Null(r.Attribute("Version")));
    }

    private static HashSet<string> Below(string project)
    {
        var below = new HashSet<string>();
        foreach (string reference in Includes(Projects[project], "ProjectReference").Select(NameOf))
        {
            below.Add(reference);
            below.UnionWith(Below(reference));
        }

        return below;
    }

    private static IEnumerable<string> Includes(XDocument project, string item) => project.Descendants(item).Select(e => e.Attribute("Include")!.Value);

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path)["Mingzhang.".Length..];
}
