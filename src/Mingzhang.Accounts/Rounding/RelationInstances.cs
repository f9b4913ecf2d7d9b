using System.Collections.Immutable;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Rounding;

/// <summary>A cell of the compiled forms.</summary>
/// <param name="Form">Place of the form among the edition's.</param>
/// <param name="Row">Key of the row.</param>
/// <param name="Column">Place of the column among the form's.</param>
internal readonly record struct CellPlace(int Form, string Row, int Column);

/// <summary>A relation between cells that exist: the sum of the terms compared with nothing.</summary>
internal sealed record RelationInstance(Relation Relation, ImmutableArray<(int Sign, CellPlace Cell)> Terms);

/// <summary>The edition's relations written out for the rows that the compiled forms have. Cells that are not there count as nothing.</summary>
internal sealed class RelationInstances
{
    private readonly ImmutableArray<FormDefinition> _forms;
    private readonly ImmutableArray<HashSet<string>> _rows;
    private readonly Dictionary<string, int> _places = [];

    internal RelationInstances(Edition edition, ImmutableArray<ExactForm> exact)
    {
        _forms = edition.Forms;
        _rows = [.. exact.Select(e => e.Rows.Select(r => r.Key).ToHashSet(StringComparer.Ordinal))];
        for (int i = 0; i < _forms.Length; i++) _places[_forms[i].Id] = i;
        All = [.. _forms.SelectMany(f => f.Relations).Concat(edition.Relations).SelectMany(Of)];
    }

    internal ImmutableArray<RelationInstance> All { get; }

    /// <summary>The place of an address; null if no form has it.</summary>
    internal CellPlace? Place(Address address) => Cell(address.Form, address.Row, address.Column);

    private IEnumerable<RelationInstance> Of(Relation relation)
    {
        foreach (string column in relation.OverColumns.IsEmpty ? [""] : relation.OverColumns)
        {
            foreach (string bound in Bounds(relation))
            {
                var terms = ImmutableArray.CreateBuilder<(int, CellPlace)>();
                foreach (Term term in relation.Left) Add(terms, term, 1, bound, column);
                foreach (Term term in relation.Right) Add(terms, term, -1, bound, column);
                if (terms.Count > 0) yield return new RelationInstance(relation, terms.ToImmutable());
            }
        }
    }

    private IEnumerable<string> Bounds(Relation relation)
    {
        IEnumerable<int> forms = relation.Left.Concat(relation.Right).Select(t => _places[t.Form]).Distinct();
        return relation.Over switch
        {
            Quantifier.None => [""],
            Quantifier.EachRow => _rows[_places[relation.Left[0].Form]],
            Quantifier.EachParent => _rows[_places[relation.Left[0].Form]].Where(r => Children(_places[relation.Left[0].Form], r).Any()),
            Quantifier.EachClass => forms.SelectMany(Codes).Where(c => c.Length == 3).Distinct(),
            _ => forms.SelectMany(Codes).Distinct(),
        };
    }

    private IEnumerable<string> Codes(int form) => _forms[form].Shape == FormShape.Lines
        ? _forms[form].Lines.Where(l => l.Class is not null).Select(l => l.Class!)
        : _rows[form].Where(r => char.IsAsciiDigit(r[0]));

    private IEnumerable<string> Children(int form, string row) => _rows[form].Where(r => char.IsAsciiDigit(r[0]) &&
        (row == Address.Total ? r.Length == 3 : char.IsAsciiDigit(row[0]) && r.Length == row.Length + 2 && r.StartsWith(row, StringComparison.Ordinal)));

    private void Add(ImmutableArray<(int, CellPlace)>.Builder terms, Term term, int side, string bound, string over)
    {
        string column = term.Column == "*" ? over : term.Column;
        int form = _places[term.Form];
        IEnumerable<string> rows = term.RowKind switch
        {
            RowKind.Fixed => [term.Row],
            RowKind.ChildrenOfBound => Children(form, bound),
            RowKind.TopRows => Children(form, Address.Total),
            _ => [_forms[form].Shape == FormShape.Lines && term.RowKind == RowKind.Bound && bound.Length == 3 && _forms[form].LineOfClass(bound) is { } line ? line.Number : bound],
        };
        foreach (string row in rows)
        {
            if (Cell(term.Form, row, column) is { } cell) terms.Add((side * term.Sign, cell));
        }
    }

    private CellPlace? Cell(string formId, string row, string column)
    {
        if (!_places.TryGetValue(formId, out int form) || !_rows[form].Contains(row)) return null;
        for (int i = 0; i < _forms[form].Columns.Length; i++)
        {
            if (_forms[form].Columns[i].Number == column) return new CellPlace(form, row, i);
        }

        return null;
    }
}
