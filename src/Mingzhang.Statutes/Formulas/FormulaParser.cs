using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Mingzhang.Core.Forms;

namespace Mingzhang.Statutes.Formulas;

/// <summary>The formula language (docs/rule-language.md): what accountants print under the forms, and relations over addresses.</summary>
public static class FormulaParser
{
    /// <summary>
    /// Reads one formula in either notation; the notation printed under forms needs the form that it stands under.
    /// </summary>
    /// <param name="text">The formula, all of it.</param>
    /// <param name="form">The form that it stands under; null for a relation between forms.</param>
    /// <param name="forms">Finds a form of the edition by number.</param>
    /// <param name="id">Id of the relation.</param>
    /// <param name="relation">What it states; its severity and meaning are left at their defaults.</param>
    /// <param name="error">What is wrong, at which character.</param>
    public static bool TryParse(
        string text,
        FormDefinition? form,
        Func<string, FormDefinition?> forms,
        string id,
        [NotNullWhen(true)] out Relation? relation,
        [NotNullWhen(false)] out FormulaError? error)
    {
        var scan = new FormulaScanner(text);
        bool addressed = text.AsSpan().ContainsAny('[', '［', '【');
        relation = null;
        if (addressed) relation = AddressedNotation.Parse(scan, forms, id);
        else if (form is not null) relation = PrintedNotation.Parse(scan, form, id);
        else scan.Fail("表间关系应写成地址：表[行].栏", "a relation between forms is written with addresses, form[row].column");
        if (relation is not null && !scan.AtEnd)
        {
            scan.Fail($"公式之后不应再有{scan.Here().Zh}", $"nothing was expected behind the formula, not {scan.Here().En}");
            relation = null;
        }

        error = relation is null ? scan.Error! : null;
        return relation is not null;
    }

    /// <summary>Reads a formula as printed under a form: <c>27 行＝（1＋2＋3）行</c>, <c>1栏各行=(2+3)栏各行。</c> A closing mark is allowed.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="form">The form that it stands under.</param>
    /// <param name="relation">What it states.</param>
    /// <param name="error">Why it can state nothing about this form, at which character.</param>
    internal static bool TryParsePrinted(
        string text,
        FormDefinition form,
        [NotNullWhen(true)] out Relation? relation,
        [NotNullWhen(false)] out FormulaError? error)
    {
        text = text.TrimEnd(' ', '\t', '\u3000', '；', ';', '。', '，', ',');
        return TryParse(text, form, id => id == form.Id ? form : null, $"form.{form.Id}.printed", out relation, out error);
    }

    /// <summary>
    /// Finds the formulas in a note printed under a form, in order: a number, 行 or 栏, and an equals sign begin one. Linear in the note's length.
    /// </summary>
    public static ImmutableArray<PrintedFormula> FindPrinted(string note, FormDefinition form)
    {
        var found = ImmutableArray.CreateBuilder<PrintedFormula>();
        int from = 0;
        while (from < note.Length)
        {
            int start = NextStart(note, from);
            if (start < 0) break;
            var scan = new FormulaScanner(note, start);
            Relation? relation = PrintedNotation.Parse(scan, form, $"form.{form.Id}.printed");
            int end = Math.Max(scan.At, start + 1);
            found.Add(new PrintedFormula(start, end - start, relation, relation is null ? scan.Error : null));
            from = end;
        }

        return found.ToImmutable();
    }

    /// <summary>Whether two relations state the same about the same cells, whatever the order of their terms.</summary>
    public static bool StateTheSame(Relation a, Relation b) =>
        a.Comparison == b.Comparison && a.Over == b.Over && a.OverColumns.SequenceEqual(b.OverColumns) && SameTerms(a.Left, b.Left) && SameTerms(a.Right, b.Right);

    private static bool SameTerms(ImmutableArray<Term> a, ImmutableArray<Term> b) =>
        a.Length == b.Length && (a.AsSpan().SequenceEqual(b.AsSpan()) || (a.Length > 1 && b.Contains(a[0]) && a.ToHashSet().SetEquals(b)));

    private static int NextStart(string note, int from)
    {
        for (int at = from; at < note.Length; at++)
        {
            if (FormulaScanner.Narrow(note[at]) is < '0' or > '9' || (at > 0 && FormulaScanner.Narrow(note[at - 1]) is >= '0' and <= '9')) continue;
            var scan = new FormulaScanner(note, at);
            scan.TakeNumber(out _);
            scan.Take('.');
            bool unit = scan.Take('行') || scan.Take('栏') || scan.Take('列');
            if (!unit) continue;
            scan.Take("各行");
            if (scan.Peek() == '=') return at;
        }

        return -1;
    }
}
