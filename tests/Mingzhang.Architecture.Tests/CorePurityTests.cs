using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Mingzhang.Core.Figures;

namespace Mingzhang.Architecture.Tests;

/// <summary>Core computes; it does not read, write, wait or ask the machine anything.</summary>
public sealed class CorePurityTests
{
    private static readonly string[] Forbidden =
    [
        "System.IO", "System.Net", "System.Console", "System.Threading.Tasks.Task", "System.Threading.Thread",
        "System.Diagnostics.Process", "System.Environment", "System.Random", "System.DateTime", "System.Reflection.Emit",
    ];

    [Fact]
    public void Core_does_no_input_or_output()
    {
        string[] used = [.. ReferencedTypes().Where(type => Forbidden.Any(f => type == f || type.StartsWith(f + ".", StringComparison.Ordinal)))];
        Assert.Empty(used);
    }

    [Fact]
    public void The_test_sees_the_types_that_Core_uses() => Assert.Contains("System.Decimal", ReferencedTypes());

    private static List<string> ReferencedTypes()
    {
        using var file = new PEReader(File.OpenRead(typeof(Printed).Assembly.Location));
        MetadataReader metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(metadata.GetTypeReference).Select(t => $"{metadata.GetString(t.Namespace)}.{metadata.GetString(t.Name)}")];
    }
}
