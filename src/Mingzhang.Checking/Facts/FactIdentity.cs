using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Facts;

/// <summary>
/// Cells that are one fact in every year, by the edition's unconditional and strict relations between two fixed cells: what is said of one of them,
/// such as its change on last year, is said of all.
/// </summary>
internal sealed class FactIdentity
{
    private readonly Dictionary<string, string> _fact = [];

    /// <summary>Joins the cells of an edition.</summary>
    public FactIdentity(Edition edition)
    {
        foreach (Relation relation in edition.Forms.SelectMany(f => f.Relations).Concat(edition.Relations))
        {
            if (relation is not { Severity: Severity.Error, Comparison: Comparison.Equal, Over: Quantifier.None, When: Relation.Always, Left: [{ RowKind: RowKind.Fixed } left], Right: [{ RowKind: RowKind.Fixed } right] }) continue;
            if (left.Sign != right.Sign || left.Column == "*" || right.Column == "*") continue;
            string a = Of(Key(left)), b = Of(Key(right));
            foreach (string cell in _fact.Keys.Where(k => _fact[k] == b).ToList()) _fact[cell] = a;
            _fact[Key(left)] = a;
            _fact[Key(right)] = a;
            _fact[b] = a;
        }
    }

    /// <summary>The name of the fact that a subject key stands for; the key itself where it is the only one.</summary>
    public string Of(string key) => _fact.GetValueOrDefault(key, key);

    private static string Key(Term term) => new Address(term.Form, term.Row, term.Column).ToString();
}
