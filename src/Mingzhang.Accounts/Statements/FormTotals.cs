using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Forms;

namespace Mingzhang.Accounts.Statements;

/// <summary>Totals of a form by its own relations: lines (27行=(1+…+8)行), columns (1栏=(2+3)栏) and the hierarchy of codes. No total is known to the program.</summary>
internal sealed class FormTotals
{
    private readonly FormDefinition _form;
    private readonly bool _hierarchy;
    private readonly Dictionary<int, ImmutableArray<(int Sign, int Column)>> _byColumn = [];
    private readonly Dictionary<(string Row, int Column), ImmutableArray<(int Sign, string Row, int Column)>> _byCell = [];

    internal FormTotals(FormDefinition form)
    {
        _form = form;
        foreach (Relation relation in form.Relations)
        {
            if (relation.Comparison != Comparison.Equal || relation.WhenZero.Length > 0 || relation.Left is not [{ Sign: 1 } left]) continue;
            if (relation.Left.Concat(relation.Right).Any(t => t.Form != form.Id)) continue;
            if (relation.Over == Quantifier.EachParent && relation.Right is [{ RowKind: RowKind.ChildrenOfBound }]) _hierarchy = true;
            else if (relation.Over == Quantifier.EachRow) _byColumn.TryAdd(Column(left.Column), [.. relation.Right.Select(t => (t.Sign, Column(t.Column)))]);
            else if (relation.Over == Quantifier.None) Fixed(relation, left);
        }
    }

    /// <summary>The exact amounts of a form, in 分: every row that it shows, totals included.</summary>
    internal ExactForm Of(FormSheet sheet)
    {
        Dictionary<string, long[]> sums = Sums(sheet);
        var cells = new Dictionary<(string Row, int Column), long?>();
        var rows = ImmutableArray.CreateBuilder<(string Key, long[] Cents)>();
        foreach (string key in Keys(sums))
        {
            long[] amounts = new long[_form.Columns.Length];
            for (int column = 0; column < amounts.Length; column++) amounts[column] = Cell(sheet, sums, key, column, cells) ?? 0;
            rows.Add((key, amounts));
        }

        return new ExactForm(rows.ToImmutable());
    }

    private IEnumerable<string> Keys(Dictionary<string, long[]> sums) => _form.Shape switch
    {
        FormShape.Lines => _form.Lines.Select(l => l.Number),
        FormShape.FunctionalCodes => sums.Keys.Where(k => k != Address.Total).Order(StringComparer.Ordinal).Prepend(Address.Total),
        FormShape.EconomicBlocks => _form.Codes.Where(c => !c.Optional || (sums.TryGetValue(c.Key, out long[]? amounts) && amounts.Any(a => a != 0))).Select(c => c.Key),
        _ => ["1"],
    };

    /// <summary>What the accounts filled, and its sums over the hierarchy of codes.</summary>
    private Dictionary<string, long[]> Sums(FormSheet sheet)
    {
        var sums = new Dictionary<string, long[]>();
        foreach ((string key, long[] amounts) in sheet.Rows)
        {
            if (!amounts.Any(a => a != 0)) continue;
            sums[key] = amounts;
            if (!_hierarchy) continue;
            for (int length = key.Length - 2; length >= 3; length -= 2) AddTo(sums, key[..length], amounts);
            if (_form.Shape == FormShape.FunctionalCodes) AddTo(sums, Address.Total, amounts);
        }

        return sums;
    }

    private static void AddTo(Dictionary<string, long[]> sums, string key, long[] amounts)
    {
        if (!sums.TryGetValue(key, out long[]? sum)) sums.Add(key, sum = new long[amounts.Length]);
        for (int i = 0; i < sum.Length; i++) sum[i] += amounts[i];
    }

    private long? Cell(FormSheet sheet, Dictionary<string, long[]> sums, string row, int column, Dictionary<(string Row, int Column), long?> cells)
    {
        if (cells.TryGetValue((row, column), out long? done)) return done;
        cells[(row, column)] = null;
        return cells[(row, column)] = Compute(sheet, sums, row, column, cells);
    }

    private long? Compute(FormSheet sheet, Dictionary<string, long[]> sums, string row, int column, Dictionary<(string Row, int Column), long?> cells)
    {
        if (sheet.IsFilled(row, column)) return sums.TryGetValue(row, out long[]? amounts) ? amounts[column] : 0;
        if (_byCell.TryGetValue((row, column), out ImmutableArray<(int Sign, string Row, int Column)> terms))
            return terms.Sum(t => t.Sign * (Cell(sheet, sums, t.Row, t.Column, cells) ?? 0));
        if (_byColumn.TryGetValue(column, out ImmutableArray<(int Sign, int Column)> columns) && Has(row, column))
            return columns.Sum(c => c.Sign * (Cell(sheet, sums, row, c.Column, cells) ?? 0));
        return _hierarchy && sums.TryGetValue(row, out long[]? sum) ? sum[column] : null;
    }

    private bool Has(string row, int column) =>
        _form.Shape != FormShape.Lines || _form.Line(row) is { } line && line.Columns.Contains(_form.Columns[column].Number);

    private void Fixed(Relation relation, Term left)
    {
        foreach (string over in relation.OverColumns.IsEmpty ? ["*"] : relation.OverColumns)
        {
            int At(Term term) => Column(term.Column == "*" ? over : term.Column);
            _byCell.TryAdd((left.Row, At(left)), [.. relation.Right.Select(t => (t.Sign, t.Row, At(t)))]);
        }
    }

    private int Column(string number)
    {
        for (int i = 0; i < _form.Columns.Length; i++)
        {
            if (_form.Columns[i].Number == number) return i;
        }

        throw new InvalidOperationException($"form {_form.Id} has no column {number}");
    }
}

/// <summary>The exact amounts of a form, in 分: rows in printed order, amounts by the places of the form's columns; 0 is a blank cell.</summary>
internal sealed record ExactForm(ImmutableArray<(string Key, long[] Cents)> Rows)
{
    /// <summary>Whether nothing is in it.</summary>
    internal bool IsEmpty => Rows.All(r => r.Cents.All(c => c == 0));
}
