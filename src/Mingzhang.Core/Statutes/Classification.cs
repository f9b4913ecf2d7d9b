using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Mingzhang.Core.Statutes;

/// <summary>A code of a classification with its names.</summary>
/// <param name="Code">The digits.</param>
/// <param name="Name">The name in force.</param>
/// <param name="FormerNames">Names of earlier years, no longer in force.</param>
/// <param name="OtherNames">Names in force that documents print as well (short forms).</param>
public sealed record ClassificationEntry(string Code, string Name, ImmutableArray<string> FormerNames, ImmutableArray<string> OtherNames);

/// <summary>The functional or economic classification as far as it is established for a year. A code it lacks is unknown, not wrong.</summary>
public sealed class Classification
{
    private readonly FrozenDictionary<string, ClassificationEntry> _byCode;

    /// <summary>A list of entries; a later entry replaces an earlier one of the same code.</summary>
    public Classification(IEnumerable<ClassificationEntry> entries)
    {
        var byCode = new Dictionary<string, ClassificationEntry>();
        foreach (ClassificationEntry entry in entries) byCode[entry.Code] = entry;
        _byCode = byCode.ToFrozenDictionary();
        Entries = [.. byCode.Values.OrderBy(e => e.Code, StringComparer.Ordinal)];
    }

    /// <summary>No codes.</summary>
    public static Classification Empty { get; } = new([]);

    /// <summary>All entries in code order.</summary>
    public ImmutableArray<ClassificationEntry> Entries { get; }

    /// <summary>The entry of a code; null if the list does not have it.</summary>
    public ClassificationEntry? Find(string code) => _byCode.GetValueOrDefault(code);
}
