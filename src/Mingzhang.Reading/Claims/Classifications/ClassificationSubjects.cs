using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Claims.Sentences;

namespace Mingzhang.Reading.Claims.Classifications;

/// <summary>Makes quoted classifications the subjects of the claims that follow them.</summary>
internal sealed class ClassificationSubjects(ClaimCollector claims, ClassificationResolver resolver, Edition edition)
{
    private string _class = "";
    private readonly HashSet<string> _keys = [];

    /// <summary>The resolver.</summary>
    internal ClassificationResolver Resolver => resolver;

    /// <summary>Whether a subject is a quoted classification.</summary>
    internal bool IsClassified(Subject subject) => _keys.Contains(subject.Key);

    /// <summary>The subject that quoted names make; the quotation is recorded.</summary>
    internal Subject Take(QuotedNames names, SectionMeaning meaning)
    {
        // （一）公共安全支出（类） heads the items below it; it decides where their own names leave several codes.
        if (names is { Section.Length: 0, Items.Count: 0 }) _class = names.Class;
        ResolvedNames resolved = resolver.Resolve(names);
        if (resolved.Match is ClassificationMatch.None && names.Class.Length == 0 && _class.Length > 0) resolved = resolver.Resolve(names with { Class = _class });
        Subject subject = resolved.Code is { } code && CellFor(code, meaning) is { } cell ? Subject.Of(names.Path, cell) : new Subject(names.Path, null, "item/" + names.Path);
        _keys.Add(subject.Key);
        if (meaning.Place is { } where) claims.Quote(names, resolved, where, claims.GroupOf(subject.Key), "");
        return subject;
    }

    /// <summary>A section begins: no class heads what follows.</summary>
    internal void BeginSection() => _class = "";

    /// <summary>The cell of a code on the first of the section's forms that shows it; null if the section quotes no classifications.</summary>
    private Address? CellFor(string code, SectionMeaning meaning)
    {
        foreach ((string form, string column) in meaning.Classified)
        {
            if (edition.Form(form) is { Shape: FormShape.Lines } lines) return lines.LineOfClass(code) is { } line ? new Address(form, line.Number, column) : null;
            if (resolver.Shows(form, code)) return new Address(form, code, column);
        }

        return meaning.Classified.IsEmpty ? null : new Address(meaning.Classified[0].Form, code, meaning.Classified[0].Column);
    }
}
