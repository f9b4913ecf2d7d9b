using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Engine;

/// <summary>
/// Ids of findings: the same for the same statement at the same place of the document's structure, whatever else of the document
/// changes. Line numbers are not part of it.
/// </summary>
public static class FindingIds
{
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

        return named.MoveToImmutable();
    }

    private static string Hash(Finding finding)
    {
        string text = string.Join('\u001f', finding.Rule, finding.Variant, finding.Where.Address?.ToString() ?? "", finding.Where.Section ?? "", Squeeze(finding.Quote), finding.Stated ?? "");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
