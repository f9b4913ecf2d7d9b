using System.Collections.Immutable;
using Mingzhang.Checking.Classifications;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Completeness;

/// <summary>The explanation goes through the general public expenditure by 类款项, each item of its form; the structure names each of its classes. Both where the edition asks for it.</summary>
public sealed class ItemsRule : IRule
{
    private const string Items = "completeness.items";
    private const string Classes = "completeness.classes";
    private static readonly string[] ItemTopics = ["explanations.general.items", "explanations.plan"];
    private static readonly Text NoForm = new("一般公共预算支出表未能全部读取", "the form of the general public expenditure was not read completely");
    private static readonly Text NoText = new("文字没有按科目说明", "the text does not explain by classification");

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Items, Severity.Warning, new("按类款项逐项说明一般公共预算支出的科目", "the explanation goes through each item of the general public expenditure"), "部门决算情况说明 五（三）；支出功能分类公开到项级",
            ("", "逐项说明只列 {stated} 个项级科目，缺决算表中的 {codes}。", "The explanation lists {stated} items and lacks {codes} of the forms."),
            ("class-only", "支出具体情况只写到“类”，未按功能分类说明到“款、项”（支出表有 {expected} 个项级科目）。", "The explanation stops at the classes; the form has {expected} items.")),
        Define.Rule(Classes, Severity.Warning, new("支出结构列出一般公共预算支出的每一类", "the structure names each class of the general public expenditure"), "部门决算情况说明 五（二）",
            ("", "支出结构缺支出表中的 {codes}。", "The structure lacks {codes} of the form.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        CodesInUse inUse = CodesInUse.Of(context);
        if (context.Statement(context.Edition.IdOf("general")) is not { } form || form.State is StatementState.Unread or StatementState.Empty || !(form.Unread.IsEmpty || HasEveryItem(form, inUse)))
        {
            log.NotRun(Items, NoForm);
            log.NotRun(Classes, NoForm);
            return;
        }

        if (ItemTopics.Any(t => context.Owes(t, Owed.Items))) CheckItems(context, log, form, inUse);
        if (context.Owes("explanations.general.structure", Owed.Classes)) CheckClasses(context, log, form, inUse);
    }

    // Cells may be unread where the codes are all there.
    private static bool HasEveryItem(Statement form, CodesInUse inUse)
    {
        HashSet<string> keys = [.. form.Rows.Select(r => r.Key)];
        return inUse.IsWhole && inUse.Items.All(keys.Contains);
    }

    private static void CheckItems(CheckContext context, RuleLog log, Statement form, CodesInUse inUse)
    {
        List<QuotedClassification> quotes = [.. context.Disclosure.QuotedClassifications.Where(q => q.Place == QuotePlace.Item)];
        List<string> codes = [.. form.Rows.Select(r => r.Key).Where(k => k.Length == 7 && k[0] == '2').Distinct()];
        if (quotes.Count == 0 || codes.Count == 0)
        {
            log.NotRun(Items, NoText);
            return;
        }

        HashSet<string> named = [.. quotes.SelectMany(q => q.Codes.IsDefault ? [] : q.Codes).Concat(MisnamedItems.Of(context).Codes).Where(c => c.Length == 7 && inUse.Has(c))];
        if (named.Count == 0)
        {
            log.Fail(context.Mark(Items, Severity.Warning, (quotes.Find(q => q.Items.IsEmpty) ?? quotes[0]).Span, "class-only") with { Stated = "类", Expected = Figures.Plain(codes.Count) });
            return;
        }

        // A name that fits several codes explains one of them.
        List<string> missing = codes.FindAll(c => !named.Contains(c) && !quotes.Exists(q => q.Items.Length > 0 && q.Codes.All(x => x.Length == 0) && q.Items.Any(i => Names.Squeeze(i) == inUse.Name(c)) && Names.Squeeze(q.SectionName) == inUse.Name(c[..5])));
        log.Pass(Items, codes.Count - missing.Count);
        if (missing.Count == 0) return;
        log.Fail((context.Mark(Items, Severity.Warning, quotes[0].Span) with { Stated = Figures.Plain(named.Count), Expected = Figures.Plain(codes.Count) })
            .With("codes", string.Join('、', missing.Select(inUse.Described)))
            .Because(missing.Select(c => new Evidence(new Place(inUse.Row(c)!.Span), c, inUse.Described(c))))
            .ShowingEqual(new Text("文字说明的科目数 = 支出表的项级科目数", "items explained = items of the form"), "个", Showing.Exact(new Text("文字说明", "explained"), named.Count, quotes[0].Span), Showing.Exact(new Text("支出表", "the form"), codes.Count, form.Heading)));
    }

    private static void CheckClasses(CheckContext context, RuleLog log, Statement form, CodesInUse inUse)
    {
        List<QuotedClassification> quotes = [.. context.Disclosure.QuotedClassifications.Where(q => q.Place == QuotePlace.Structure)];
        if (quotes.Count == 0 || quotes.Exists(q => q.Codes.IsDefaultOrEmpty))
        {
            log.NotRun(Classes, NoText);
            return;
        }

        HashSet<string> named = [.. quotes.SelectMany(q => q.Codes).Where(c => c.Length >= 3).Select(c => c[..3])];
        List<string> missing = [.. form.Rows.Where(r => r.Key.Length == 3 && r.Key[0] == '2' && r.Cells.Any(c => c.Figure is { Value: not 0 })).Select(r => r.Key).Distinct().Where(c => !named.Contains(c))];
        if (missing.Count == 0) log.Pass(Classes);
        else
        {
            log.Fail(context.Mark(Classes, Severity.Warning, quotes[0].Span).With("codes", string.Join('、', missing.Select(inUse.Described)))
                .Because(missing.Select(c => new Evidence(new Place(inUse.Row(c)!.Span), c, inUse.Described(c)))));
        }
    }
}
