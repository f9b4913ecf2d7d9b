using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Facts;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Forms;

/// <summary>
/// The relations within and between the forms of an edition, compiled once, and their expansion over the rows that a disclosure shows.
/// </summary>
internal sealed class FormRelations
{
    private readonly ImmutableArray<CompiledRelation> _relations;
    private readonly ClassLines _lines;

    /// <summary>Compiles the relations of an edition.</summary>
    public FormRelations(Edition edition)
    {
        _lines = new ClassLines(edition);
        Rules = [.. edition.Forms.SelectMany(f => f.Relations).Concat(edition.Relations).Select(r => new FactRule(RelationWording.Define(r), r))];
        _relations = [.. Rules.SelectMany(r => CompiledRelation.Compile(r, edition))];
    }

    /// <summary>A rule for each relation.</summary>
    public ImmutableArray<FactRule> Rules { get; }

    /// <summary>Tests every relation on every row that it speaks of.</summary>
    public void Expand(FactSheets sheets, FactNetwork network, RuleLog log)
    {
        var expansion = new Expansion(sheets, network, log);
        foreach (CompiledRelation relation in _relations)
        {
            if (Missing(relation, sheets) is { } missing) log.NotRun(relation.Rule.Id, missing);
            else if (!IsStated(relation.Relation, sheets)) log.NotRun(relation.Rule.Id, Reasons.ConditionUnmet);
            else Expand(relation, sheets, expansion);
        }
    }

    private static Text? Missing(CompiledRelation relation, FactSheets sheets)
    {
        foreach (CompiledTerm term in relation.Terms)
        {
            if (term.Form < 0 || term.Column < 0) return Reasons.NothingToCompare;
            if (!sheets[term.Form].IsRead) return Reasons.FormMissing(sheets[term.Form].Definition.Id);
        }

        return null;
    }

    /// <summary>Whether the relation is stated for this document: every cell of its condition is blank or zero.</summary>
    private static bool IsStated(Relation relation, FactSheets sheets)
    {
        foreach (Address cell in relation.WhenZero)
        {
            if (sheets.OccurrenceOf(cell) is var occurrence && (occurrence < 0 || sheets.ValueOf(occurrence) != 0)) return false;
        }

        return true;
    }

    private void Expand(CompiledRelation relation, FactSheets sheets, Expansion expansion)
    {
        if (!expansion.TryBound(relation, out BoundRows? bound)) expansion.Bind(relation, bound = Bind(relation, sheets));
        expansion.Begin(relation, bound);
        for (int row = 0; row < bound.Count; row++) expansion.Test(row);
        expansion.End();
    }

    /// <summary>The rows, or the codes of several forms, that the quantifier of a relation goes over.</summary>
    private BoundRows Bind(CompiledRelation relation, FactSheets sheets)
    {
        Sheet sheet = sheets[relation.BoundForm];
        List<string> keys = [];
        switch (relation.Relation.Over)
        {
            case Quantifier.None:
                keys.Add("");
                break;
            case Quantifier.EachRow:
                for (int row = 0; row < sheet.RowCount; row++) keys.Add(sheet.KeyOf(row));
                break;
            case Quantifier.EachParent:
                for (int row = 0; row < sheet.RowCount; row++)
                {
                    if (sheet.FirstChild(row) >= 0) keys.Add(sheet.KeyOf(row));
                }

                break;
            default:
                return new BoundRows(CodesOf(relation, sheets), sheets, _lines);
        }

        return new BoundRows(keys, sheets, null);
    }

    /// <summary>The codes (or classes) that the forms of a relation have, each once.</summary>
    private List<string> CodesOf(CompiledRelation relation, FactSheets sheets)
    {
        bool classes = relation.Relation.Over is Quantifier.EachClass;
        List<string> codes = [];
        HashSet<string> seen = new(64);
        foreach (int form in relation.BoundForms)
        {
            foreach (string code in _lines.ClassesOf(form))
            {
                if (seen.Add(code)) codes.Add(code);
            }

            if (sheets[form].Definition.Shape is not FormShape.FunctionalCodes) continue;
            for (int row = 0; row < sheets[form].RowCount; row++)
            {
                string key = sheets[form].KeyOf(row);
                if (key.Length > 0 && char.IsAsciiDigit(key[0]) && (!classes || key.Length == 3) && seen.Add(key)) codes.Add(key);
            }
        }

        return codes;
    }

    /// <summary>Makes the constraints of one relation after the other.</summary>
    private sealed class Expansion(FactSheets sheets, FactNetwork network, RuleLog log)
    {
        private readonly List<Part> _parts = [];
        private readonly List<(int Sign, int Form, int Row, string Key, int Column)> _blanks = [];
        private readonly Dictionary<(Quantifier Over, int Forms), BoundRows> _known = [];
        private CompiledRelation _relation = null!;
        private BoundRows _bound = null!;
        private int _held, _unread, _doubtful;
        private bool _lacksRows, _hasBlanks, _listsBlanks;

        /// <summary>What a relation goes over, where another one went over the same.</summary>
        public bool TryBound(CompiledRelation relation, [NotNullWhen(true)] out BoundRows? bound) => _known.TryGetValue(relation.Bound, out bound);

        /// <summary>Keeps what a relation goes over.</summary>
        public void Bind(CompiledRelation relation, BoundRows bound) => _known.Add(relation.Bound, bound);

        public void Begin(CompiledRelation relation, BoundRows bound)
        {
            _relation = relation;
            _bound = bound;
            _held = _unread = _doubtful = 0;
        }

        public void End()
        {
            string rule = _relation.Rule.Id;
            log.Pass(rule, _held);
            log.NotRun(rule, Reasons.CellUnread, _unread);
            log.NotRun(rule, Reasons.RowsUnread, _doubtful);
        }

        public void Test(int at)
        {
            _parts.Clear();
            _lacksRows = _hasBlanks = false;
            int left = 0;
            for (int i = 0; i < _relation.Terms.Length; i++)
            {
                if (i == _relation.Left) left = _parts.Count;
                if (Gather(_relation.Terms[i], at)) continue;
                if (_relation.IsIdentity) Identify(at);
                _unread++;
                return;
            }

            if (_relation.Left == _relation.Terms.Length) left = _parts.Count;
            if (_parts.Count == 0) return;
            Comparison comparison = _relation.Relation.Comparison;
            Verdict verdict = network.Add(_relation.Rule, Shape.Linear, comparison, CollectionsMarshal.AsSpan(_parts), left);
            if (verdict is Verdict.Exact) _held++;
            else if (_lacksRows)
            {
                network.DropLast();
                _doubtful++;
            }
            else if (verdict is not Verdict.Violated) _held++;
            else if (_hasBlanks)
            {
                network.DropLast();
                int printed = _parts.Count;
                AddBlanks(at);
                if (printed == left && IsUnprinted())
                {
                    _doubtful++;
                    return;
                }

                network.Add(_relation.Rule, Shape.Linear, comparison, CollectionsMarshal.AsSpan(_parts), left);
            }
        }

        private bool Gather(in CompiledTerm term, int at)
        {
            Sheet sheet = sheets[term.Form];
            if (term.Kind is RowKind.Fixed) return Gather(term, sheet, sheet.RowOf(term.Row), term.Row);
            if (term.Kind is RowKind.TopRows)
            {
                _lacksRows |= sheet.MayLackRows;
                foreach (int top in sheet.TopRows)
                {
                    if (!Gather(term, sheet, top, null)) return false;
                }

                return true;
            }

            int row = _bound.RowIn(term.Form, at);
            if (term.Kind is not RowKind.ChildrenOfBound) return row == BoundRows.NoLine || Gather(term, sheet, row, row < 0 ? _bound.KeyIn(term.Form, at) : null);
            if (row < 0) return true;
            _lacksRows |= sheet.MayLackRows;
            for (int child = sheet.FirstChild(row); child >= 0; child = sheet.NextSibling(child))
            {
                if (!Gather(term, sheet, child, null)) return false;
            }

            return true;
        }

        // The key is needed where the form does not show the row.
        private bool Gather(in CompiledTerm term, Sheet sheet, int row, string? key)
        {
            int occurrence = sheet.At(row, key, term.Column);
            if (occurrence == Sheet.Blank)
            {
                _hasBlanks = true;
                if (_listsBlanks) _blanks.Add((term.Sign, term.Form, row, row < 0 ? key! : sheet.KeyOf(row), term.Column));
            }
            else if (occurrence >= 0 && !_listsBlanks) _parts.Add(new Part(occurrence, term.Sign));
            return occurrence != Sheet.Unknown;
        }

        /// <summary>An unread cell that is one fact with a cell that was read stands for that one to the text.</summary>
        private void Identify(int at)
        {
            CompiledTerm first = _relation.Terms[0], second = _relation.Terms[1];
            if (KeyOf(first, at) is not { } firstKey || KeyOf(second, at) is not { } secondKey) return;
            int a = At(first, firstKey), b = At(second, secondKey);
            if (a == Sheet.Unknown && b >= 0) sheets.Alias(AddressOf(first, firstKey), b);
            else if (b == Sheet.Unknown && a >= 0) sheets.Alias(AddressOf(second, secondKey), a);
        }

        private int At(in CompiledTerm term, string key) => sheets[term.Form].At(sheets[term.Form].RowOf(key), key, term.Column);

        private Address AddressOf(in CompiledTerm term, string key) =>
            new(sheets[term.Form].Definition.Id, key, sheets[term.Form].Definition.Columns[term.Column].Number);

        private string? KeyOf(in CompiledTerm term, int at) => term.Kind is RowKind.Fixed ? term.Row : term.Kind is RowKind.TopRows ? null : _bound.KeyIn(term.Form, at);

        /// <summary>Whether the form prints none of the lines that a sum is made of: without numbers, a line that stands for nothing is often left out.</summary>
        private bool IsUnprinted() =>
            _blanks.Count > 0 && _blanks.Count == _relation.Terms.Length - _relation.Left && _blanks.TrueForAll(b => b.Row < 0 && sheets[b.Form].Definition is { Shape: FormShape.Lines, PrintsLineNumbers: false });

        /// <summary>Only a violation makes the blank cells suspects: they are looked up once more.</summary>
        private void AddBlanks(int at)
        {
            _blanks.Clear();
            _listsBlanks = true;
            foreach (CompiledTerm term in _relation.Terms) Gather(term, at);
            _listsBlanks = false;
            foreach ((int sign, int form, int row, string key, int column) in _blanks)
            {
                Sheet sheet = sheets[form];
                var address = new Address(sheet.Definition.Id, key, sheet.Definition.Columns[column].Number);
                _parts.Add(new Part(sheets.BlankAt(sheet, row, address), sign));
            }
        }
    }
}
