using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Reading.Statements;

/// <summary>One relation at one row and column: what can be tested.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Bound">Key of the row that it is at; empty where it is stated once.</param>
/// <param name="Column">The column that <c>*</c> stands for; empty where none does.</param>
internal readonly record struct RelationInstance(Relation Relation, string Bound, string Column);

/// <summary>The cells of all forms as far as they are placed, and whether a relation can hold for them.</summary>
internal sealed class RelationBoard
{
    private const decimal Unbounded = 1_000_000_000_000_000m;

    private readonly Dictionary<string, RawForm> _forms = [];
    private readonly Dictionary<(string Form, string Key), RawRow> _rows = [];
    private readonly Dictionary<(string Form, string Key), List<RawRow>> _children = [];
    private readonly Dictionary<string, decimal> _scales = [];
    private readonly RelationIndex _relations;
    private readonly decimal _lowest;

    internal RelationBoard(List<RawForm> forms, Edition edition)
    {
        _relations = RelationIndex.Of(edition);
        foreach (RawForm form in forms)
        {
            _forms[form.Definition.Id] = form;
            _scales[form.Definition.Id] = form.AmountUnit switch { "元" => 1m, "千元" => 1_000m, "亿元" => 100_000_000m, _ => 10_000m };
            foreach (RawRow row in form.Rows) _rows[(form.Definition.Id, row.Key)] = row;
            foreach (RawRow row in form.Rows)
            {
                if (row.Key != Address.Total && Parent(form.Definition, row.Key) is { } parent) Children(form.Definition.Id, parent).Add(row);
            }
        }

        // Amounts are not negative, unless the document shows that some are.
        _lowest = forms.Exists(f => f.Rows.Exists(r => r.Items.Exists(i => i.Kind == AtomKind.Figure && i.Figure.Value < 0))) ? -Unbounded : 0;
    }

    /// <summary>Half the width of a figure's interval in units of its last digit: 1 where nothing is known of how the document rounds, ½ for rounding half up.</summary>
    internal decimal Slack { get; set; } = 1m;

    /// <summary>The row of a form; null if it is not shown.</summary>
    internal RawRow? Row(string form, string key) => _rows.GetValueOrDefault((form, key));

    /// <summary>The rows directly below a row in the code hierarchy.</summary>
    internal List<RawRow> Children(string form, string key)
    {
        if (!_children.TryGetValue((form, key), out List<RawRow>? children)) _children[(form, key)] = children = [];
        return children;
    }

    /// <summary>Key of the row directly above a row in the code hierarchy; null where there is none.</summary>
    internal string? Parent(FormDefinition form, string key)
    {
        if (form.Shape == FormShape.Register) return _rows.GetValueOrDefault((form.Id, key))?.Parent;
        if (form.Shape is FormShape.Lines or FormShape.SingleRow || !char.IsAsciiDigit(key[0])) return null;
        for (int length = key.Length - 2; length >= 3; length -= 2)
        {
            if (_rows.ContainsKey((form.Id, key[..length]))) return key[..length];
        }

        return form.Shape is FormShape.FunctionalCodes or FormShape.EconomicCodes ? Address.Total : null;
    }

    /// <summary>The formulas of a row: those over its own columns.</summary>
    internal List<RelationInstance> FormulasOf(FormDefinition form, string key)
    {
        var instances = new List<RelationInstance>();
        foreach (Relation relation in _relations.Formulas(form.Id)) Add(relation, key, instances);
        if (form.Shape != FormShape.SingleRow) return instances;
        foreach (Relation relation in _relations.Fixed(form.Id, key, own: true)) Add(relation, "", instances);
        return instances;
    }

    /// <summary>The other relations in which a row of a form takes part, within the form or with other forms.</summary>
    internal List<RelationInstance> InstancesOf(FormDefinition form, string key, bool own)
    {
        var instances = new List<RelationInstance>();
        foreach (Relation relation in _relations.Fixed(form.Id, key, own)) Add(relation, "", instances);
        string? code = form.Shape == FormShape.Lines ? form.Line(key)?.Class : key;
        FunctionalCode functional = default;
        bool coded = code is not null && FunctionalCode.TryParse(code, out functional);
        foreach (Relation relation in _relations.Repeated(form.Id, own))
        {
            switch (relation.Over)
            {
                case Quantifier.EachClass when coded && functional.Level == FunctionalLevel.Class:
                case Quantifier.EachCode when coded:
                    Add(relation, code!, instances);
                    break;
                case Quantifier.EachParent:
                    if (Children(form.Id, key).Count > 0) Add(relation, key, instances);
                    if (Parent(form, key) is { } parent && Row(form.Id, parent) is not null) Add(relation, parent, instances);
                    break;
            }
        }

        return instances;
    }

    /// <summary>Whether a relation can hold when a row is placed as proposed; true as well where too little is known.</summary>
    internal bool CanHold(RelationInstance instance, RawRow row, int[] placement)
    {
        (decimal low, decimal high) left = Side(instance, instance.Relation.Left, row, placement), right = Side(instance, instance.Relation.Right, row, placement);
        return instance.Relation.Comparison switch
        {
            Comparison.AtMost => left.low <= right.high,
            Comparison.AtLeast => left.high >= right.low,
            _ => left.low <= right.high && right.low <= left.high,
        };
    }

    /// <summary>The least and the most that a cell can be, with one row (or none) tried in a placement.</summary>
    internal (decimal Low, decimal High) Range(RawRow cell, string column, RawRow? row, int[]? placement)
    {
        int index = cell.Columns.IndexOf(column);
        if (index < 0) return (0, 0);
        if (cell == row) return Range(cell, placement!, index);
        if (cell.Candidates.Count == 0) return cell.Items.Count == 0 && !cell.Lost.Contains(index) ? (0, 0) : (_lowest, Unbounded);
        (decimal low, decimal high) = (Unbounded, -Unbounded);
        foreach (int[] candidate in cell.Candidates)
        {
            var (l, h) = Range(cell, candidate, index);
            (low, high) = (Math.Min(low, l), Math.Max(high, h));
        }

        return (low, high);
    }

    private (decimal Low, decimal High) Range(RawRow row, int[] placement, int index)
    {
        if (row.Lost.Contains(index)) return (_lowest, Unbounded);
        if (row.ItemAt(placement, index) is not { } item || item.Kind == AtomKind.Dash) return (0, 0);
        if (item.Kind != AtomKind.Figure) return (_lowest, Unbounded);
        // A figure without trailing zeros (21) stands beside others with two decimals: it is exact to those.
        decimal width = Math.Min(item.Figure.Unit, 0.01m) * Slack;
        return (item.Figure.Value - width, item.Figure.Value + width);
    }

    private (decimal Low, decimal High) Side(RelationInstance instance, ImmutableArray<Term> terms, RawRow row, int[] placement)
    {
        decimal low = 0, high = 0;
        foreach (Term term in terms)
        {
            var (l, h) = Range(term, instance, row, placement);
            (low, high) = term.Sign > 0 ? (low + l, high + h) : (low - h, high - l);
        }

        return (Math.Max(low, -Unbounded), Math.Min(high, Unbounded));
    }

    private (decimal Low, decimal High) Range(Term term, RelationInstance instance, RawRow row, int[] placement)
    {
        if (!_forms.TryGetValue(term.Form, out RawForm? form)) return (_lowest, Unbounded);
        string column = term.Column == "*" ? instance.Column : term.Column;
        decimal scale = _scales[term.Form];
        if (term.RowKind == RowKind.ChildrenOfBound)
        {
            decimal low = 0, high = 0;
            foreach (RawRow child in Children(term.Form, instance.Bound))
            {
                var (l, h) = Range(child, column, row, placement);
                (low, high) = (low + l, high + h);
            }

            return (low * scale, high * scale);
        }

        if (term.RowKind == RowKind.TopRows)
        {
            decimal low = 0, high = 0;
            foreach (RawRow top in form.Rows.Where(r => r.Key != Address.Total && Parent(form.Definition, r.Key) is null or Address.Total))
            {
                var (l, h) = Range(top, column, row, placement);
                (low, high) = (low + l, high + h);
            }

            return form.Unread.Count > 0 ? (_lowest, Unbounded) : (low * scale, high * scale);
        }

        bool ofClass = form.Definition.Shape == FormShape.Lines && instance.Relation.Over != Quantifier.EachRow;
        string? key = term.RowKind == RowKind.Fixed ? term.Row : ofClass ? form.Definition.LineOfClass(instance.Bound)?.Number : instance.Bound;
        if (key is null) return (_lowest, Unbounded);
        if (Row(term.Form, key) is { } cell)
        {
            var (low, high) = Range(cell, column, row, placement);
            return (low * scale, high * scale);
        }

        return form.Definition.Shape is FormShape.Lines || form.Unread.Count > 0 || key == Address.Total ? (_lowest, Unbounded) : (0, 0);
    }

    private bool Applies(Relation relation)
    {
        foreach (Address address in relation.WhenZero)
        {
            if (Row(address.Form, address.Row) is not { } row) return false;
            var (low, high) = Range(row, address.Column, null, null);
            if (low > 0 || high < 0 || high - low > 2) return false;
        }

        return true;
    }

    private void Add(Relation relation, string bound, List<RelationInstance> instances)
    {
        if (!Applies(relation)) return;
        if (relation.OverColumns.IsEmpty) instances.Add(new RelationInstance(relation, bound, ""));
        foreach (string column in relation.OverColumns) instances.Add(new RelationInstance(relation, bound, column));
    }
}
