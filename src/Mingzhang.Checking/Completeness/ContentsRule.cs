using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Completeness;

/// <summary>The contents page lists the forms and sections that follow, under their titles and in their order.</summary>
public sealed class ContentsRule : IRule
{
    private const string Order = "completeness.contents-order";
    private const string Titles = "completeness.contents-titles";
    private const double Alike = 0.6;
    private const int MostCompared = 100;
    private static readonly Text NoContents = new("文件没有目录", "the document has no contents page");

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Order, Severity.Warning, new("目录与正文次序一致", "contents page and text have one order"), "目录",
            ("", "目录第{part}部分“{stated}”的次序与正文不一致：正文依次为 {expected}。", "In part {part} of the contents “{stated}” stands in another order than in the text, which has {expected}.")),
        Define.Rule(Titles, Severity.Info, new("目录与正文标题一致", "contents page and text have the same titles"), "目录",
            ("", "目录中的标题“{stated}”与正文“{expected}”不一致。", "The contents say “{stated}”, the text “{expected}”."),
            ("absent", "目录所列“{stated}”在正文中没有。", "“{stated}” of the contents is not in the text."),
            ("unlisted", "正文的“{stated}”未列入目录。", "“{stated}” of the text is not in the contents.")),
    ];

    private sealed record Title(string Text, string Plain, TextSpan Span)
    {
        /// <summary>The titles under which the same form is published.</summary>
        internal ImmutableArray<string> Known { get; init; } = [];
    }

    private static ImmutableArray<string> Known(FormDefinition? form) => form is null ? [] : [.. form.OtherTitles.Prepend(form.Title).Select(Plain)];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        if (context.Disclosure.Contents.IsEmpty)
        {
            log.NotRun(Order, NoContents);
            log.NotRun(Titles, NoContents);
            return;
        }

        string forms = context.Edition.Section("forms")?.Id ?? "二", explanations = context.Edition.Section("explanations")?.Id ?? "三";
        Compare(context, log, forms, [.. context.Disclosure.Statements.Select(s => Make(s.Title, s.Heading) with { Known = Known(context.Edition.Form(s.Form)) }).DistinctBy(t => t.Plain)]);
        Compare(context, log, explanations, [.. context.Disclosure.Outline.Where(s => IsSectionOf(s.Id, explanations)).Take(MostCompared).Select(s => Make(s.Title, s.Heading) with { Known = Known(context.Edition, s.Topic) })]);
        if (!context.Edition.NumbersParts) CheckPartsListed(context, log);
    }

    /// <summary>Parts without ordinals of their own: what the contents list is in the text, under whatever name of a unit or project.</summary>
    private static void CheckPartsListed(CheckContext context, RuleLog log)
    {
        foreach (ContentsEntry entry in context.Disclosure.Contents)
        {
            string plain = Plain(entry.Title);
            SectionDefinition? section = context.Edition.Sections.FirstOrDefault(s => !s.Id.Contains('/') && s.Topic != "forms" && s.OtherTitles.Prepend(s.Title).Any(t => Plain(t) == plain));
            if (section is null) continue;
            if (context.SectionOf(section.Topic) is not null) log.Pass(Titles);
            else log.PassWith(context.Mark(Titles, Severity.Info, entry.Span, "absent") with { Stated = entry.Title });
        }
    }

    // Templates of places print one title in the contents and another in the text; their editions know both.
    private static ImmutableArray<string> Known(Edition edition, string? topic) =>
        edition.Place.Length > 0 && topic is not null && edition.Section(topic) is { } section ? [.. section.OtherTitles.Prepend(section.Title).Select(Plain)] : [];

    private static bool IsSectionOf(string id, string part) => id.StartsWith(part + "/", StringComparison.Ordinal) && !id.Contains('(');

    private static Title Make(string text, TextSpan span) => new(text.Trim(), Plain(text), span);

    private static void Compare(CheckContext context, RuleLog log, string part, List<Title> body)
    {
        List<Title> listed = [.. context.Disclosure.Contents.Where(e => e.Part == part && !e.Number.Contains("部分", StringComparison.Ordinal)).Take(MostCompared).Select(e => Make(e.Title, e.Span))];
        if (listed.Count == 0 || body.Count == 0) return;
        int[] places = Match(listed, body);
        CheckTitles(context, log, listed, body, places);
        int last = -1;
        for (int i = 0; i < listed.Count; i++)
        {
            if (places[i] < 0) continue;
            if (places[i] < last)
            {
                string order = string.Join('、', body.Where((_, b) => places.Contains(b)).Select(b => b.Text).Skip(Math.Max(0, places.Where((p, at) => at < i && p >= 0 && p < places[i]).Count())).Take(3));
                log.Fail((context.Mark(Order, Severity.Warning, listed[i].Span) with { Stated = listed[i].Text, Expected = order }).With("part", part).Because(context.EvidenceAt(body[places[i]].Span, new Text("正文", "the text"))));
                return;
            }

            last = places[i];
        }

        log.Pass(Order);
    }

    // The place in the text of each listed title: the same title, else the most alike of those left over.
    private static int[] Match(List<Title> listed, List<Title> body)
    {
        var places = new int[listed.Count];
        var taken = new bool[body.Count];
        Dictionary<string, int> exact = [];
        for (int b = 0; b < body.Count; b++) exact.TryAdd(body[b].Plain, b);
        for (int i = 0; i < listed.Count; i++)
        {
            places[i] = exact.GetValueOrDefault(listed[i].Plain, -1);
            if (places[i] < 0) places[i] = body.FindIndex(b => b.Known.Contains(listed[i].Plain));
            if (places[i] >= 0 && taken[places[i]]) places[i] = -1;
            if (places[i] >= 0) taken[places[i]] = true;
        }

        for (int i = 0; i < listed.Count; i++)
        {
            if (places[i] >= 0) continue;
            double best = Alike;
            for (int b = 0; b < body.Count; b++)
            {
                if (taken[b]) continue;
                double likeness = Names.Likeness(listed[i].Plain, body[b].Plain);
                if (likeness < best) continue;
                best = likeness;
                places[i] = b;
            }

            if (places[i] >= 0) taken[places[i]] = true;
        }

        return places;
    }

    private static void CheckTitles(CheckContext context, RuleLog log, List<Title> listed, List<Title> body, int[] places)
    {
        List<(Title Listed, Title? Body)> wrong = [];
        for (int i = 0; i < listed.Count; i++)
        {
            if (places[i] < 0) wrong.Add((listed[i], null));
            else if (listed[i].Plain != body[places[i]].Plain && !body[places[i]].Known.Contains(listed[i].Plain)) wrong.Add((listed[i], body[places[i]]));
            else log.Pass(Titles);
        }

        if (wrong.Count == 0) return;
        (Title first, Title? other) = wrong[0];
        log.PassWith((context.Mark(Titles, Severity.Info, first.Span, other is null ? "absent" : "") with { Stated = first.Text, Expected = other?.Text })
            .Because(wrong.Where(w => w.Body is not null).Select(w => context.EvidenceAt(w.Body!.Span, new Text("正文标题", "the text's heading"))))
            .Because(wrong.Skip(1).Select(w => context.EvidenceAt(w.Listed.Span, new Text("目录", "contents")))));
    }

    // The year, the unit and the number of the form in brackets are not part of the title; a final 情况 or 情况说明 is.
    private static string Plain(string title)
    {
        string plain = Names.Squeeze(title);
        int form = plain.LastIndexOf("(表", StringComparison.Ordinal);
        if (form > 0) plain = plain[..form];
        int year = plain.IndexOf("年度", StringComparison.Ordinal);
        if (year is >= 4 and <= 6) plain = plain[(year + 2)..];

        // (某办)2023年部门收支总表: a short name of the unit in brackets, and a year without 度.
        if (plain.StartsWith('(') && plain.IndexOf(')') is > 0 and < 12 and int close) plain = plain[(close + 1)..];
        if (plain.Length > 5 && plain[4] == '年' && plain.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0) plain = plain[5..];
        return plain.TrimEnd('.', '·', '…', ':', '：');
    }
}
