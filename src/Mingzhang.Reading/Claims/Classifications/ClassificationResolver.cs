using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Reading.Claims.Classifications;

/// <summary>What quoted names resolve to.</summary>
/// <param name="Codes">One code for each item (empty where unresolved), or the one of the 款 or 类; empty for <see cref="ClassificationMatch.None"/>.</param>
/// <param name="Match">How; the weakest of the items.</param>
internal sealed record ResolvedNames(ImmutableArray<string> Codes, ClassificationMatch Match)
{
    internal static ResolvedNames None { get; } = new([], ClassificationMatch.None);

    /// <summary>The one code that may be trusted for figures; null if there is none or several.</summary>
    internal string? Code => Match is ClassificationMatch.Exact or ClassificationMatch.Similar && Codes.Length == 1 && Codes[0].Length > 0 ? Codes[0] : null;
}

/// <summary>
/// Resolves quoted names to the codes under which this document's forms print them; the parents decide between equal names (行政运行).
/// A name that differs a little counts only where a single code comes into question. What the forms do not have is looked up, by exact names,
/// in the classification in force: an item without money this year is not on the forms.
/// </summary>
internal sealed class ClassificationResolver
{
    // Forms with codes, the one that part five of the explanations speaks of first.
    private static readonly string[] FormsInOrder = ["05", "03", "02", "07", "08"];

    private readonly List<NameIndex> _indexes = [];
    private readonly NameIndex _statutory;

    internal ClassificationResolver(ImmutableArray<Statement> statements, Classification functional)
    {
        foreach (string form in FormsInOrder)
        {
            foreach (Statement statement in statements)
            {
                if (statement.Form != form) continue;
                NameIndex index = new(statement.Rows.Where(r => NameIndex.IsCode(r.Key)).Select(r => (r.Key, r.Caption)));
                if (!index.IsEmpty) _indexes.Add(index);
            }
        }

        _statutory = new NameIndex(functional.Entries.Select(e => (e.Code, e.Name)));
    }

    /// <summary>The names of the 类 on the forms or in force, with their codes.</summary>
    internal IEnumerable<(string Code, string Name)> Classes =>
        _indexes.Append(_statutory).SelectMany(i => i.OfLength(3)).DistinctBy(e => e.Name);

    /// <summary>The codes of quoted names.</summary>
    internal ResolvedNames Resolve(QuotedNames names)
    {
        ResolvedNames best = ResolvedNames.None;
        foreach (NameIndex index in _indexes)
        {
            ResolvedNames found = Resolve(index, names);
            if (found.Match == ClassificationMatch.Exact) return found;
            if (best.Match == ClassificationMatch.None || (best.Match == ClassificationMatch.OtherParent && found.Match == ClassificationMatch.Similar)) best = found;
        }

        if (best.Match == ClassificationMatch.Similar) return best;
        ResolvedNames statutory = Resolve(_statutory, names);
        return statutory.Match == ClassificationMatch.Exact || best.Match == ClassificationMatch.None && statutory.Match == ClassificationMatch.Similar ? statutory : best;
    }

    private static ResolvedNames Resolve(NameIndex index, QuotedNames names)
    {
        (string? cls, ClassificationMatch classMatch) = names.Class.Length == 0 ? ("", ClassificationMatch.Exact) : index.Find(names.Class, 3, "");
        if (names.Section.Length == 0 && names.Items.Count == 0) return cls is { Length: > 0 } ? new([cls], classMatch) : ResolvedNames.None;

        (string? section, ClassificationMatch sectionMatch) = names.Section.Length == 0 || cls is null ? (cls, classMatch) : index.Find(names.Section, 5, cls);
        if (names.Items.Count == 0) return section is null ? ResolvedNames.None : new([section], Weaker(classMatch, sectionMatch));

        var codes = ImmutableArray.CreateBuilder<string>(names.Items.Count);
        ClassificationMatch match = ClassificationMatch.Exact;
        foreach (string item in names.Items)
        {
            (string? code, ClassificationMatch itemMatch) = section is null ? (null, ClassificationMatch.None) : index.Find(item, 7, section);
            if (code is not null) itemMatch = Weaker(itemMatch, Weaker(classMatch, sectionMatch));
            else (code, itemMatch) = index.Find(item, 7, "", exactly: true) is { Code: { } elsewhere } ? (elsewhere, ClassificationMatch.OtherParent) : (null, ClassificationMatch.None);
            codes.Add(code ?? "");
            match = Weaker(match, itemMatch);
        }

        return codes.All(c => c.Length == 0) ? ResolvedNames.None : new(codes.MoveToImmutable(), match);
    }

    private static ClassificationMatch Weaker(ClassificationMatch a, ClassificationMatch b)
    {
        if (a == ClassificationMatch.None || b == ClassificationMatch.None) return ClassificationMatch.None;
        return a > b ? a : b;
    }
}
