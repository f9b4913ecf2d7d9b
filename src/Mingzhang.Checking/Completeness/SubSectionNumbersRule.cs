using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Layout;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Completeness;

/// <summary>The items of a section that are numbered （一）（二） begin with （一） and leave no number out: one that goes on from the section before was copied.</summary>
public sealed class SubSectionNumbersRule : IRule
{
    private const string Rule = "completeness.sub-numbering";
    private const int LongestShown = 24;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Warning, new("各节的（一）（二）从（一）起连续编号", "the items （一）（二） of a section are numbered from one without gaps"), "公文格式",
            ("", "本节的编号从“{stated}”起，应从“{expected}”起。", "The items of the section begin with “{stated}” instead of “{expected}”."),
            ("gap", "编号由“{previous}”直接跳到“{stated}”，缺“{expected}”。", "The numbers jump from “{previous}” to “{stated}”; “{expected}” is missing.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        foreach (Section section in context.Disclosure.Outline)
        {
            bool whole = section.Id.Contains('/') && !section.Id.Contains('(');
            if (whole && section.Topic is { } topic && (topic.StartsWith("explanations.", StringComparison.Ordinal) || topic.StartsWith("overview", StringComparison.Ordinal))) Scan(context, log, section);
        }
    }

    private static void Scan(CheckContext context, RuleLog log, Section section)
    {
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        int last = 0;
        for (int line = section.FirstLine; line <= section.LastLine && line <= lines.Length; line++)
        {
            if (Number(lines[line - 1], out int at, out int length) is not (> 0 and var number)) continue;
            if (number == last + 1) log.Pass(Rule);
            else if (number > last + 1 && !Stands(lines, section, last + 1))
            {
                Finding finding = context.Mark(Rule, Severity.Warning, Shown(lines[line - 1], line, at, length), last == 0 ? "" : "gap") with { Stated = Name(number), Expected = Name(last + 1) };
                log.Fail(last == 0 ? finding : finding.With("previous", Name(last)));
                if (last == 0) return;
            }

            last = number;
        }
    }

    /// <summary>The number at the beginning of a line; 0 if there is none.</summary>
    private static int Number(string text, out int at, out int length)
    {
        (at, length) = (0, 0);
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '-' or '#' or '*')) at++;
        if (at >= text.Length || text[at] is not ('（' or '(') || text.Contains('\t')) return 0;
        int number = Ordinals.Read(text.AsSpan(at + 1), out int digits), close = at + 1 + digits;
        if (number <= 0 || close >= text.Length || text[close] is not ('）' or ')')) return 0;
        length = close + 1 - at;
        return number;
    }

    /// <summary>Whether a number stands within a line of the section, where the text of pages ran together.</summary>
    private static bool Stands(ImmutableArray<string> lines, Section section, int number)
    {
        string name = Ordinals.Of(number);
        for (int line = section.FirstLine; line <= section.LastLine && line <= lines.Length; line++)
        {
            if (lines[line - 1].Contains($"（{name}）", StringComparison.Ordinal) || lines[line - 1].Contains($"({name})", StringComparison.Ordinal)) return lines[line - 1].TrimStart()[0] is not ('（' or '(') || Number(lines[line - 1], out _, out _) != number;
        }

        return false;
    }

    private static string Name(int number) => $"（{Ordinals.Of(number)}）";

    private static TextSpan Shown(string text, int line, int at, int length)
    {
        int end = text.AsSpan(at).IndexOfAny('；', '。', '，');
        return TextSpan.InLine(line, at, Math.Max(length, Math.Min(end < 0 ? text.Length - at : end, LongestShown)));
    }
}
