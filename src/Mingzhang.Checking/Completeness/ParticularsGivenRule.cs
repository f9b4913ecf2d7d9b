using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Completeness;

/// <summary>The particulars that the template asks for, zero ones too: counts of 三公, parts of procurement, vehicles and equipment, scores.</summary>
public sealed class ParticularsGivenRule : IRule
{
    private const string ThreePublic = "completeness.three-public-counts";
    private const string Procurement = "completeness.procurement-parts";
    private const string Assets = "completeness.assets";
    private const string Scores = "completeness.scores";

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(ThreePublic, Severity.Info, new("“三公”经费说明列明团组、人次、车辆数、批次", "the counts of groups, persons, cars and receptions are given"), "部门决算情况说明 九（二）",
            ("", "“三公”经费说明没有列明{names}（没有的也应注明为 0）。", "The explanation of 三公 does not give {names} (zero is stated too).")),
        Define.Rule(Procurement, Severity.Info, new("政府采购说明列明货物、工程、服务和授予中小企业的金额", "procurement is given by goods, works and services, with contracts of small enterprises"), "部门决算情况说明 十一",
            ("", "政府采购说明没有列明{names}（没有的也应注明为 0）。", "The explanation of procurement does not give {names} (zero is stated too).")),
        Define.Rule(Assets, Severity.Info, new("国有资产说明列明车辆和单价 100 万元以上设备", "vehicles and equipment above 1 million 元 are given"), "部门决算情况说明 十二",
            ("", "国有资产占用说明没有列明{names}（没有的也应注明为 0）。", "The explanation of assets does not give {names} (zero is stated too).")),
        Define.Rule(Scores, Severity.Info, new("文字写明自评得分", "the text gives the scores of the evaluations"), "部门决算情况说明 十三（二）（三）",
            ("", "文字没有写自评得分，附件自评表的总分为 {expected}。", "The text gives no score; the tables attached have {expected}.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        if (context.IsBlank())
        {
            log.NotRun(ThreePublic, Reasons.Blank);
            return;
        }

        CheckThreePublic(context, log);
        if (context.SectionOf("explanations.procurement") is { } procurement)
        {
            List<string> lacking = [.. Lacking(context, ("procurement/货物", "货物支出"), ("procurement/工程", "工程支出"), ("procurement/服务", "服务支出"))];
            if (context.Owes("explanations.procurement", Owed.Particulars)) lacking.AddRange(Lacking(context, ("procurement/中小企业", "授予中小企业合同金额"), ("procurement/小微企业", "授予小微企业合同金额")));
            Report(context, log, Procurement, procurement, First(context, "procurement"), lacking);
        }

        if (context.SectionOf("explanations.assets") is { } assets)
        {
            List<string> without = [.. Lacking(context, ("vehicles", "车辆"))];
            if (!context.Disclosure.Claims.Any(c => c.Subject.Key.StartsWith("equipment/", StringComparison.Ordinal)) && !Mentions(context, assets, "设备")) without.Add("单价 100 万元（含）以上设备");
            Report(context, log, Assets, assets, First(context, "vehicles"), without);
        }

        CheckScores(context, log);
    }

    private static void CheckThreePublic(CheckContext context, RuleLog log)
    {
        if (context.SectionOf("explanations.threePublic.items") is not { } section) return;
        List<string> lacking = [];
        Claim? where = null;
        bool owed = context.Owes("explanations.threePublic.items", Owed.Particulars);

        // A budget plans amounts; how many guests there will be nobody knows.
        if (!owed && context.Disclosure.Kind is DisclosureKind.Budget) return;
        ThreePublicCells cells = ThreePublicCells.Of(context.Edition);
        Group(cells.Overseas, ("overseas/团组", "出国（境）团组数"), ("overseas/人次", "出国（境）人次"));
        Group(cells.CarsPurchase, ("cars/购置数", "公务用车购置数"), ("cars/保有量", "公务用车保有量"));
        Group(cells.Reception, ("reception/批次", "接待批次"), ("reception/人次", "接待人次"));
        Report(context, log, ThreePublic, section, where, lacking);

        void Group(Address? amount, params ReadOnlySpan<(string Key, string Name)> parts)
        {
            // Where the edition does not ask for zero ones, what cost nothing needs no counts.
            if (!owed && (amount is not { } cost || context.Read(cost).Figure.Value == 0)) return;
            int before = lacking.Count;
            foreach ((string key, string name) in parts)
            {
                if (context.ClaimsOn(key).Count == 0) lacking.Add(name);
            }

            if (lacking.Count > before) where ??= First(context, amount?.ToString() ?? "", section.Id);
        }
    }

    private static void CheckScores(CheckContext context, RuleLog log)
    {
        if (context.SectionOf("explanations.performance") is not { } section) return;
        List<Evaluation> scored = [.. context.Disclosure.Evaluations.Where(e => e.Total?.Figure is not null)];
        if (scored.Count == 0) return;
        bool given = false;
        foreach (Claim claim in context.Disclosure.Claims)
        {
            given |= claim.Kind == ClaimKind.Score && claim.Section.StartsWith(section.Id, StringComparison.Ordinal);
        }

        if (given)
        {
            log.Pass(Scores);
            return;
        }

        Section at = context.SectionOf("explanations.performance.department") ?? section;
        log.PassWith((context.Mark(Scores, Severity.Info, FirstText(context, at)) with { Expected = string.Join('、', scored.Select(e => e.Total!.Text.Trim()).Distinct()) })
            .Because(scored.Select(e => e.Total!.AsEvidence(new Text("总分", "total")))));
    }

    private static IEnumerable<string> Lacking(CheckContext context, params (string Key, string Name)[] parts) =>
        parts.Where(p => context.ClaimsOn(p.Key).Count == 0).Select(p => p.Name);

    private static Claim? First(CheckContext context, string key, string? section = null)
    {
        foreach (Claim claim in context.ClaimsOn(key))
        {
            if (section is null || claim.Section == section) return claim;
        }

        return null;
    }

    private static bool Mentions(CheckContext context, Section section, string word)
    {
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        for (int line = section.FirstLine; line <= section.LastLine && line <= lines.Length; line++)
        {
            if (lines[line - 1].Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static TextSpan FirstText(CheckContext context, Section section)
    {
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        for (int line = section.FirstLine; line <= section.LastLine && line <= lines.Length; line++)
        {
            if (!lines[line - 1].AsSpan().IsWhiteSpace()) return context.LineSpan(line);
        }

        return section.Heading;
    }

    private static void Report(CheckContext context, RuleLog log, string rule, Section section, Claim? where, List<string> lacking)
    {
        if (lacking.Count == 0) log.Pass(rule);
        else log.PassWith(context.Mark(rule, Severity.Info, where?.Span ?? FirstText(context, section)).With("names", string.Join('、', lacking)));
    }
}
