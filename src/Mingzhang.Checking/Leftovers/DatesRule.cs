using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Leftovers;

/// <summary>Years of titles, closing dates, comparisons and fill-in dates are those of the fiscal year, the year before and the year after.</summary>
public sealed class DatesRule : IRule
{
    private const string Rule = "leftover.date";
    private const string YearEnd = "12月31日";
    private const int Longest = 24;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Error, new("年份与决算年度一致", "years are those of the fiscal year"), "部门决算公开模板",
            ("", "{kind}年度为 {year} 年，此处写“{stated}”，应为 {expected} 年。", "The fiscal year is {year}; this reads “{stated}” and should be {expected}."),
            ("title", "标题的年份为 {stated} 年，{kind}年度为 {expected} 年。", "The title has {stated}, the fiscal year is {expected}."),
            ("compared", "与上年比较写成“{stated}”，上年应为 {expected} 年。", "The comparison reads “{stated}”; the year before is {expected}."),
            ("filled", "填报日期 {stated} 不在决算年度次年。", "The date {stated} on which the table was filled in is not in the year after."),
            ("planned", "填报日期 {stated} 不在预算年度或其上年。", "The date {stated} on which the table was filled in is neither in the budget's year nor in the year before.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        int year = context.Disclosure.Year.Value;
        List<(string Variant, TextSpan Span, string Stated, int Expected)> wrong = [];
        int right = 0;
        foreach (Section section in context.Disclosure.Outline)
        {
            if (!section.Id.Contains('/')) Title(section.Heading);
        }

        foreach (Statement statement in context.Disclosure.Statements) Title(statement.Heading);
        foreach (Evaluation evaluation in context.Disclosure.Evaluations) Title(evaluation.Title.Span);
        Lines(context, year, wrong, ref right);
        int inWords = wrong.Count;
        foreach (Claim claim in context.Disclosure.Claims)
        {
            if (claim is not { BasisYear: { } named, Basis: Measure.PriorBudget or Measure.PriorYear }) continue;
            if (named == year - 1) right++;
            else if (!wrong.Take(inWords).Any(w => w.Variant == "compared" && w.Span.Line == claim.Span.Line && w.Stated.StartsWith(Figures.Plain(named), StringComparison.Ordinal))) wrong.Add(("compared", claim.Span, Figures.Plain(named) + "年", year - 1));
        }

        Sentences(context, year, wrong);
        log.Pass(Rule, right);
        foreach (IGrouping<(string Variant, string Stated), (string Variant, TextSpan Span, string Stated, int Expected)> same in wrong.GroupBy(w => (w.Variant, w.Stated)))
        {
            (string variant, TextSpan span, string stated, int expected) = same.First();
            Severity severity = variant is "filled" or "planned" ? Severity.Warning : Severity.Error;
            Finding finding = (context.Mark(Rule, severity, span, variant) with { Stated = stated, Expected = Figures.Plain(expected) }).With("year", Figures.Plain(year)).With("kind", context.Disclosure.Kind is DisclosureKind.Budget ? "预算" : "决算")
                .Because(same.Skip(1).Select(s => context.EvidenceAt(s.Span)));
            log.Fail(YearOf(stated) is { } printed && printed != expected ? ShowingYear(finding, printed, expected, year) : finding);
        }

        void Title(TextSpan span)
        {
            if (!span.IsSome) return;
            string quote = context.Disclosure.Source.Quote(span);
            int at = quote.IndexOf('年');
            if (at < 4 || YearBefore(quote, at) is not { } stated) return;
            if (stated == year) right++;
            else wrong.Add(("title", span, Figures.Plain(stated), year));
        }
    }

    private static int? YearOf(string stated) => stated.Length >= 4 && int.TryParse(stated.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : null;

    private static Finding ShowingYear(Finding finding, int stated, int expected, int year)
    {
        ComputedFigure left = Showing.Exact(new Text("此处", "here"), stated, finding.Where.Span), own = Showing.Exact(new Text("本年度", "year of the document"), year);
        ComputedFigure one = Showing.Exact(new Text("一年", "one year"), 1);
        return (expected - year) switch
        {
            0 => finding.ShowingEqual(new Text("此处的年份 = 本年度", "the year here = that of the document"), "年", left, own),
            1 => finding.ShowingSum(new Text("次年 = 本年度 + 1", "next year = year of the document + 1"), "年", left, [own, one]),
            -1 => finding.ShowingSum(new Text("上年 = 本年度 − 1", "last year = year of the document − 1"), "年", left, [own, one.Less()]),
            _ => finding,
        };
    }

    /// <summary>A sentence that begins with another year and goes on with this year's figure: the one that the form has.</summary>
    private static void Sentences(CheckContext context, int year, List<(string Variant, TextSpan Span, string Stated, int Expected)> wrong)
    {
        HashSet<TextSpan> seen = [];
        foreach (Claim claim in context.Disclosure.Claims)
        {
            if (claim is not { Kind: ClaimKind.Amount, Measure: Measure.Final, Value: { Value: > 0 } value, Subject.Address: { } address, Sentence.IsSome: true } || !seen.Add(claim.Sentence)) continue;
            string sentence = context.Disclosure.Source.Quote(claim.Sentence).TrimStart();
            int at = sentence.IndexOf('年');
            if (at != 4 || YearBefore(sentence, at) is not { } stated || stated == year || sentence.Contains(Figures.Plain(year) + "年", StringComparison.Ordinal)) continue;
            if (context.Read(address) is { State: CellState.Figure } cell && cell.Figure.Value == value.Value)
                wrong.Add(("", TextSpan.InLine(claim.Sentence.Line, claim.Sentence.Column, Math.Min(Longest, context.Disclosure.Source.Lines[claim.Sentence.Line - 1].Length - claim.Sentence.Column)), Figures.Plain(stated) + "年", year));
        }
    }

    private static void Lines(CheckContext context, int year, List<(string Variant, TextSpan Span, string Stated, int Expected)> wrong, ref int right)
    {
        bool budget = context.Disclosure.Kind is DisclosureKind.Budget;
        foreach ((int line, int at, _, WordKind kind) in WordMarks.Of(context).All)
        {
            if (kind != WordKind.Date) continue;
            string text = context.Disclosure.Source.Lines[line - 1];
            (string variant, int? stated, int expected) = Judge(text, at, year, budget);
            if (stated is not { } found || !(variant == "filled" || IsExplained(context, line))) continue;
            if (budget && variant == "filled") (variant, expected) = ("planned", found == year ? year : year - 1);
            if (found == expected)
            {
                right++;
                continue;
            }

            int start = at, end = Math.Min(text.Length, at + Longest);
            if (variant == "compared")
            {
                int place = text.AsSpan(0, at).LastIndexOf(Figures.Plain(found));
                (start, end) = (place >= 0 ? place : Math.Max(0, at - 12), at + 2);
            }

            string shown = variant is "filled" or "planned" ? text[(start + 4)..end].Trim(' ', '：', ':', '\t') : Names.Squeeze(text.AsSpan(start, end - start));
            wrong.Add((variant, TextSpan.InLine(line, start, end - start), shown, expected));
        }
    }

    private static bool IsExplained(CheckContext context, int line)
    {
        if (context.SectionAt(line) is not { } section) return false;
        if (context.Disclosure.Kind is DisclosureKind.FinalAccounts) return section.Id.StartsWith('三');
        string? topic = section.Topic ?? context.Disclosure.Section(section.Id.Split('/')[0])?.Topic;
        return topic is not null && topic.StartsWith("explanations", StringComparison.Ordinal);
    }

    private static (string Variant, int? Stated, int Expected) Judge(string text, int at, int year, bool budget)
    {
        if (text[at] == '截')
        {
            string date = Names.Squeeze(text.AsSpan(at + 2, Math.Min(Longest, text.Length - at - 2)));
            int mark = date.IndexOf('年');
            // A budget tells what there was when it was made, in the year before.
            return ("", mark >= 4 && (budget || date.AsSpan(mark + 1).StartsWith(YearEnd)) ? YearBefore(date, mark) : null, budget ? year - 1 : year);
        }

        if (text[at] == '填')
        {
            ReadOnlySpan<char> rest = text.AsSpan(at + 4, Math.Min(Longest, text.Length - at - 4));
            int digit = rest.IndexOfAnyInRange('0', '9');
            if (digit < 0 || digit + 4 > rest.Length || !int.TryParse(rest.Slice(digit, 4), out int filled) || filled is < 1990 or > 2200) return ("filled", null, year + 1);
            return ("filled", filled == year && IsDecember(rest[(digit + 4)..]) ? year + 1 : filled, year + 1);
        }

        string before = Names.Squeeze(text.AsSpan(Math.Max(0, at - 12), Math.Min(12, at)));
        int unit = before.LastIndexOf('年');
        bool direct = unit >= 0 && (unit == before.Length - 1 || before[unit..] == "年度");
        return ("compared", direct ? YearBefore(before, unit) : null, year - 1);
    }

    // The year is over, or nearly: an evaluation of it may be dated in its last month.
    private static bool IsDecember(ReadOnlySpan<char> rest)
    {
        int month = rest.IndexOfAnyInRange('0', '9');
        return month < 0 || (month + 1 < rest.Length && rest[month] == '1' && rest[month + 1] == '2');
    }

    private static int? YearBefore(string text, int mark)
    {
        int end = mark;
        while (end > 0 && text[end - 1] == ' ') end--;
        if (end < 4 || !int.TryParse(text.AsSpan(end - 4, 4), out int year) || (end > 4 && char.IsAsciiDigit(text[end - 5]))) return null;
        return year is > 1990 and < 2200 ? year : null;
    }
}
