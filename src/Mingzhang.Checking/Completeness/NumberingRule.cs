using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Statutes;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Completeness;

/// <summary>Lists are numbered without gaps and repetitions: 一是 二是 三是 within sentences, 1. 2. 3. and （1）（2） at line starts.</summary>
public sealed class NumberingRule : IRule
{
    private const string Rule = "completeness.numbering";
    private const string Ordinals = "一二三四五六七八九十";
    private const int LongestShown = 24;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Warning, new("列举的序号连续", "lists are numbered without gaps"), "公文格式",
            ("", "列举由“{previous}”直接跳到“{stated}”，缺“{expected}”。", "The list jumps from “{previous}” to “{stated}”; “{expected}” is missing."),
            ("repeated", "列举的序号“{stated}”重复。", "The number “{stated}” is used twice.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        foreach (Section section in context.Disclosure.Outline)
        {
            if (section.Topic is { } topic && !section.Id.Contains('/') && IsText(topic, context.Edition)) new Scan(context, log).Run(section);
        }
    }

    private static bool IsText(string topic, Edition edition) => edition.NumbersParts ? topic is "explanations" or "glossary" : topic != "forms";

    private sealed class Scan(CheckContext context, RuleLog log)
    {
        private int _clause;
        private int _plain;
        private int _bracketed;

        public void Run(Section section)
        {
            HashSet<int> headings = [.. context.Disclosure.Outline.Select(s => s.Heading.Line)];
            ImmutableArray<string> lines = context.Disclosure.Source.Lines;
            for (int line = section.FirstLine; line <= section.LastLine && line <= lines.Length; line++)
            {
                string text = lines[line - 1];
                if (headings.Contains(line))
                {
                    (_clause, _plain, _bracketed) = (0, 0, 0);
                    continue;
                }

                if (text.Length == 0 || text.Contains('\t')) continue;
                LineStart(line, text);
                Clauses(line, text);
            }
        }

        private void LineStart(int line, string text)
        {
            int at = 0;
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '-' or '#' or '*')) at++;
            int first = at;
            bool bracket = at < text.Length && text[at] is '(' or '（';
            if (bracket) at++;
            if (at < text.Length && (Ordinals.Contains(text[at]) || text[at] == '第'))
            {
                // 一、 and （一） head a new list of figures.
                int end = at;
                while (end < text.Length && Ordinals.Contains(text[end])) end++;
                if (end > at && end < text.Length && text[end] is '、' or ')' or '）') (_plain, _bracketed) = (0, 0);
                return;
            }

            int digits = at;
            while (at < text.Length && at - digits < 3 && char.IsAsciiDigit(text[at])) at++;
            if (at == digits || at - digits > 2 || at >= text.Length) return;
            int number = int.Parse(text.AsSpan(digits, at - digits));
            bool marked = bracket ? text[at] is ')' or '）' : text[at] is '、' || (text[at] is '.' or '．' && !(at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])));
            if (!marked) return;
            string shown = text.Substring(first, at + 1 - first);
            if (bracket) Next(ref _bracketed, number, line, first, text, shown, n => shown.Replace(number.ToString(), n.ToString(), StringComparison.Ordinal));
            else
            {
                _bracketed = 0;
                Next(ref _plain, number, line, first, text, shown, n => n + shown[^1..]);
            }
        }

        private void Clauses(int line, string text)
        {
            for (int at = text.IndexOf('是'); at >= 0; at = text.IndexOf('是', at + 1))
            {
                if (at == 0) continue;
                int number = Ordinals.IndexOf(text[at - 1]) + 1;
                if (number == 0 || (at >= 2 && !IsBoundary(text[at - 2]))) continue;
                Next(ref _clause, number, line, at - 1, text, text.Substring(at - 1, 2), n => $"{Ordinals[n - 1]}是");
            }
        }

        // A number counts as out of order only after the list was seen to count: 一, 二, then 四.
        private void Next(ref int last, int number, int line, int at, string text, string shown, Func<int, string> name)
        {
            if (last >= 2 && number > last + 1) Report("", line, at, text, shown, name(last), name(last + 1));
            else if (last >= 2 && number == last) Report("repeated", line, at, text, shown, shown, shown);
            else if (number == last + 1) log.Pass(Rule);
            last = number;
        }

        private void Report(string variant, int line, int at, string text, string shown, string previous, string expected)
        {
            int end = text.AsSpan(at).IndexOfAny('；', '。', '，');
            int length = Math.Min(end < 0 ? text.Length - at : end, LongestShown);
            log.Fail((context.Mark(Rule, Severity.Warning, TextSpan.InLine(line, at, Math.Max(length, shown.Length)), variant) with { Stated = shown, Expected = expected }).With("previous", previous));
        }

        private static bool IsBoundary(char c) => char.IsPunctuation(c) || char.IsWhiteSpace(c) || char.IsSymbol(c) || c == '因';
    }
}
