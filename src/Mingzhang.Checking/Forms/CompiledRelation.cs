using System.Collections.Frozen;
using System.Collections.Immutable;
using Mingzhang.Checking.Facts;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Forms;

/// <summary>A term with its form, row and column as indexes.</summary>
/// <param name="Sign">+1 or −1, with the side of the comparison: right-hand terms are turned.</param>
/// <param name="Form">Index into <see cref="Edition.Forms"/>; −1 if the edition has no such form.</param>
/// <param name="Kind">How the row is found.</param>
/// <param name="Row">The key of a fixed row.</param>
/// <param name="Column">Index of the column; −1 if the form has no such column.</param>
internal readonly record struct CompiledTerm(int Sign, int Form, RowKind Kind, string Row, int Column);

/// <summary>A relation ready to be tested: one for each column that <c>*</c> stands for.</summary>
internal sealed class CompiledRelation
{
    private CompiledRelation(FactRule rule, ImmutableArray<CompiledTerm> terms, int left, ImmutableArray<int> forms)
    {
        Rule = rule;
        Terms = terms;
        Left = left;
        BoundForms = forms;
        BoundForm = forms.IsEmpty ? terms[0].Form : forms[0];
        Bound = (Relation.Over, Relation.Over switch
        {
            Quantifier.None => 0,
            Quantifier.EachRow or Quantifier.EachParent => 1 << BoundForm,
            _ => forms.Aggregate(0, static (all, form) => all | 1 << form),
        });
    }

    /// <summary>The rule.</summary>
    public FactRule Rule { get; }

    /// <summary>The relation as data.</summary>
    public Relation Relation => Rule.Relation!;

    /// <summary>Left terms, then right terms with their signs turned.</summary>
    public ImmutableArray<CompiledTerm> Terms { get; }

    /// <summary>Number of left terms.</summary>
    public int Left { get; }

    /// <summary>The forms whose rows the quantifier goes over.</summary>
    public ImmutableArray<int> BoundForms { get; }

    /// <summary>The first of them: the form whose rows it goes over where it speaks of one form's rows.</summary>
    public int BoundForm { get; }

    /// <summary>What the quantifier goes over, the same for relations that go over the same rows: the quantifier and a bit for each form.</summary>
    public (Quantifier Over, int Forms) Bound { get; }

    /// <summary>Whether it states that two cells are one fact.</summary>
    public bool IsIdentity { get; private init; }

    /// <summary>Compiles a relation of an edition.</summary>
    public static IEnumerable<CompiledRelation> Compile(FactRule rule, Edition edition)
    {
        Relation relation = rule.Relation!;
        ImmutableArray<string> columns = relation.OverColumns.IsDefaultOrEmpty ? [""] : relation.OverColumns;
        foreach (string column in columns)
        {
            ImmutableArray<CompiledTerm> terms =
            [
                .. relation.Left.Select(t => Compile(t, 1, column, edition)),
                .. relation.Right.Select(t => Compile(t, -1, column, edition)),
            ];
            ImmutableArray<int> forms = [.. terms.Where(t => t.Kind is RowKind.Bound or RowKind.ChildrenOfBound && t.Form >= 0).Select(t => t.Form).Distinct()];
            yield return new CompiledRelation(rule, terms, relation.Left.Length, forms)
            {
                IsIdentity = relation is { Comparison: Comparison.Equal, Severity: Core.Findings.Severity.Error, Left.Length: 1 }
                    && terms is [{ Sign: 1, Kind: RowKind.Fixed or RowKind.Bound }, { Sign: -1, Kind: RowKind.Fixed or RowKind.Bound }],
            };
        }
    }

    private static CompiledTerm Compile(Term term, int side, string star, Edition edition)
    {
        int form = -1;
        for (int i = 0; i < edition.Forms.Length; i++)
        {
            if (edition.Forms[i].Id == term.Form) form = i;
        }

        int column = form < 0 ? -1 : Sheet.ColumnOf(edition.Forms[form], term.Column == "*" ? star : term.Column);
        return new CompiledTerm(term.Sign * side, form, term.RowKind, term.Row, column);
    }
}

/// <summary>On forms of lines, the line of a functional class.</summary>
internal sealed class ClassLines
{
    private readonly ImmutableArray<FrozenDictionary<string, string>?> _lines;

    /// <summary>The lines of an edition's forms.</summary>
    public ClassLines(Edition edition) =>
        _lines = [.. edition.Forms.Select(f => f.Shape is FormShape.Lines
            ? f.Lines.Where(l => l.Class is not null).ToFrozenDictionary(l => l.Class!, l => l.Number)
            : null)];

    /// <summary>The classes that a form of lines has; empty for other forms.</summary>
    public IEnumerable<string> ClassesOf(int form) => _lines[form]?.Keys ?? [];

    /// <summary>The key under which a form shows a class or code; null if a form of lines has no line for it.</summary>
    public string? KeyIn(int form, string code) => _lines[form] is { } lines ? lines.GetValueOrDefault(code) : code;
}
