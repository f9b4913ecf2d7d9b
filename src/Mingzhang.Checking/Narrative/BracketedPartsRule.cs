using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Narrative;

/// <summary>
/// A quantity with its parts in brackets behind it — 8013平方米（其中A 7998平方米，B 105平方米）— has two digits exchanged: the parts make exactly the
/// figure with two neighbouring digits the other way round. Parts that make something else may be incomplete and say nothing.
/// </summary>
public sealed class BracketedPartsRule : IRule
{
    private const string Rule = "narrative.exchanged-digits", Parts = "其中";
    private const int Before = 24, After = 2, LongestList = 160, LongestUnit = 4;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Warning, new("数量与其后括号内所列各部分之和没有相邻两位颠倒", "no quantity has two digits exchanged against the parts listed behind it"), "公文格式",
            ("", "数量 {stated}{unit}，其后所列各部分之和为 {expected}{unit}：相邻两位数字颠倒。", "The quantity is {stated}{unit}; the parts listed behind it make {expected}{unit}: two digits are exchanged.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        int held = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            for (int at = lines[i].IndexOf(Parts, StringComparison.Ordinal); at >= 0; at = lines[i].IndexOf(Parts, at + 1, StringComparison.Ordinal))
            {
                if (lines[i].Contains('\t') || Read(lines, i, at) is not { } found) continue;
                if (found.Whole == found.Sum) held++;
                else if (AreExchanged(found.Whole, found.Sum))
                    log.Fail((context.Mark(Rule, Severity.Warning, found.Span) with { Stated = Plain(found.Whole), Expected = Plain(found.Sum) }).With("unit", found.Unit)
                        .ShowingSum(new Text("总量 = 其后所列各部分之和", "the whole = the parts listed behind it"), found.Unit, Showing.Exact(new Text("总量", "whole"), found.Whole, found.Span), [.. found.Parts.Select((p, n) => Showing.Exact(new Text($"第 {n + 1} 部分", $"part {n + 1}"), p, found.Span))]));
            }
        }

        log.Pass(Rule, held);
    }

    /// <summary>The quantity before a bracket that begins at 其中, and the sum of the parts in it; null where it is none.</summary>
    private static (decimal Whole, decimal Sum, ImmutableArray<decimal> Parts, string Unit, TextSpan Span)? Read(ImmutableArray<string> lines, int line, int at)
    {
        string before = lines[line][..at].TrimEnd();
        if (before.Length == 0 || before[^1] is not ('（' or '(')) return null;
        before = before[..^1];
        int own = line;
        if (before.TrimStart().Length < LongestUnit && line > 0 && !lines[line - 1].Contains('\t')) (own, before) = (line - 1, lines[line - 1].TrimEnd() + before.Trim());
        int end = before.Length;
        int unitStart = end;
        while (unitStart > 0 && end - unitStart < LongestUnit && !char.IsAsciiDigit(before[unitStart - 1])) unitStart--;
        int start = unitStart;
        while (start > 0 && end - start < Before && (char.IsAsciiDigit(before[start - 1]) || before[start - 1] == '.')) start--;
        string unit = before[unitStart..].Trim();
        if (unit.Length == 0 || start == unitStart || !decimal.TryParse(before.AsSpan(start, unitStart - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal whole)) return null;

        string list = lines[line][at..];
        for (int next = line + 1; next <= line + After && next < lines.Length && list.AsSpan().IndexOfAny('）', ')') < 0 && !lines[next].Contains('\t'); next++) list = list.TrimEnd() + lines[next].Trim();
        int close = list.AsSpan().IndexOfAny('）', ')');
        if (close < 0 || close > LongestList || list.AsSpan(0, close).IndexOfAny('（', '(') >= 0) return null;
        return PartsOf(list.AsSpan(0, close), unit) is { } parts ? (whole, parts.Sum(), parts, unit, Span(lines, own, line, start, unitStart)) : null;
    }

    /// <summary>At least two figures, all in the unit.</summary>
    private static ImmutableArray<decimal>? PartsOf(ReadOnlySpan<char> list, string unit)
    {
        var parts = ImmutableArray.CreateBuilder<decimal>();
        for (int at = 0; at < list.Length; at++)
        {
            if (!char.IsAsciiDigit(list[at])) continue;
            int start = at;
            while (at < list.Length && (char.IsAsciiDigit(list[at]) || list[at] == '.')) at++;
            if (!list[at..].TrimStart().StartsWith(unit) || !decimal.TryParse(list[start..at], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal part)) return null;
            parts.Add(part);
        }

        return parts.Count > 1 ? parts.ToImmutable() : null;
    }

    private static TextSpan Span(ImmutableArray<string> lines, int own, int line, int start, int end)
    {
        int length = lines[own].Length;
        return own == line || end <= length ? TextSpan.InLine(own + 1, Math.Min(start, length), Math.Min(end, length) - Math.Min(start, length)) : TextSpan.InLine(own + 1, 0, length);
    }

    private static bool AreExchanged(decimal a, decimal b)
    {
        string x = Plain(a), y = Plain(b);
        if (x.Length != y.Length || x.Length < 3) return false;
        int first = 0;
        while (first < x.Length && x[first] == y[first]) first++;
        return first + 1 < x.Length && x[first] == y[first + 1] && x[first + 1] == y[first] && x.AsSpan(first + 2).SequenceEqual(y.AsSpan(first + 2));
    }

    private static string Plain(decimal value) => Engine.Figures.Plain(value);
}
