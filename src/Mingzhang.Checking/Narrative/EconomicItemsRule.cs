using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Narrative;

/// <summary>
/// The economic items that 六 names for 人员经费 and 公用经费 are those with an amount in form 06. One finding for all items that are blank,
/// one for all that are left out.
/// </summary>
internal sealed class EconomicItemsRule(Edition edition) : IRule
{
    private const string Id = "narrative.economic-items";
    private readonly string _form = edition.IdOf("basic");
    private readonly Text _name = FormNames.Of(edition, edition.IdOf("basic"));

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        new RuleDefinition
        {
            Id = Id,
            Title = new Text("文字列举的经济科目是基本支出表中有金额的科目", "The economic items that the text names are those with an amount in the form of basic expenditure"),
            Severity = Severity.Warning,
            Source = "部门决算情况说明：六",
            Wordings = ImmutableDictionary<string, Text>.Empty
                .Add("", new Text("文字列举了{stated}，{form}中这 {count} 项无金额", "the text lists {stated}; {form} has no amount for these {count}"))
                .Add("unlisted", new Text("{form}{block}中{items}有金额，文字未列举", "{form} has amounts for {items} under {block}, which the text does not list")),
        },
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        var blank = new List<Claim>();
        Test(context, log, "人员经费", context.Edition.Accounts.IsPersonnel, blank);
        Test(context, log, "公用经费", code => !context.Edition.Accounts.IsPersonnel(code), blank);
        if (blank.Count > 0) log.Fail(Blank(context, blank));
    }

    private void Test(CheckContext context, RuleLog log, string block, Func<string, bool> belongs, List<Claim> blank)
    {
        var named = new List<Claim>();
        bool unresolved = false;
        foreach (Claim claim in context.Disclosure.Claims)
        {
            if (claim.Kind is not ClaimKind.Named) continue;
            if (claim.Subject.Address is { } address && address.Form == _form)
            {
                if (belongs(address.Row)) named.Add(claim);
            }
            else unresolved |= claim.Subject.Key.StartsWith("economic/", StringComparison.Ordinal);
        }

        if (named.Count == 0) return;
        if (context.Statement(_form) is not { State: StatementState.Read or StatementState.Partial } statement)
        {
            log.NotRun(Id, Reasons.FormMissing(_form));
            return;
        }

        int before = blank.Count;
        blank.AddRange(named.Where(c => context.Read(c.Subject.Address!.Value) is { State: CellState.Blank } or { State: CellState.Figure, Figure.Value: 0 }));
        log.Pass(Id, named.Count - (blank.Count - before));
        if (unresolved || IsOpenEnded(context.Disclosure.Source, named[^1]) || !statement.Unread.IsEmpty) log.NotRun(Id, Reasons.NothingToCompare);
        else Unlisted(context, log, block, statement, named, belongs);
    }

    private Finding Blank(CheckContext context, List<Claim> blank)
    {
        Claim first = blank[0];
        return new Finding
        {
            Rule = Id,
            Severity = Severity.Warning,
            Where = new Place(first.Span, first.Subject.Address, first.Section),
            Quote = context.Disclosure.Source.Quote(first.Span),
            Stated = string.Join('、', blank.Select(c => c.Subject.Name)),
            Arguments = Arguments.Empty.With("form", _name).With("count", blank.Count.ToString()),
            Evidence = [.. blank.Select(c => new Evidence(PlaceOfRow(context, c.Subject.Address!.Value), context.Read(c.Subject.Address!.Value) is { State: CellState.Figure } shown ? shown.Figure.ToString() : "空", new Text($"{_name.Zh}“{c.Subject.Name}”({c.Subject.Address!.Value.Row})", $"{_name.En} “{c.Subject.Name}” ({c.Subject.Address!.Value.Row})")))],
        };
    }

    private void Unlisted(CheckContext context, RuleLog log, string block, Statement statement, List<Claim> named, Func<string, bool> belongs)
    {
        var listed = named.Select(c => c.Subject.Address!.Value.Row).ToHashSet();
        var missing = statement.Rows.Where(r => r.Key.Length == 5 && char.IsAsciiDigit(r.Key[0]) && belongs(r.Key) && !listed.Contains(r.Key) && r.Cells.Any(c => c.Figure is { Value: not 0 })).ToList();
        if (missing.Count == 0)
        {
            log.Pass(Id);
            return;
        }

        TextSpan list = named[0].Span.To(named[^1].Span);
        log.Fail(new Finding
        {
            Rule = Id,
            Severity = Severity.Warning,
            Variant = "unlisted",
            Where = new Place(list, null, named[0].Section),
            Quote = context.Disclosure.Source.Quote(list),
            Expected = string.Join('、', missing.Select(r => r.Caption)),
            Arguments = Arguments.Empty.With("form", _name).With("block", block).With("items", string.Join('、', missing.Select(r => $"{r.Caption}（{r.Cells[0].Text}）"))),
            Evidence = [.. missing.Select(r => new Evidence(new Place(r.Cells[0].Span, new Address(_form, r.Key, r.Cells[0].Column)), r.Cells[0].Text, new Text($"{_name.Zh}“{r.Caption}”({r.Key})", $"{_name.En} “{r.Caption}” ({r.Key})")))],
        });
    }

    private static Place PlaceOfRow(CheckContext context, Address address) => new(context.Row(address.Form, address.Row)?.Span ?? TextSpan.None, address);

    /// <summary>Whether the list ends with 等, so that it does not claim to be complete.</summary>
    private static bool IsOpenEnded(SourceText source, Claim last)
    {
        if (!last.Span.IsSome || last.Span.EndLine > source.Lines.Length) return false;
        string line = source.Lines[last.Span.EndLine - 1];
        return last.Span.EndColumn < line.Length && line.AsSpan(last.Span.EndColumn).TrimStart().StartsWith('等');
    }
}
