using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Reading.Claims.Classifications;

/// <summary>What quoted names resolve to.</summary>
/// <param name="Codes">One code for each item (empty where unresolved), or the one of the 款 or 类; empty for <see cref="ClassificationMatch.None"/>.</param>
/// <param name="Match">How; the weakest of the items.</param>
/// <param name="OnForms">Whether a form of the document shows every code.</param>
internal sealed record ResolvedNames(ImmutableArray<string> Codes, ClassificationMatch Match, bool OnForms)
{
    internal static ResolvedNames None { get; } = new([], ClassificationMatch.None, false);

    /// <summary>The one code whose cell the text speaks of; null if there is none on the forms, or several.</summary>
    internal string? Code => OnForms && Match is ClassificationMatch.Exact or ClassificationMatch.Similar && Codes.Length == 1 && Codes[0].Length > 0 ? Codes[0] : null;
}

/// <summary>
/// Resolves quoted names to the codes under which this document's forms print them; the parents decide between equal names (行政运行).
/// A name that differs a little counts only where a single code comes into question. What the forms do not have is looked up, by exact names,
/// in the classification in force: an item without money this year is not on the forms.
/// </summary>
internal sealed class ClassificationResolver
{
    // Forms with codes, the one that the explanations by item speak of first.
    private static readonly string[] SubjectsInOrder = ["general", "appropriationByFunction", "expenditure", "income", "governmentFund", "stateCapital"];

    private static readonly ConditionalWeakTable<Classification, NameIndex> Statutory = new();

    private readonly List<NameIndex> _indexes = [];
    private readonly Dictionary<string, NameIndex> _byForm = [];
    private readonly NameIndex _statutory;

    internal ClassificationResolver(ImmutableArray<Statement> statements, Edition edition)
    {
        foreach (string subject in SubjectsInOrder)
        {
            string? form = edition.FormOf(subject)?.Id;
            foreach (Statement statement in statements)
            {
                if (statement.Form != form) continue;
                NameIndex index = new(statement.Rows.Where(r => NameIndex.IsCode(r.Key)).Select(r => (r.Key, r.Caption)));
                _byForm.TryAdd(form, index);
                if (!index.IsEmpty) _indexes.Add(index);
            }
        }

        _statutory = Statutory.GetValue(edition.Functional, static list => new NameIndex(list.Entries.Select(e => (e.Code, e.Name))));
    }

    /// <summary>The names of the 类 on the forms or in force, with their codes.</summary>
    internal IEnumerable<(string Code, string Name)> Classes =>
        _indexes.Append(_statutory).SelectMany(i => i.OfLength(3)).DistinctBy(e => e.Name);

    /// <summary>Whether a form of the document shows a code.</summary>
    internal bool Shows(string form, string code) => _byForm.TryGetValue(form, out NameIndex? index) && index.Has(code);

    /// <summary>The codes of quoted names.</summary>
    internal ResolvedNames Resolve(QuotedNames names)
    {
        if (names.Items.Count == 0)
        {
            (string? code, ClassificationMatch match) = Best(names, null);
            return code is null ? ResolvedNames.None : new([code], match, IsOnForms(code));
        }

        // A printed code that the forms have decides where the names do not lead there.
        if (names.Code.Length > 0 && IsOnForms(names.Code))
        {
            (string? byName, ClassificationMatch match) = Best(names, names.Items[0]);
            if (byName is null || match is ClassificationMatch.OtherParent && byName == names.Code) return new([names.Code], ClassificationMatch.Similar, true);
        }

        var codes = ImmutableArray.CreateBuilder<string>(names.Items.Count);
        ClassificationMatch weakest = ClassificationMatch.Exact;
        foreach (string item in names.Items)
        {
            (string? code, ClassificationMatch match) = Best(names, item);
            codes.Add(code ?? "");
            weakest = Weaker(weakest, match);
        }

        return codes.All(c => c.Length == 0) ? ResolvedNames.None : new(codes.ToImmutable(), weakest, codes.All(IsOnForms));
    }

    private bool IsOnForms(string code) => _indexes.Exists(i => i.Has(code));

    /// <summary>As the forms print it, else exactly as the classification in force has it, else nearly as the forms, else elsewhere on the forms.</summary>
    private (string? Code, ClassificationMatch Match) Best(QuotedNames names, string? item)
    {
        (string? Code, ClassificationMatch Match) best = default, other = default;
        foreach (NameIndex index in _indexes)
        {
            (string? Code, ClassificationMatch Match) found = Find(index, names, item);
            if (found.Match == ClassificationMatch.Exact) return found;
            if (best.Code is null && found.Match == ClassificationMatch.Similar) best = found;
            if (other.Code is null && found.Match == ClassificationMatch.OtherParent) other = found;
        }

        (string? Code, ClassificationMatch Match) statutory = Find(_statutory, names, item);
        return statutory.Match == ClassificationMatch.Exact ? statutory : best.Code is not null ? best : other.Code is not null ? other : statutory;
    }

    private static (string? Code, ClassificationMatch Match) Find(NameIndex index, QuotedNames names, string? item)
    {
        (string? code, ClassificationMatch match) = names.Class.Length == 0 ? ("", ClassificationMatch.Exact) : index.Find(names.Class, 3, "");
        if (names.Section.Length > 0 && code is { } cls)
        {
            (code, ClassificationMatch section) = index.Find(names.Section, 5, cls);
            match = Weaker(match, section);
        }

        if (item is null) return code is { Length: > 0 } ? (code, match) : default;
        if (code is not null && index.Find(item, 7, code) is { Code: { } found } at) return (found, Weaker(match, at.Match));
        return index.Find(item, 7, "", exactly: true).Code is { } elsewhere ? (elsewhere, ClassificationMatch.OtherParent) : default;
    }

    private static ClassificationMatch Weaker(ClassificationMatch a, ClassificationMatch b)
    {
        if (a == ClassificationMatch.None || b == ClassificationMatch.None) return ClassificationMatch.None;
        return a > b ? a : b;
    }
}
