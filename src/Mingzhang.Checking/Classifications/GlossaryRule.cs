using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Classifications;

/// <summary>
/// Part five explains the functional classifications in use, to 项, under their names in force: each item of forms 02, 03 and 05 and no other.
/// </summary>
public sealed class GlossaryRule : IRule
{
    private const string Missing = "classification.glossary-missing";
    private const string Unused = "classification.glossary-unused";
    private const string Former = "classification.former-name";
    private const string Unexplained = "classification.glossary-unexplained";
    private const string Heading = "功能分类";
    private static readonly Text NoForms = new("支出决算表的科目未能全部读取", "the codes of the forms were not all read");
    private static readonly Text NotOwed = new("该表式不要求解释功能分类科目", "the edition does not ask for classifications to be explained");
    private static readonly Text NoEntries = new("名词解释中没有支出功能分类科目", "the glossary names no functional classifications");

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Missing, Severity.Warning, new("决算表使用的项级科目在名词解释中都有解释", "every item in use on the forms is explained in the glossary"), "名词解释 本部门使用的支出功能分类科目（到项级）",
            ("", "名词解释缺决算表实际使用的 {count} 个项级科目：{codes}。", "The glossary lacks {count} items that the forms use: {codes}.")),
        Define.Rule(Unused, Severity.Warning, new("名词解释的科目都在决算表中使用", "every classification explained is in use on the forms"), "名词解释 本部门使用的支出功能分类科目（到项级）",
            ("", "名词解释列有决算表未使用的 {count} 个科目：{names}。", "The glossary explains {count} classifications that the forms do not use: {names}.")),
        Define.Rule(Former, Severity.Warning, new("科目使用现行名称", "classifications have their names in force"), "政府收支分类科目（当年）",
            ("", "使用了已更名的科目名称：{names}。", "Names no longer in force are used: {names}.")),
        Define.Rule(Unexplained, Severity.Info, new("名词解释的科目有解释内容", "classifications in the glossary are explained"), "名词解释 本部门使用的支出功能分类科目（到项级）",
            ("", "{count} 个功能分类科目只列名称，没有解释内容。", "{count} functional classifications are only named, not explained.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        List<QuotedClassification> entries = [.. context.Disclosure.QuotedClassifications.Where(q => q.Place == QuotePlace.Glossary)];
        CodesInUse inUse = CodesInUse.Of(context);
        bool owed = context.Owes("glossary", Owed.Codes);
        if (!owed && entries.Count == 0)
        {
            log.NotRun(Missing, NotOwed);
            return;
        }

        if (!inUse.Any || context.SectionOf("glossary") is not { } glossary)
        {
            log.NotRun(Missing, NoForms);
            return;
        }

        FormerNames former = FormerNames.Of(context.Edition.Functional);
        HashSet<string> explained = [];
        List<(string Name, QuotedClassification Entry)> unused = [], outdated = [];
        foreach (QuotedClassification entry in entries) Sort(entry, inUse, former, explained, unused, outdated);
        if (owed) ReportMissing(context, log, inUse, explained, entries, glossary);
        Report(context, log, Unused, unused, inUse.IsWhole);
        Report(context, log, Former, outdated, true);
        ReportUnexplained(context, log, entries);
    }

    private static void Sort(QuotedClassification entry, CodesInUse inUse, FormerNames former, HashSet<string> explained, List<(string, QuotedClassification)> unused, List<(string, QuotedClassification)> outdated)
    {
        Outdated(entry.SectionName);
        foreach (string item in entry.Items) Outdated(item);

        for (int i = 0; i < entry.Items.Length; i++)
        {
            string code = i < entry.Codes.Length ? entry.Codes[i] : "";
            if (code.Length == 0 || !inUse.Has(code)) code = former.Current(entry.Items[i])?.Code is { } now && inUse.Has(now) ? now : code;
            if (code.Length > 0 && inUse.Has(code)) explained.Add(code);
            else if (code.Length > 0 || !inUse.HasItemNamed(Names.Squeeze(entry.Items[i])))
                unused.Add((string.Join('—', new[] { entry.SectionName, entry.Items[i] }.Where(n => n.Length > 0)), entry));
        }

        void Outdated(string name)
        {
            if (former.Current(name) is { } current) outdated.Add(($"“{name}”现为“{current.Name}”", entry));
        }
    }

    private static void ReportMissing(CheckContext context, RuleLog log, CodesInUse inUse, HashSet<string> explained, List<QuotedClassification> entries, Section glossary)
    {
        List<string> missing = [.. inUse.Items.Where(c => !explained.Contains(c))];
        log.Pass(Missing, inUse.Items.Length - missing.Count);
        if (missing.Count == 0) return;
        // An entry whose names fit several codes explains one of them: it is not counted as missing.
        missing.RemoveAll(c => entries.Exists(e => e.Items.Length > 0 && e.Codes.Length == 0 && Ambiguous(e, inUse, c)));
        if (missing.Count == 0)
        {
            log.NotRun(Missing, NoEntries);
            return;
        }

        log.Fail((context.Mark(Missing, Severity.Warning, HeadingOf(context, glossary)) with { Stated = Figures.Plain(inUse.Items.Length - missing.Count), Expected = Figures.Plain(inUse.Items.Length) })
            .With("count", Figures.Plain(missing.Count)).With("codes", string.Join('、', missing.Select(inUse.Described)))
            .Because(missing.Select(c => new Evidence(new Place(inUse.Row(c)!.Span), c, inUse.Described(c))))
            .ShowingEqual(new Text("名词解释的科目数 = 决算表使用的项级科目数", "items explained = items in use"), "个", Showing.Exact(new Text("名词解释", "the glossary"), inUse.Items.Length - missing.Count, HeadingOf(context, glossary)), Showing.Exact(new Text("决算表使用", "in use"), inUse.Items.Length)));
    }

    private static bool Ambiguous(QuotedClassification entry, CodesInUse inUse, string code) =>
        entry.SectionName.Length > 0 && inUse.Name(code[..5]) == Names.Squeeze(entry.SectionName) && entry.Items.Any(i => Names.Squeeze(i) == inUse.Name(code));

    private static TextSpan HeadingOf(CheckContext context, Section glossary)
    {
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        for (int line = glossary.FirstLine; line <= glossary.LastLine && line <= lines.Length; line++)
        {
            if (lines[line - 1].Contains(Heading, StringComparison.Ordinal)) return context.LineSpan(line);
        }

        return glossary.Heading;
    }

    private static void Report(CheckContext context, RuleLog log, string rule, List<(string Name, QuotedClassification Entry)> found, bool run)
    {
        if (!run && found.Count > 0) log.NotRun(rule, NoForms, found.Count);
        else if (found.Count == 0) log.Pass(rule);
        else
        {
            log.Fail(context.Mark(rule, Severity.Warning, found[0].Entry.Span).With("count", Figures.Plain(found.Count))
                .With("names", string.Join('、', found.Select(f => f.Name).Distinct()))
                .Because(found.Skip(1).Select(f => context.EvidenceAt(f.Entry.Span)).DistinctBy(e => e.Place)));
        }
    }

    private static void ReportUnexplained(CheckContext context, RuleLog log, List<QuotedClassification> entries)
    {
        List<QuotedClassification> bare = entries.FindAll(e => e.Explanation.AsSpan().Trim("：:。 ").IsEmpty && !GoesOn(context, e.Span));
        log.Pass(Unexplained, entries.Count - bare.Count);
        if (bare.Count == 0) return;
        log.PassWith(context.Mark(Unexplained, Severity.Info, bare[0].Span).With("count", Figures.Plain(bare.Count)).Because(bare.Skip(1).Select(e => context.EvidenceAt(e.Span))));
    }

    // An explanation that begins on the line after the name.
    private static bool GoesOn(CheckContext context, TextSpan span)
    {
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        ReadOnlySpan<char> rest = lines[span.EndLine - 1].AsSpan(span.EndColumn).Trim();
        if (!rest.IsEmpty) return rest[0] is '：' or ':' or '反' or '指';
        for (int line = span.EndLine + 1; line <= lines.Length; line++)
        {
            ReadOnlySpan<char> next = lines[line - 1].AsSpan().TrimStart();
            if (!next.IsEmpty) return next[0] is '：' or ':' or '反' or '指';
        }

        return false;
    }
}
