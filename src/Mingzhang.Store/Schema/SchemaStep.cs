using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mingzhang.Store.Schema;

/// <summary>One numbered change of the schema, as it travels inside the program.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Name">What the file is called: <c>0001-ground.sql</c>.</param>
/// <param name="Sql">Its statements.</param>
public sealed record SchemaStep(int Number, string Name, string Sql)
{
    private const string Prefix = "Schema/";

    /// <summary>SHA-256 of its statements, in hexadecimal: an applied file must never change.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>Every change, in order.</summary>
    public static IReadOnlyList<SchemaStep> All { get; } = Load();

    private static List<SchemaStep> Load()
    {
        var assembly = typeof(SchemaStep).Assembly;
        var steps = new List<SchemaStep>();
        foreach (string resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            string name = resource[Prefix.Length..];
            steps.Add(new SchemaStep(int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), name, reader.ReadToEnd().ReplaceLineEndings("\n")));
        }

        if (steps.Where((s, i) => s.Number != i + 1).Any()) throw new InvalidOperationException("schema files are not numbered 0001, 0002, …");
        return steps;
    }
}
