using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Publishing.Excel;

/// <summary>A relation on the cells that it speaks of in one document.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="At">The row or code that it is repeated at; empty for one stated once.</param>
/// <param name="Left">Cells left of the comparison, each with +1 or −1; only those that hold a figure.</param>
/// <param name="Right">Cells right of it.</param>
internal sealed record RelationCells(Relation Relation, string At, ImmutableArray<SignedCell> Left, ImmutableArray<SignedCell> Right)
{
    /// <summary>The left side as printed.</summary>
    public decimal LeftValue => Left.Sum(c => c.Sign * c.Value);

    /// <summary>The right side as printed.</summary>
    public decimal RightValue => Right.Sum(c => c.Sign * c.Value);

    /// <summary>By how much both sides may differ because every figure is rounded: half a unit of the last digit for each.</summary>
    public decimal Bound => Left.Concat(Right).Sum(c => c.HalfUnit);

    /// <summary>Whether it holds but for rounding.</summary>
    public bool Holds
    {
        get
        {
            decimal difference = LeftValue - RightValue;
            return Relation.Comparison switch
            {
                Comparison.AtMost => difference <= Bound,
                Comparison.AtLeast => difference >= -Bound,
                _ => Math.Abs(difference) <= Bound,
            };
        }
    }
}

/// <summary>A figure in a relation.</summary>
/// <param name="Sign">+1 or −1.</param>
/// <param name="Address">Its cell.</param>
/// <param name="Value">As printed.</param>
/// <param name="HalfUnit">Half a unit of its last printed digit.</param>
internal readonly record struct SignedCell(int Sign, Address Address, decimal Value, decimal HalfUnit);

/// <summary>Expands the relations of an edition over the rows of a disclosure.</summary>
internal sealed class RelationExpansion
{
    private readonly Disclosure _disclosure;
    private readonly Dictionary<string, Dictionary<string, StatementRow>> _rows = [];

    private RelationExpansion(Disclosure disclosure)
    {
        _disclosure = disclosure;
        foreach (Statement statement in disclosure.Statements)
        {
            Dictionary<string, StatementRow> rows = [];
            foreach (StatementRow row in statement.Rows) rows.TryAdd(row.Key, row);
            _rows.TryAdd(statement.Form, rows);
        }
    }

    /// <summary>Every relation of the edition on every row where a figure is printed; those with unread cells and those whose condition is not met are left out.</summary>
    public static ImmutableArray<RelationCells> Of(Disclosure disclosure) => new RelationExpansion(disclosure).Expand();

    private ImmutableArray<RelationCells> Expand()
    {
        var expanded = ImmutableArray.CreateBuilder<RelationCells>();
        foreach (Relation relation in _disclosure.Edition.Forms.SelectMany(f => f.Relations).Concat(_disclosure.Edition.Relations))
        {
            if (relation.Left.Concat(relation.Right).Any(t => !_rows.ContainsKey(t.Form)) || !relation.WhenZero.All(IsZero)) continue;
            foreach (string column in relation.OverColumns.IsDefaultOrEmpty ? [""] : relation.OverColumns)
            {
                foreach (string at in Bounds(relation))
                {
                    if (Side(relation.Left, at, column) is not { } left || Side(relation.Right, at, column) is not { } right || left.IsEmpty && right.IsEmpty) continue;
                    expanded.Add(new RelationCells(relation, column.Length > 0 && at.Length > 0 ? $"{at} 第{column}栏" : at, left, right));
                }
            }
        }

        return expanded.ToImmutable();
    }

    private bool IsZero(Address address) => _disclosure.Statement(address.Form)?.Cell(address.Row, address.Column)?.Figure is null or { Value: 0 };

    private IEnumerable<string> Bounds(Relation relation)
    {
        string[] forms = [.. relation.Left.Concat(relation.Right).Where(t => t.RowKind != RowKind.Fixed).Select(t => t.Form).Distinct()];
        return relation.Over switch
        {
            Quantifier.None => [""],
            Quantifier.EachRow => _rows[forms[0]].Keys,
            Quantifier.EachParent => _rows[forms[0]].Keys.Where(k => Children(forms[0], k).Any()),
            Quantifier.EachClass => forms.SelectMany(Codes).Where(c => c.Length == 3).Distinct().Order(StringComparer.Ordinal),
            _ => forms.SelectMany(Codes).Distinct().Order(StringComparer.Ordinal),
        };
    }

    private IEnumerable<string> Codes(string form) => _disclosure.Edition.Form(form) is { Shape: FormShape.Lines } lines
        ? lines.Lines.Where(l => l.Class is not null).Select(l => l.Class!)
        : _rows[form].Keys.Where(k => char.IsAsciiDigit(k[0]));

    /// <summary>The cells of a side; null if one of them is unread.</summary>
    private ImmutableArray<SignedCell>? Side(ImmutableArray<Term> terms, string at, string column)
    {
        var cells = ImmutableArray.CreateBuilder<SignedCell>();
        foreach (Term term in terms)
        {
            string number = term.Column == "*" ? column : term.Column;
            IEnumerable<string> keys = term.RowKind switch
            {
                RowKind.Fixed => [term.Row],
                RowKind.ChildrenOfBound => Children(term.Form, at),
                RowKind.TopRows => Children(term.Form, Address.Total),
                _ => [_disclosure.Edition.Form(term.Form) is { Shape: FormShape.Lines } lines ? lines.LineOfClass(at)?.Number ?? at : at],
            };
            foreach (string key in keys)
            {
                if (!_rows[term.Form].TryGetValue(key, out StatementRow? row)) continue;
                if (row.UnreadColumns.Contains(number)) return null;
                if (row.Cell(number) is not { } cell) continue;
                if (cell.Figure is not { } figure) return null;
                cells.Add(new SignedCell(term.Sign, new Address(term.Form, key, number), figure.Value, figure.Unit / 2));
            }
        }

        return cells.ToImmutable();
    }

    /// <summary>The rows directly below a row: classes below the total, and what continues a code by the next level.</summary>
    private IEnumerable<string> Children(string form, string key)
    {
        if (key != Address.Total && !char.IsAsciiDigit(key[0])) return [];
        int length = key == Address.Total ? 3 : key.Length + 2;
        return _rows[form].Keys.Where(k => k.Length == length && char.IsAsciiDigit(k[0]) && (key == Address.Total || k.StartsWith(key, StringComparison.Ordinal)));
    }
}
