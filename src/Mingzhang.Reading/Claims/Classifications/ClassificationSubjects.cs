using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Reading.Claims.Classifications;

/// <summary>Makes quoted classifications the subjects of the claims that follow them.</summary>
internal sealed class ClassificationSubjects(ClaimCollector claims, ClassificationResolver resolver)
{
    private readonly HashSet<string> _keys = [];

    /// <summary>The resolver.</summary>
    internal ClassificationResolver Resolver => resolver;

    /// <summary>Whether a subject is a quoted classification.</summary>
    internal bool IsClassified(Subject subject) => _keys.Contains(subject.Key);

    /// <summary>The subject that quoted names make: their row in the column of the cell that they divide. The quotation is recorded.</summary>
    internal Subject Take(QuotedNames names, QuotePlace? place, Address divided)
    {
        ResolvedNames resolved = resolver.Resolve(names);
        Subject subject = resolved.Code is { } code
            ? Subject.Of(names.Path, divided with { Row = code })
            : new Subject(names.Path, null, "item/" + names.Path);
        _keys.Add(subject.Key);
        if (place is { } where) claims.Quote(names, resolved, where, claims.GroupOf(subject.Key), "");
        return subject;
    }
}
