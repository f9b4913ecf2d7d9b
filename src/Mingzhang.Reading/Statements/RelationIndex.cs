using System.Runtime.CompilerServices;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Reading.Statements;

/// <summary>The relations of an edition by the form and row that they speak of, made once for an edition. Only those that must hold.</summary>
internal sealed class RelationIndex
{
    private static readonly ConditionalWeakTable<Edition, RelationIndex> Indices = new();
    private static readonly List<Relation> None = [];

    private readonly Dictionary<string, List<Relation>> _formulas = [];
    private readonly Dictionary<(string Form, bool Own), List<Relation>> _repeated = [];
    private readonly Dictionary<(string Form, string Row, bool Own), List<Relation>> _fixed = [];

    private RelationIndex(Edition edition)
    {
        foreach (Relation relation in edition.Forms.SelectMany(f => f.Relations).Concat(edition.Relations).Where(r => r.Severity == Severity.Error))
        {
            List<Term> terms = [.. relation.Left, .. relation.Right];
            bool own = terms.TrueForAll(t => t.Form == terms[0].Form);
            if (relation.Over == Quantifier.EachRow) List(_formulas, terms[0].Form).Add(relation);
            else if (relation.Over != Quantifier.None)
            {
                foreach (string form in terms.Select(t => t.Form).Distinct()) List(_repeated, (form, own)).Add(relation);
            }
            else
            {
                foreach ((string form, string row) in terms.Select(t => (t.Form, t.Row)).Distinct()) List(_fixed, (form, row, own)).Add(relation);
            }
        }
    }

    /// <summary>The index of an edition.</summary>
    internal static RelationIndex Of(Edition edition) => Indices.GetValue(edition, static e => new RelationIndex(e));

    /// <summary>The formulas of every row of a form: <c>1栏各行=(2+3)栏各行</c>.</summary>
    internal List<Relation> Formulas(string form) => _formulas.GetValueOrDefault(form, None);

    /// <summary>Relations over codes or parents in which a form takes part, within it or with others.</summary>
    internal List<Relation> Repeated(string form, bool own) => _repeated.GetValueOrDefault((form, own), None);

    /// <summary>Relations that name a row of a form, within it or with others.</summary>
    internal List<Relation> Fixed(string form, string row, bool own) => _fixed.GetValueOrDefault((form, row, own), None);

    private static List<Relation> List<TKey>(Dictionary<TKey, List<Relation>> index, TKey key)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out List<Relation>? list)) index[key] = list = [];
        return list;
    }
}
