using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Classifications;

/// <summary>
/// A classification that the text names is on the forms, under the 类 and 款 that the text gives, and with the name that they print.
/// The same slip at several places is one finding.
/// </summary>
public sealed class QuotedNamesRule : IRule
{
    private const string Parent = "classification.parent";
    private const string Unknown = "classification.not-on-forms";
    private const string Name = "classification.name";
    private const string Code = "classification.code";
    private static readonly Text NoForms = new("支出决算表的科目未能全部读取", "the codes of the forms were not all read");
    private static readonly Text Unresolved = new("文字中的科目名称不能确定对应的编码", "the names in the text do not lead to one code");

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Parent, Severity.Warning, new("文字所列科目的类、款与决算表一致", "classifications in the text stand under the class and section of the forms"), "政府收支分类科目；公开03、公开05",
            ("", "科目“{stated}”所属的类、款与决算表不符，决算表为 {expected}。", "“{stated}” is placed under another class or section than on the forms, which have {expected}.")),
        Define.Rule(Unknown, Severity.Error, new("文字说明的科目是决算表所列科目", "classifications explained in the text are those of the forms"), "部门决算情况说明 五（二）（三）；公开05",
            ("", "文字所列科目“{stated}”不在决算表中{similar}。", "“{stated}” is not on the forms{similarEn}."),
            ("whole", "文字所列科目“{stated}”不在表中，所写 {amount} 是{row}的数{similar}。", "“{stated}” is not on the forms; its amount, {amount}, is that of {row}{similarEn}."),
            ("amount", "文字所列科目“{stated}”不在表中；金额 {amount} 与表中未说明的 {expected} 相同，科目名称应改用后者。", "“{stated}” is not on the forms; its amount, {amount}, is that of {expected}, which the text does not explain: the name should be that.")),
        Define.Rule(Code, Severity.Warning, new("文字所注科目编码与科目名称相符", "codes printed with classifications are those of their names"), "政府收支分类科目",
            ("", "“{name}”所注编码为 {stated}，表中该科目为 {expected}。", "The code printed with “{name}” is {stated}; on the forms it is {expected}.")),
        Define.Rule(Name, Severity.Warning, new("文字所列科目名称与决算表一致", "classifications have the names that the forms print"), "政府收支分类科目；公开03、公开05",
            ("", "科目名称“{stated}”与决算表 {code} 的“{expected}”不一致。", "The name “{stated}” differs from “{expected}” of {code} on the forms."),
            ("stray", "科目名称“{stated}”比决算表 {code} 的“{expected}”多出符号。", "The name “{stated}” has a stray mark against “{expected}” of {code} on the forms."),
            ("former", "科目名称“{stated}”已更名，{code} 现为“{expected}”。", "“{stated}” is no longer in force; {code} is now “{expected}”."),
            ("short", "{count} 处类、款名称与决算表写法不同：{names}。", "{count} classes or sections are written differently from the forms: {names}.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        CodesInUse inUse = CodesInUse.Of(context);
        FormerNames former = FormerNames.Of(context.Edition.Functional);
        if (!inUse.Any)
        {
            log.NotRun(Name, NoForms);
            return;
        }

        if (context.IsBlank())
        {
            log.NotRun(Name, Reasons.Blank);
            return;
        }

        Dictionary<(string Code, string Name), List<QuotedClassification>> names = [];
        List<(QuotedClassification Quote, string Expected)> misplaced = [];
        List<(string Text, QuotedClassification Quote)> shortened = [];
        foreach (QuotedClassification quote in context.Disclosure.QuotedClassifications)
        {
            CheckPlace(context, log, inUse, former, quote, misplaced);
            CheckCode(context, log, inUse, quote);
            Compare(context, log, inUse, quote, names, shortened);
        }

        ReportMisplaced(context, log, misplaced);
        foreach (((string code, string name), List<QuotedClassification> quotes) in names) ReportName(context, log, inUse, former, code, name, quotes);
        if (shortened.Count == 0) return;
        log.PassWith(context.Mark(Name, Severity.Info, shortened[0].Quote.Span, "short").With("count", Figures.Plain(shortened.Count))
            .With("names", string.Join('、', shortened.Select(s => s.Text).Distinct().Take(6)))
            .Because(shortened.Skip(1).Select(s => context.EvidenceAt(s.Quote.Span)).DistinctBy(e => e.Place)));
    }

    private static void CheckPlace(CheckContext context, RuleLog log, CodesInUse inUse, FormerNames former, QuotedClassification quote, List<(QuotedClassification, string)> misplaced)
    {
        if (quote.Match == ClassificationMatch.OtherParent)
        {
            List<string> codes = [.. quote.Codes.Where(c => c.Length > 0 && inUse.Has(c))];
            string expected = string.Join('、', codes.Select(c => Path(inUse, c)));
            // A parent under its former name is the right parent: the name is reported by its own rule.
            if (former.Current(quote.SectionName) is { } now && codes.All(c => c.StartsWith(now.Code, StringComparison.Ordinal))) log.Pass(Parent);
            else if (expected.Length > 0) misplaced.Add((quote, expected));
            else log.NotRun(Parent, Unresolved);
            return;
        }

        if (quote.Place == QuotePlace.Glossary) return;
        if (MisnamedItems.Of(context).CodeOf(quote) is { } meant)
        {
            log.Fail((context.Mark(Unknown, Severity.Warning, quote.Span, "amount") with { Stated = Quoted(quote), Expected = Path(inUse, meant) })
                .With("amount", inUse.Row(meant)!.Cells[0].Text).Because(new Evidence(new Place(inUse.Row(meant)!.Span), meant, inUse.Described(meant))));
            return;
        }

        bool resolved = quote.Codes.Any(c => c.Length > 0);
        if (resolved && (quote.Codes.All(c => c.Length == 0 || inUse.Has(c)) || IsUnspent(context, quote))) log.Pass(Unknown);
        else if (!inUse.IsWhole) log.NotRun(Unknown, NoForms);
        else
        {
            string item = quote.Items.Length > 0 ? Names.Squeeze(quote.Items[0]) : "";
            List<string> same = item.Length == 0 ? [] : [.. inUse.Items.Where(c => inUse.Name(c) == item)];
            if (!resolved && same.Count == 0 && quote.Items.Length == 0 && quote.SectionName.Length == 0 && quote.Class.Length == 0)
            {
                log.NotRun(Unknown, Unresolved);
                return;
            }

            string similar = string.Join('、', same.Select(c => Path(inUse, c)));
            if (MisnamedItems.Of(context).WholeOf(quote) is var (row, amount))
            {
                string name = row.Key == Address.Total ? "合计" : Path(inUse, row.Key);
                log.Fail((context.Mark(Unknown, Severity.Error, quote.Span, "whole") with { Stated = Quoted(quote), Expected = name })
                    .With("amount", amount.Value!.Value.ToString() + amount.Unit)
                    .With("row", new Text(row.Key == Address.Total ? "全部科目合计" : $"全类“{name}”", row.Key == Address.Total ? "all items together" : $"the whole class {name}"))
                    .With("similar", same.Count > 0 ? $"；“{quote.Items[0]}”为 {string.Join('、', same.Select(c => Amounted(inUse, c)))}" : "")
                    .With("similarEn", same.Count > 0 ? $"; “{quote.Items[0]}” is {string.Join(", ", same.Select(c => Amounted(inUse, c)))}" : "")
                    .Because(new Evidence(new Place(row.Span), row.Cells[0].Text, row.Key == Address.Total ? name : inUse.Described(row.Key))));
                return;
            }

            log.Fail((context.Mark(Unknown, Severity.Warning, quote.Span) with { Stated = Quoted(quote), Expected = similar.Length > 0 ? similar : null })
                .With("similar", similar.Length > 0 ? $"；表中的“{quote.Items[0]}”为 {similar}" : "").With("similarEn", similar.Length > 0 ? $"; they have {similar}" : ""));
        }
    }

    // The same wrong parent, once.
    private static void ReportMisplaced(CheckContext context, RuleLog log, List<(QuotedClassification Quote, string Expected)> misplaced)
    {
        foreach (var same in misplaced.GroupBy(m => (m.Quote.Class, m.Quote.SectionName)))
        {
            (QuotedClassification first, _) = same.First();
            log.Failed(Parent, same.Count() - 1);
            log.Fail((context.Mark(Parent, Severity.Warning, first.Span) with { Stated = string.Join('、', same.Select(m => Quoted(m.Quote)).Distinct()), Expected = string.Join('、', same.Select(m => m.Expected).Distinct()) })
                .Because(same.Skip(1).Select(m => context.EvidenceAt(m.Quote.Span))));
        }
    }

    private static void CheckCode(CheckContext context, RuleLog log, CodesInUse inUse, QuotedClassification quote)
    {
        if (quote.PrintedCode.Length != 7 || quote.Codes is not [{ Length: 7 } code]) return;
        if (quote.PrintedCode == code) log.Pass(Code);
        else log.Fail((context.Mark(Code, Severity.Warning, quote.Span) with { Stated = quote.PrintedCode, Expected = inUse.Described(code) }).With("name", Quoted(quote)));
    }

    /// <summary>An item that had a budget and of which the text says that nothing was spent: the forms have no row for it.</summary>
    private static bool IsUnspent(CheckContext context, QuotedClassification quote)
    {
        string path = string.Join('/', new[] { quote.Class, quote.SectionName }.Concat(quote.Items).Where(n => n.Length > 0));
        return context.ClaimsOn("item/" + path).Any(c => c is { Kind: ClaimKind.Amount, Measure: Measure.Final, Value.Value: 0 } && c.Group == quote.Group);
    }

    private static void Compare(CheckContext context, RuleLog log, CodesInUse inUse, QuotedClassification quote, Dictionary<(string, string), List<QuotedClassification>> names, List<(string, QuotedClassification)> shortened)
    {
        if (quote.Match is ClassificationMatch.None or ClassificationMatch.OtherParent) return;
        for (int i = 0; i < quote.Items.Length && i < quote.Codes.Length; i++)
        {
            string code = quote.Codes[i];
            if (code.Length != 7 || !inUse.Has(code)) continue;
            // …缴费（项）支出5万元 names the item …缴费支出.
            bool split = i == quote.Items.Length - 1 && context.Disclosure.Source.Quote(quote.Span).TrimEnd().EndsWith("支出", StringComparison.Ordinal) && inUse.IsPrinted(code, quote.Items[i] + "支出");
            if (split || inUse.IsPrinted(code, quote.Items[i])) log.Pass(Name);
            else if (names.TryGetValue((code, Names.Squeeze(quote.Items[i])), out List<QuotedClassification>? same)) same.Add(quote);
            else names[(code, Names.Squeeze(quote.Items[i]))] = [quote];
        }

        string any = quote.Codes.FirstOrDefault(c => c.Length >= 3 && inUse.Has(c), "");
        if (any.Length >= 5) CompareParent(log, inUse, any[..5], quote.SectionName, quote, names, shortened);
        if (any.Length >= 3) CompareParent(log, inUse, any[..3], quote.Class, quote, names, shortened);
    }

    // 支出 at the end of a 类 or 款 is left out by the ministry's own template (一般公共服务（类）支出), （室） by many.
    private static void CompareParent(RuleLog log, CodesInUse inUse, string code, string name, QuotedClassification quote, Dictionary<(string, string), List<QuotedClassification>> names, List<(string, QuotedClassification)> shortened)
    {
        if (name.Length == 0 || !inUse.Has(code)) return;
        string stated = Trim(Names.Squeeze(name)), printed = Trim(inUse.Name(code));
        if (stated == printed) log.Pass(Name);
        else if (stated == WithoutBrackets(printed)) shortened.Add(($"“{name}”（{inUse.Described(code)}）", quote));
        else if (names.TryGetValue((code, Names.Squeeze(name)), out List<QuotedClassification>? same)) same.Add(quote);
        else names[(code, Names.Squeeze(name))] = [quote];
    }

    private static string WithoutBrackets(string name)
    {
        int open = name.IndexOf('('), close = name.IndexOf(')');
        return open >= 0 && close > open ? name.Remove(open, close + 1 - open) : name;
    }

    private static void ReportName(CheckContext context, RuleLog log, CodesInUse inUse, FormerNames former, string code, string name, List<QuotedClassification> quotes)
    {
        string printed = inUse.Name(code);
        if (former.Current(name) is { } now && now.Code == code)
        {
            log.Fail((context.Mark(Name, Severity.Warning, quotes[0].Span, "former") with { Stated = name, Expected = printed }).With("code", code)
                .Because(new Evidence(new Place(inUse.Row(code)!.Span), printed, code)).Because(quotes.Skip(1).Select(q => context.EvidenceAt(q.Span))));
            return;
        }

        bool stray = name.Trim('一', '-', '—', '.', '、', '·') == printed;
        Finding finding = (context.Mark(Name, stray ? Severity.Info : Severity.Warning, quotes[0].Span, stray ? "stray" : "") with { Stated = name, Expected = printed })
            .With("code", code).Because(new Evidence(new Place(inUse.Row(code)!.Span), printed, code)).Because(quotes.Skip(1).Select(q => context.EvidenceAt(q.Span)));
        if (stray) log.PassWith(finding);
        else log.Fail(finding);
    }

    private static string Trim(string name) => name.Length > 2 && name.EndsWith("支出", StringComparison.Ordinal) ? name[..^2] : name;

    private static string Path(CodesInUse inUse, string code) =>
        $"{code} " + string.Join('—', new[] { inUse.Name(code[..3]), code.Length >= 5 ? inUse.Name(code[..5]) : "", code.Length == 7 ? inUse.Name(code) : "" }.Where(n => n.Length > 0));

    private static string Amounted(CodesInUse inUse, string code) => $"{code} {inUse.Row(code)!.Cells[0].Text}";

    private static string Quoted(QuotedClassification quote) =>
        string.Join('—', new[] { quote.Class, quote.SectionName, string.Join('、', quote.Items) }.Where(n => n.Length > 0));
}
