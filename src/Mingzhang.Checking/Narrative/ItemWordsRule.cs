using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Narrative;

/// <summary>
/// What an item's paragraph says beside its figures belongs to the item: a purpose or reason that names another item was copied from there, and a
/// reason that speaks of the item's own increase does not explain a decrease.
/// </summary>
internal sealed class ItemWordsRule : IRule
{
    private const string Copied = "narrative.item-copied";
    private const string Reason = "narrative.item-reason";
    private const int ShortestName = 4;
    private static readonly string[] Purposes = ["主要用于", "用于"];
    private static readonly string[] Reasons = ["主要原因是", "主要原因：", "主要原因:", "主要原因为"];
    private static readonly string[] Tails = ["", "经费", "支出", "支出经费", "资金", "预算"];

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Copied, Severity.Warning, new("科目的用途和原因说明的是本科目", "purpose and reason of an item speak of that item"), "支出具体情况说明",
            ("", "“{name}”的用途写为“{stated}”，与“{other}”的用途相同，疑从该科目误抄。", "The purpose of “{name}” is given as “{stated}”, the same as that of “{other}”: it seems to be copied from there."),
            ("other", "“{name}”的用途写为“{stated}”，说的是另一科目“{other}”。", "The purpose of “{name}” is given as “{stated}”, which is another item, “{other}”."),
            ("reason", "“{name}”的原因写为“{stated}”，说的是“{other}”，疑从该科目误抄。", "The reason given for “{name}”, “{stated}”, speaks of “{other}”: it seems to be copied from there.")),
        Define.Rule(Reason, Severity.Warning, new("增减原因与增减方向一致", "the reason goes the way of the change"), "支出具体情况说明",
            ("", "“{name}”写明{direction}，原因却是“{stated}”。", "“{name}” is said to go {direction}, yet the reason is “{stated}”.")),
    ];

    private sealed record Item(string Name, string Section, string Code, string Purpose, string Reason, Direction? Way, TextSpan PurposeSpan, TextSpan ReasonSpan);

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        List<Item> items = [];
        foreach (QuotedClassification quote in context.Disclosure.QuotedClassifications)
        {
            if (quote.Place == QuotePlace.Item && quote.Items.Length == 1 && Read(context, quote) is { } item) items.Add(item);
        }

        foreach (Item item in items)
        {
            // One paragraph copied with both is one finding.
            bool copied = item.Purpose.Length > 0 && CheckPurpose(context, log, items, item);
            if (item.Reason.Length > 0 && !copied) CheckReason(context, log, items, item);
        }
    }

    private static bool CheckPurpose(CheckContext context, RuleLog log, List<Item> items, Item item)
    {
        Item? source = items.Find(o => o.Name != item.Name && o.Purpose == item.Purpose && Begins(o.Purpose, o) && !item.Purpose.Contains(item.Name, StringComparison.Ordinal));
        if (source is null)
        {
            if (OtherOfSection(context, item) is { } other) log.Fail((context.Mark(Copied, Severity.Warning, item.PurposeSpan, "other") with { Stated = item.Purpose }).With("name", item.Name).With("other", $"{other.Code} {other.Name}"));
            else log.Pass(Copied);
            return false;
        }

        log.Fail((context.Mark(Copied, Severity.Warning, item.PurposeSpan) with { Stated = item.Purpose }).With("name", item.Name).With("other", source.Name)
            .Because(context.EvidenceAt(source.PurposeSpan)));
        return true;
    }

    /// <summary>The item of the same 款 that a purpose names and nothing else; null if it says anything of its own.</summary>
    private static ClassificationEntry? OtherOfSection(CheckContext context, Item item)
    {
        if (item.Code.Length != 7 || item.Purpose.Contains(item.Name, StringComparison.Ordinal)) return null;
        foreach (ClassificationEntry entry in context.Edition.Functional.Entries)
        {
            if (entry.Code.Length != 7 || entry.Code == item.Code || !entry.Code.StartsWith(item.Code[..5], StringComparison.Ordinal) || entry.Name.Length < ShortestName) continue;
            string name = Names.Squeeze(entry.Name);
            foreach (string tail in Tails)
            {
                if (item.Purpose == name + tail || item.Purpose == item.Section + name + tail) return entry;
            }
        }

        return null;
    }

    private static void CheckReason(CheckContext context, RuleLog log, List<Item> items, Item item)
    {
        if (Says(item.Reason, item, 2) is { } way)
        {
            if (item.Way is not { } stated || stated == way) log.Pass(Reason);
            else log.Fail((context.Mark(Reason, Severity.Warning, item.ReasonSpan) with { Stated = item.Reason }).With("name", item.Name).With("direction", Word(stated)));
            return;
        }

        Item? source = items.Find(o => o.Name != item.Name && !item.Reason.Contains(item.Name, StringComparison.Ordinal) && Says(item.Reason, o, ShortestName) is not null);
        if (source is null) log.Pass(Copied);
        else log.Fail((context.Mark(Copied, Severity.Warning, item.ReasonSpan, "reason") with { Stated = item.Reason }).With("name", item.Name).With("other", source.Name));
    }

    private static Text Word(Direction way) => way switch { Direction.Up => new("增加", "up"), Direction.Down => new("减少", "down"), _ => new("持平", "level") };

    /// <summary>The way of “〈item〉经费增加”; null if the reason says more, or speaks of something else.</summary>
    private static Direction? Says(string reason, Item item, int shortest)
    {
        foreach (string name in (ReadOnlySpan<string>)[item.Section + item.Name, item.Name])
        {
            if (name.Length < shortest || !reason.StartsWith(name, StringComparison.Ordinal)) continue;
            string rest = reason[name.Length..];
            foreach (string tail in Tails)
            {
                if (!rest.StartsWith(tail, StringComparison.Ordinal)) continue;
                switch (rest[tail.Length..])
                {
                    case "增加" or "增长" or "上升": return Direction.Up;
                    case "减少" or "下降" or "降低": return Direction.Down;
                    case "保持不变" or "持平" or "不变" or "无变化": return Direction.Level;
                    default: break;
                }
            }
        }

        return null;
    }

    private static bool Begins(string purpose, Item item) =>
        item.Name.Length >= ShortestName && (purpose.StartsWith(item.Name, StringComparison.Ordinal) || purpose.StartsWith(item.Section + item.Name, StringComparison.Ordinal));

    private static Item? Read(CheckContext context, QuotedClassification quote)
    {
        Claim? amount = null;
        Direction? way = null;
        foreach (Claim claim in context.ClaimsInGroup(quote.Group))
        {
            amount ??= claim;
            if (claim.Kind is ClaimKind.Growth or ClaimKind.Change && claim.Direction is { } direction) way = direction;
        }

        if (amount is null || !amount.Sentence.IsSome) return null;
        (string purpose, TextSpan purposeSpan) = After(context, amount.Sentence, Purposes);
        (string reason, TextSpan reasonSpan) = After(context, amount.Sentence, Reasons);
        return new Item(Names.Squeeze(quote.Items[0]), Names.Squeeze(quote.SectionName), quote.Codes.FirstOrDefault(c => c.Length == 7, ""), purpose, reason, way, purposeSpan, reasonSpan);
    }

    /// <summary>What follows one of the words, up to the end of the sentence, squeezed.</summary>
    private static (string Text, TextSpan Span) After(CheckContext context, TextSpan sentence, string[] words)
    {
        string quote = context.Disclosure.Source.Quote(sentence);
        foreach (string word in words)
        {
            int at = quote.IndexOf(word, StringComparison.Ordinal);
            if (at < 0) continue;
            int start = at + word.Length;
            while (start < quote.Length && (quote[start] is '：' or ':' || char.IsWhiteSpace(quote[start]))) start++;
            int end = quote.IndexOf('。', start);
            if (end < 0) end = quote.Length;
            if (end <= start) return ("", TextSpan.None);
            return (Names.Squeeze(quote.AsSpan(start, end - start)), SpanIn(sentence, quote, start, end));
        }

        return ("", TextSpan.None);
    }

    private static TextSpan SpanIn(TextSpan sentence, string quote, int start, int end)
    {
        (int line, int column) = PlaceOf(sentence, quote, start);
        (int endLine, int endColumn) = PlaceOf(sentence, quote, end);
        return new TextSpan(line, column, endLine, endColumn);
    }

    private static (int Line, int Column) PlaceOf(TextSpan sentence, string quote, int at)
    {
        int breaks = quote.AsSpan(0, at).Count('\n');
        return breaks == 0 ? (sentence.Line, sentence.Column + at) : (sentence.Line + breaks, at - quote.LastIndexOf('\n', at - 1) - 1);
    }
}
