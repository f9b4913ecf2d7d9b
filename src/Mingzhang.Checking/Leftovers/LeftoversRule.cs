using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Leftovers;

/// <summary>
/// What was left standing of the template or the spreadsheet: prompts, placeholders where a name belongs, error cells, doubled words.
/// </summary>
public sealed partial class LeftoversRule : IRule
{
    private const string Prompt = "leftover.prompt";
    private const string Placeholder = "leftover.placeholder";
    private const string ErrorCell = "leftover.error-cell";
    private const string Doubled = "leftover.doubled";
    private const string Misprint = "leftover.misprint";
    private const string Template = "leftover.template";
    private const string UnitRule = "leftover.unit-missing";
    private const string Blank = "blank";
    private const string Choice = "choice";
    private const string OwnPrompt = "own";
    private const string Yuan = "yuan";
    private const int LongestQuote = 60;
    private const int FewestBlanks = 20;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Prompt, Severity.Warning, new("没有留下模板的填写提示", "no prompt of the template is left"), "部门决算公开模板",
            ("", "模板的填写提示未删除：“{stated}”。", "A prompt of the template was left: “{stated}”.")),
        Define.Rule(Placeholder, Severity.Error, new("没有留下未替换的占位符", "no placeholder is left where a name belongs"), "部门决算公开模板",
            ("", "模板占位符“{stated}”未替换为实际名称。", "The placeholder “{stated}” was not replaced by a name."),
            ("blank", "留有未填写的空白“{stated}”。", "A blank “{stated}” was not filled in."),
            ("choice", "模板的二选一用语“{stated}”未删去其一（{count} 处）。", "Of the template's “{stated}” one word was to be struck out ({count} places).")),
        Define.Rule(Misprint, Severity.Info, new("没有常见的错漏字", "no common slip of the pen"), "公文格式",
            ("", "疑有错漏字：“{stated}”应为“{expected}”（{count} 处）。", "A slip of the pen: “{stated}” for “{expected}” ({count} places).")),
        Define.Rule(Template, Severity.Warning, new("文件不是未填写的模板", "the document is not an unfilled template"), "部门预算、决算公开模板",
            ("", "各表均无数据，文字留有 {count} 处空白或提示：这是未填写的模板。", "No form has a figure and the text has {count} blanks or prompts: this is a template that was not filled in.")),
        Define.Rule(UnitRule, Severity.Warning, new("数字写明单位", "figures have their units"), "公文格式",
            ("", "“{stated}”缺少单位（% 或 万元）。", "“{stated}” lacks its unit (% or 万元)."),
            (Yuan, "“{stated}”漏写“元”字，应为“{expected}”。", "“{stated}” leaves out 元: “{expected}”.")),
        Define.Rule(ErrorCell, Severity.Error, new("没有表格错误值", "no spreadsheet error is shown"), "电子表格",
            ("", "出现表格错误值 {stated}，应为数据。", "The spreadsheet error {stated} stands where a figure belongs.")),
        Define.Rule(Doubled, Severity.Info, new("没有重复的字词和标点", "no word or mark is doubled"), "公文格式",
            ("", "字词或标点重复：“{stated}”。", "A word or mark is doubled: “{stated}”.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        List<(string Rule, string Word, TextSpan Span)> hits = [];
        (int Line, int End) last = default;
        foreach (WordMark mark in WordMarks.Of(context).All)
        {
            // What lies within a stretch already dealt with is part of it.
            if (mark.Kind is WordKind.Date or WordKind.Person || (mark.Line == last.Line && mark.Column < last.End)) continue;
            last = (mark.Line, mark.Column + Judge(context, hits, mark, context.Disclosure.Source.Lines[mark.Line - 1]));
        }

        FindPrompts(context, hits);
        int toFill = hits.Count(h => h.Rule is Blank or Choice or OwnPrompt);
        if (toFill >= FewestBlanks && context.IsBlank()) log.Fail(context.Mark(Template, Severity.Warning, hits.First(h => h.Rule is Blank or Choice or OwnPrompt).Span).With("count", Figures.Plain(toFill)));
        else log.Pass(Template);
        foreach (IGrouping<(string Rule, string Word), (string Rule, string Word, TextSpan Span)> same in hits.GroupBy(h => (h.Rule, Word: h.Rule is Doubled or Choice or OwnPrompt ? "" : h.Rule == Blank ? h.Word[..1] : h.Word))) Report(context, log, [.. same]);
        ReportUnits(context, log);
        foreach (string rule in (string[])[Prompt, Placeholder, ErrorCell, Doubled, Misprint])
        {
            if (!hits.Exists(h => h.Rule == rule || (rule == Placeholder && h.Rule is Blank or Choice) || (rule == Prompt && h.Rule == OwnPrompt))) log.Pass(rule);
        }
    }

    // How many characters were dealt with.
    private static int Judge(CheckContext context, List<(string, string, TextSpan)> hits, WordMark mark, string text)
    {
        (int line, int at, string word, WordKind kind) = mark;
        switch (kind)
        {
            case WordKind.ErrorCell:
                // The total's own rule reports the error in a total.
                if (!context.Disclosure.Evaluations.Any(e => e.Total is { Figure: null } total && total.Span.Line == line)) hits.Add((ErrorCell, word, TextSpan.InLine(line, at, word.Length)));
                return word.Length;
            case WordKind.Prompt:
                (int start, int end) = InBrackets(text, at, word.Length);
                hits.Add((Prompt, text[start..end], TextSpan.InLine(line, start, end - start)));
                return end - at;
            case WordKind.Label:
                if (IsName(context, line, text, at, word.Length)) hits.Add((Placeholder, word, TextSpan.InLine(line, at, word.Length)));
                return word.Length;
            case WordKind.Misprint:
                if (!IsPartOfWord(text, at, word)) hits.Add((Misprint, word, TextSpan.InLine(line, at, word.Length)));
                return word.Length;
            case WordKind.Choice:
                if (!text.Contains('\t') && context.SectionAt(line)?.Topic?.StartsWith("explanations", StringComparison.Ordinal) == true) hits.Add((Choice, word, TextSpan.InLine(line, at, word.Length)));
                return word.Length;
            case WordKind.Blank:
                int after = at;
                while (after < text.Length && text[after] == word[0]) after++;
                bool letters = (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])) || (after < text.Length && char.IsAsciiLetterOrDigit(text[after]));
                if (!letters && context.SectionAt(line) is not null) hits.Add((Blank, text[at..after], TextSpan.InLine(line, at, after - at)));
                return after - at;
            default:
                bool whole = (word == "的的" && at + 2 < text.Length && text[at + 2] == '确') || (word == "元元" && at > 0 && text[at - 1] is '多' or '单');
                if (!whole) hits.Add((Doubled, word, TextSpan.InLine(line, at, word.Length)));
                return word.Length;
        }
    }

    // What the edition's own template tells those who fill it in; once a prompt.
    private static void FindPrompts(CheckContext context, List<(string, string, TextSpan)> hits)
    {
        foreach (string prompt in context.Edition.Prompts)
        {
            ImmutableArray<string> lines = context.Disclosure.Source.Lines;
            for (int line = 1; line <= lines.Length; line++)
            {
                int at = lines[line - 1].IndexOf(prompt, StringComparison.Ordinal);
                if (at < 0) continue;
                (int start, int end) = InBrackets(lines[line - 1], at, prompt.Length);
                hits.Add((OwnPrompt, lines[line - 1][start..end], TextSpan.InLine(line, start, end - start)));
            }
        }
    }

    private static void ReportUnits(CheckContext context, RuleLog log)
    {
        bool any = false;
        foreach (Unread unread in context.Disclosure.Unread)
        {
            if (unread.Why != UnreadReason.UnitMissing) continue;
            any = true;
            log.Fail(context.Mark(UnitRule, Severity.Warning, unread.Span) with { Stated = Names.Squeeze(unread.Text) });
        }

        bool read = any;
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        for (int line = 1; line <= lines.Length; line++)
        {
            if (!lines[line - 1].Contains('万') || context.SectionAt(line)?.Topic?.StartsWith("explanations", StringComparison.Ordinal) != true) continue;
            foreach (Match amount in WithoutYuan().Matches(lines[line - 1]))
            {
                any = true;
                Finding finding = context.Mark(UnitRule, Severity.Info, TextSpan.InLine(line, amount.Index, amount.Length - 1), Yuan) with { Stated = amount.Groups["amount"].Value, Expected = amount.Groups["amount"].Value + "元" };
                if (read) log.Remark(finding);
                else log.PassWith(finding);
                read = true;
            }
        }

        if (!any) log.Pass(UnitRule);
    }

    // 上一度假, 选拔款待, 烈士地址.
    private static bool IsPartOfWord(string text, int at, string word) =>
        (word == "上一度" && at + word.Length < text.Length && text[at + word.Length] is '假' or '过') || (word[0] == '拔' && at > 0 && text[at - 1] is '选' or '提' or '海' or '挺')
        || (word[0] == '士' && (at == 0 || text[at - 1] is '烈' or '战' or '护' or '人' or '院' or '博' or '硕' or '女' or '卫' or '勇' or '教' or '道'));

    [GeneratedRegex(@"(?<amount>\d{1,12}\.\d{1,6}万)[（(。，；]", RegexOptions.NonBacktracking)]
    private static partial Regex WithoutYuan();

    // The whole bracket that a prompt stands in, if it stands in one.
    private static (int Start, int End) InBrackets(string text, int at, int length)
    {
        int open = text.AsSpan(0, at + 1).LastIndexOfAny('（', '('), close = text.AsSpan(at).IndexOfAny('）', ')');
        int start = open >= 0 && at - open <= LongestQuote && text.AsSpan(open, at - open).IndexOfAny('）', ')') < 0 ? open : at;
        int end = close >= 0 && close <= LongestQuote ? at + close + 1 : at + length;
        return start == at && text[at] is not ('（' or '(') ? (at, at + length) : (start, end);
    }

    // 部门名称 is a label before a colon, a blank or a cell's end; between characters of a sentence it stands for a name.
    private static bool IsName(CheckContext context, int line, string text, int at, int length)
    {
        if (at + length >= text.Length) return false;
        char next = text[at + length];
        if (!IsHan(next) || next is '及' or '和' or '与' or '栏' or '应' or '等' or '为') return false;
        if (at == 0) return context.SectionAt(line)?.Id.StartsWith('三') == true;
        char before = text[at - 1];
        return (IsHan(before) && before is not ('表' or '的' or '内' or '填' or '和' or '及' or '与' or '、')) || (char.IsAsciiDigit(before) && text.AsSpan(0, at).ContainsAnyInRange('\u4e00', '\u9fff'));
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    private static void Report(CheckContext context, RuleLog log, List<(string Rule, string Word, TextSpan Span)> same)
    {
        (string rule, string word, TextSpan span) = same[0];
        bool blank = rule is Blank, choice = rule is Choice, own = rule is OwnPrompt;
        if (blank || choice) rule = Placeholder;
        if (own) rule = Prompt;
        Severity severity = rule is Doubled or Misprint ? Severity.Info : rule == Prompt || blank || choice ? Severity.Warning : Severity.Error;
        Finding finding = (context.Mark(rule, severity, span, blank ? Blank : choice ? Choice : "") with { Stated = rule == Doubled || choice || blank || own ? string.Join('、', same.Select(s => s.Word).Distinct()) : word, Expected = rule == Misprint ? WordMarks.RightOf(word) : null })
            .With("count", Figures.Plain(same.Count)).Because(same.Skip(1).Select(s => context.EvidenceAt(s.Span)));
        if (severity == Severity.Info) log.PassWith(finding);
        else log.Fail(finding);
    }
}
