using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Engine;

/// <summary>
/// Ids of findings: the same for the same statement at the same place of the document's structure, whatever else of the document
/// changes. Line numbers are not part of it.
/// </summary>
public static class FindingIds
{
    private const ulong Offset = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    /// <summary>Gives every finding its id; equal ones are numbered in order.</summary>
    public static ImmutableArray<Finding> Assign(ImmutableArray<Finding> findings)
    {
        var seen = new Dictionary<string, int>();
        var named = ImmutableArray.CreateBuilder<Finding>(findings.Length);
        foreach (Finding finding in findings)
        {
            string id = Hash(finding);
            int times = seen[id] = seen.GetValueOrDefault(id) + 1;
            named.Add(finding with { Id = times == 1 ? id : $"{id}-{times}" });
        }

        return Relate(named.MoveToImmutable());
    }

    /// <summary>Findings of one cause name each other.</summary>
    private static ImmutableArray<Finding> Relate(ImmutableArray<Finding> findings)
    {
        ILookup<int, string> causes = findings.Where(f => f.Cause > 0).ToLookup(f => f.Cause, f => f.Id);
        return causes.Count == 0 ? findings : [.. findings.Select(f => f.Cause == 0 ? f : f with { Related = [.. causes[f.Cause].Where(id => id != f.Id)] })];
    }

    private static string Hash(Finding finding)
    {
        ulong hash = Offset;
        Add(ref hash, finding.Rule);
        Add(ref hash, finding.Variant);
        Add(ref hash, finding.Where.Address?.ToString() ?? "");
        Add(ref hash, finding.Where.Section ?? "");
        Add(ref hash, finding.Quote);
        Add(ref hash, finding.Stated ?? "");
        return (hash >> 16).ToString("x12", CultureInfo.InvariantCulture);
    }

    /// <summary>FNV-1a over the characters that are not white space, with a mark between fields.</summary>
    private static void Add(ref ulong hash, string text)
    {
        foreach (char c in text)
        {
            if (Names.IsPlain(c) || !char.IsWhiteSpace(c)) hash = unchecked((hash ^ c) * Prime);
        }

        hash = unchecked((hash ^ '\u001f') * Prime);
    }
}
