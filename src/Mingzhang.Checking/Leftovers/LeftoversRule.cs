using System.Buffers;
using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Leftovers;

/// <summary>
/// What was left standing of the template or the spreadsheet: prompts, placeholders where a name belongs, error cells, doubled words.
/// One pass over the lines.
/// </summary>
public sealed class LeftoversRule : IRule
{
    private const string Prompt = "leftover.prompt";
    private const string Placeholder = "leftover.placeholder";
    private const string ErrorCell = "leftover.error-cell";
    private const string Doubled = "leftover.doubled";
    private const int LongestQuote = 60;

    private static readonly string[] ErrorCells = ["#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"];
    private static readonly string[] Prompts = ["（请", "(请", "请依据部门", "请根据部门", "请按部门", "（如无请", "（此处填", "(此处填", "（填写", "其他专用名词。"];
    private static readonly string[] Labels = ["部门名称", "单位名称", "项目名称"];
    private static readonly string[] Blanks = ["XX", "××", "ＸＸ", "＿＿", "____", "某某", "○○", "＊＊"];
    private static readonly string[] Doubles = ["于于", "的的", "万元万元", "元元", "%%", "，，", "。。", "；；", "、、"];
    private static readonly SearchValues<string> Any = SearchValues.Create([.. ErrorCells, .. Prompts, .. Labels, .. Blanks, .. Doubles], StringComparison.Ordinal);

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Prompt, Severity.Warning, new("没有留下模板的填写提示", "no prompt of the template is left"), "部门决算公开模板",
            ("", "模板的填写提示未删除：“{stated}”。", "A prompt of the template was left: “{stated}”.")),
        Define.Rule(Placeholder, Severity.Error, new("没有留下未替换的占位符", "no placeholder is left where a name belongs"), "部门决算公开模板",
            ("", "模板占位符“{stated}”未替换为实际名称。", "The placeholder “{stated}” was not replaced by a name."),
            ("blank", "留有未填写的空白“{stated}”。", "A blank “{stated}” was not filled in.")),
        Define.Rule(ErrorCell, Severity.Error, new("没有表格错误值", "no spreadsheet error is shown"), "电子表格",
            ("", "出现表格错误值 {stated}，应为数据。", "The spreadsheet error {stated} stands where a figure belongs.")),
        Define.Rule(Doubled, Severity.Info, new("没有重复的字词和标点", "no word or mark is doubled"), "公文格式",
            ("", "字词或标点重复：“{stated}”。", "A word or mark is doubled: “{stated}”.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        List<(string Rule, string Word, TextSpan Span)> hits = [];
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        for (int line = 1; line <= lines.Length; line++)
        {
            string text = lines[line - 1];
            for (int from = 0; from < text.Length;)
            {
                int at = text.AsSpan(from).IndexOfAny(Any);
                if (at < 0) break;
                from += at;
                from += Judge(context, hits, line, text, from);
            }
        }

        foreach (IGrouping<(string Rule, string Word), (string Rule, string Word, TextSpan Span)> same in hits.GroupBy(h => (h.Rule, h.Rule == Doubled ? "" : h.Word))) Report(context, log, [.. same]);
        foreach (string rule in (string[])[Prompt, Placeholder, ErrorCell, Doubled])
        {
            if (!hits.Exists(h => h.Rule == rule)) log.Pass(rule);
        }
    }

    // How many characters were dealt with.
    private static int Judge(CheckContext context, List<(string, string, TextSpan)> hits, int line, string text, int at)
    {
        if (Starts(text, at, ErrorCells) is { } error)
        {
            // The total's own rule reports the error in a total.
            if (!context.Disclosure.Evaluations.Any(e => e.Total is { Figure: null } total && total.Span.Line == line)) hits.Add((ErrorCell, error, TextSpan.InLine(line, at, error.Length)));
            return error.Length;
        }

        if (Starts(text, at, Prompts) is { } prompt)
        {
            (int start, int end) = InBrackets(text, at, prompt.Length);
            hits.Add((Prompt, text[start..end], TextSpan.InLine(line, start, end - start)));
            return end - at;
        }

        if (Starts(text, at, Labels) is { } label)
        {
            if (IsName(context, line, text, at, label.Length)) hits.Add((Placeholder, label, TextSpan.InLine(line, at, label.Length)));
            return label.Length;
        }

        if (Starts(text, at, Blanks) is { } blank)
        {
            int end = at;
            while (end < text.Length && text[end] == blank[0]) end++;
            end = Math.Max(end, at + blank.Length);
            bool word = (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])) || (end < text.Length && char.IsAsciiLetterOrDigit(text[end]));
            if (!word && context.SectionAt(line) is not null) hits.Add((Placeholder, text[at..end], TextSpan.InLine(line, at, end - at)));
            return end - at;
        }

        if (Starts(text, at, Doubles) is not { } doubled) return 1;
        bool whole = doubled == "的的" && at + 2 < text.Length && text[at + 2] == '确';
        if (!whole && !(doubled == "元元" && at > 0 && text[at - 1] is '多' or '单')) hits.Add((Doubled, doubled, TextSpan.InLine(line, at, doubled.Length)));
        return doubled.Length;
    }

    private static string? Starts(string text, int at, string[] words)
    {
        foreach (string word in words)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0) return word;
        }

        return null;
    }

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
        bool blank = rule == Placeholder && Array.IndexOf(Labels, word) < 0;
        Severity severity = rule == Doubled ? Severity.Info : rule == Prompt || blank ? Severity.Warning : Severity.Error;
        Finding finding = (context.Mark(rule, severity, span, blank ? "blank" : "") with { Stated = rule == Doubled ? string.Join('、', same.Select(s => s.Word).Distinct()) : word })
            .Because(same.Skip(1).Select(s => context.EvidenceAt(s.Span)));
        if (severity == Severity.Info) log.PassWith(finding);
        else log.Fail(finding);
    }
}
