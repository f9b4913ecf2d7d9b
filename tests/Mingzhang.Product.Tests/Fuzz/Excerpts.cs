using Mingzhang.Product.Tests.CleanDisclosure;

namespace Mingzhang.Product.Tests.Fuzz;

/// <summary>
/// Small disclosures cut from whole ones: the lines that head parts and sections are kept, of the rest a few stretches, so that the
/// readers still find their way to what is left.
/// </summary>
internal static class Excerpts
{
    private const string Title = "云山区河湖管护局\n2023年度部门决算\n";

    /// <summary>The whole documents: our own and, where there, the published ones.</summary>
    public static IReadOnlyList<string> Documents { get; } =
        [CleanDocument.Tabbed.Text, CleanDocument.Spaced.Text, .. Corpus.FinalAccounts.Select(File.ReadAllText)];

    /// <summary>An excerpt of some document.</summary>
    public static string Take(Random random)
    {
        string[] lines = Documents[random.Next(Documents.Count)].Split('\n');
        var kept = new bool[lines.Length];
        for (int stretches = random.Next(1, 4); stretches > 0; stretches--)
        {
            int from = random.Next(lines.Length), to = Math.Min(lines.Length, from + random.Next(5, 60));
            for (int i = from; i < to; i++) kept[i] = true;
        }

        return Title + string.Join('\n', lines.Where((line, i) => (kept[i] && line.Length < 4000) || IsHeading(line)));
    }

    private static bool IsHeading(string line) =>
        line.Length < 60 && (line.Contains("部分", StringComparison.Ordinal) || line.Contains("情况说明", StringComparison.Ordinal) || line.Contains("决算表", StringComparison.Ordinal));
}
