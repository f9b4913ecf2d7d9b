using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;
using Mingzhang.Statutes.Formulas;

namespace Mingzhang.Checking.Forms;

/// <summary>The formulas printed under a form are those of its edition.</summary>
internal sealed class PrintedFormulaRule : IRule
{
    private const string Id = "form.printed-formula";

    private static readonly Text Unknown = new("表注公式不在制度规定的公式之内", "the printed formula is none of those that the edition has");

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        new RuleDefinition
        {
            Id = Id,
            Title = new Text("表注所印公式与制度规定的一致", "The formulas printed under a form are those of its edition"),
            Severity = Severity.Warning,
            Source = "部门决算公开表样的表注",
            Wordings = ImmutableDictionary<string, Text>.Empty.Add("", new Text(
                "公开{form}表注公式“{stated}”有误，应为“{expected}”",
                "the formula “{stated}” under form {form} is misprinted; it is “{expected}”")),
        },
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        foreach (Statement statement in context.Disclosure.Statements)
        {
            if (context.Edition.Form(statement.Form) is not { } form) continue;
            foreach (Note note in statement.Notes)
            {
                foreach (PrintedFormula formula in FormulaParser.FindPrinted(note.Text, form)) Test(context, log, form, note, formula);
            }
        }
    }

    private static void Test(CheckContext context, RuleLog log, FormDefinition form, Note note, PrintedFormula formula)
    {
        string text = note.Text.Substring(formula.Offset, formula.Length).Trim();
        if (formula.Relation is { } stated && form.Relations.Any(r => FormulaParser.StateTheSame(r, stated)))
        {
            log.Pass(Id);
            return;
        }

        if (Misprinted(form, text, formula.Relation) is not { } right)
        {
            log.NotRun(Id, Unknown);
            return;
        }

        TextSpan span = SpanOf(context.Disclosure.Source, note, text);
        log.Fail(new Finding
        {
            Rule = Id,
            Severity = Severity.Warning,
            Where = new Place(span, new Address(form.Id, right.Left[0].Row, right.Left[0].Column)),
            Quote = context.Disclosure.Source.Quote(span),
            Stated = text,
            Expected = right.Text,
            Arguments = Arguments.Empty.With("form", form.Id),
        });
    }

    /// <summary>The edition's formula that differs from the printed one on one side only; null if none or several do.</summary>
    private static Relation? Misprinted(FormDefinition form, string text, Relation? stated)
    {
        Relation? found = null;
        foreach (Relation relation in form.Relations)
        {
            int equals = relation.Text.IndexOf('=', StringComparison.Ordinal), own = text.AsSpan().IndexOfAny('=', '＝');
            if (equals < 0 || own < 0) continue;
            bool sameRight = stated is null ? Same(text.AsSpan(own + 1), relation.Text.AsSpan(equals + 1)) : SameTerms(stated.Right, relation.Right);
            bool sameLeft = stated is null ? Same(text.AsSpan(0, own), relation.Text.AsSpan(0, equals)) : SameTerms(stated.Left, relation.Left);
            if (!sameRight && !sameLeft) continue;
            if (found is not null) return null;
            found = relation;
        }

        return found;
    }

    private static bool SameTerms(ImmutableArray<Term> a, ImmutableArray<Term> b) => a.Length == b.Length && a.ToHashSet().SetEquals(b);

    /// <summary>Whether two sides are written alike, whatever the width of the characters, blanks and the way of the dots.</summary>
    private static bool Same(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int i = 0, j = 0;
        while (true)
        {
            char x = Next(a, ref i), y = Next(b, ref j);
            if (x != y) return false;
            if (x == '\0') return true;
        }
    }

    private static char Next(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length)
        {
            char c = text[at++];
            if (char.IsWhiteSpace(c) || c is '。' or '；' or ';' or '，' or ',') continue;
            if (c is '.' or '…' or '·')
            {
                while (at < text.Length && text[at] is '.' or '…' or '·') at++;
                return '…';
            }

            return c switch
            {
                '（' => '(',
                '）' => ')',
                '＋' => '+',
                '－' or '−' => '-',
                >= '０' and <= '９' => (char)(c - '０' + '0'),
                _ => c,
            };
        }

        return '\0';
    }

    private static TextSpan SpanOf(SourceText source, Note note, string formula)
    {
        for (int line = note.Span.Line; line > 0 && line <= note.Span.EndLine && line <= source.Lines.Length; line++)
        {
            int at = source.Lines[line - 1].IndexOf(formula, StringComparison.Ordinal);
            if (at >= 0) return TextSpan.InLine(line, at, formula.Length);
        }

        return note.Span;
    }
}
