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
    private readonly FrozenSet<(char First, int Length)> _shapes;

    /// <summary>A list of entries; a later entry replaces an earlier one of the same code.</summary>
    public Classification(IEnumerable<ClassificationEntry> entries)
    {
        var byCode = new Dictionary<string, ClassificationEntry>();
        foreach (ClassificationEntry entry in entries) byCode[entry.Code] = entry;
        _byCode = byCode.ToFrozenDictionary();
        _shapes = byCode.Keys.Select(c => (c[0], c.Length)).ToFrozenSet();
        Entries = [.. byCode.Values.OrderBy(e => e.Code, StringComparer.Ordinal)];
    }

    /// <summary>No codes.</summary>
    public static Classification Empty { get; } = new([]);

    /// <summary>All entries in code order.</summary>
    public ImmutableArray<ClassificationEntry> Entries { get; }

    /// <summary>Whether a text is built like the codes of the list, though the list may lack it: digits, as many as some of its codes have that begin with the same.</summary>
    public bool Fits(string code) => code.Length > 0 && _shapes.Contains((code[0], code.Length)) && code.All(char.IsAsciiDigit);

    /// <summary>The entry of a code; null if the list does not have it.</summary>
    public ClassificationEntry? Find(string code) => _byCode.GetValueOrDefault(code);
}
