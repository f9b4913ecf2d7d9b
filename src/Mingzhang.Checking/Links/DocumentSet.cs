using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Links;

/// <summary>Documents given together, and which of them hang together: years, budget and final accounts, departments and their units.</summary>
public sealed class DocumentSet
{
    private readonly Dictionary<(DisclosureKind Kind, FiscalYear Year), List<SetMember>> _members = [];

    /// <summary>A set of documents.</summary>
    public DocumentSet(IEnumerable<SetMember> members)
    {
        foreach (SetMember member in members)
        {
            var key = (member.Disclosure.Kind, member.Disclosure.Year);
            if (!_members.TryGetValue(key, out List<SetMember>? list)) _members[key] = list = [];
            list.Add(member);
        }
    }

    /// <summary>The documents of the set that a document is to be checked against, each kind of link at most once: where two documents claim the same place, none is taken.</summary>
    public ImmutableArray<LinkedDocument> LinksOf(string file, Disclosure disclosure)
    {
        var links = ImmutableArray.CreateBuilder<LinkedDocument>();
        void Add(LinkKind kind, SetMember? member)
        {
            if (member is null) return;
            Disclosure other = member.Disclosure;
            links.Add(new LinkedDocument(new DocumentLink(kind, member.File, other.Kind, other.Year, other.Unit), other));
        }

        FiscalYear year = disclosure.Year;
        Add(LinkKind.PriorYear, Same(file, disclosure, disclosure.Kind, year.Previous));
        if (disclosure.Kind is DisclosureKind.FinalAccounts) Add(LinkKind.Budget, Same(file, disclosure, DisclosureKind.Budget, year));
        else Add(LinkKind.PriorAccounts, Same(file, disclosure, DisclosureKind.FinalAccounts, year.Previous));
        if (disclosure.Scope is DisclosureScope.Unit) Add(LinkKind.Department, DepartmentOf(file, disclosure));
        return links.DrainToImmutable();
    }

    private SetMember? Same(string file, Disclosure disclosure, DisclosureKind kind, FiscalYear year) =>
        Only(file, kind, year, m => m.Disclosure.Scope == disclosure.Scope && UnitIdentity.IsSame(m.Disclosure.Unit, disclosure.Unit));

    /// <summary>The department that names the unit, or that has the unit's own name: a department's office as a unit of it.</summary>
    private SetMember? DepartmentOf(string file, Disclosure unit) => Only(file, unit.Kind, unit.Year, m =>
        m.Disclosure.Scope is DisclosureScope.Department
        && (UnitIdentity.IsSame(m.Disclosure.Unit, unit.Unit) || m.UnitNames.Any(name => UnitIdentity.IsSame(name, unit.Unit))));

    private SetMember? Only(string file, DisclosureKind kind, FiscalYear year, Func<SetMember, bool> fits)
    {
        if (!_members.TryGetValue((kind, year), out List<SetMember>? list)) return null;
        SetMember? found = null;
        foreach (SetMember member in list)
        {
            if (member.File == file || !fits(member)) continue;
            if (found is not null) return null;
            found = member;
        }

        return found;
    }
}
