using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Checking.Evaluations;

/// <summary>Which way a target is to be met.</summary>
internal enum TargetSense
{
    /// <summary>No sign printed: by its sense.</summary>
    Unsigned,

    /// <summary>≥X: more is better.</summary>
    AtLeast,

    /// <summary>≤X: less is better.</summary>
    AtMost,
}

/// <summary>A target or an actual value of an indicator, taken apart.</summary>
/// <param name="Sense">The sign printed with it.</param>
/// <param name="Figure">Its figure; null for a text (<c>提升</c>) or several figures (<c>20批、10人</c>).</param>
/// <param name="Unit">What follows the figure; empty if nothing.</param>
/// <param name="IsText">It has no figure at all.</param>
internal readonly record struct IndicatorValue(TargetSense Sense, Printed? Figure, string Unit, bool IsText)
{
    private static readonly string[] AtLeastWords = ["≥", ">=", "≧", ">", "＞", "不低于", "不少于", "不小于", "大于等于", "大于", "高于", "超过"];
    private static readonly string[] AtMostWords = ["≤", "<=", "≦", "<", "＜", "不超过", "不高于", "不多于", "不大于", "小于等于", "小于", "低于", "少于", "控制在"];
    private static readonly string[] AtMostEndings = ["及以内", "以内", "之内", "及以下", "以下"];
    private static readonly string[] AtLeastEndings = ["及以上", "以上"];

    /// <summary>Whether the figure is a percentage.</summary>
    internal bool IsPercent => Unit.StartsWith('%');

    /// <summary>Whether the figure is an amount of money.</summary>
    internal bool IsMoney => Unit.Contains('元');

    /// <summary>Takes a printed value apart; null for a blank cell.</summary>
    internal static IndicatorValue? Read(Field? field)
    {
        if (field is null) return null;
        string text = Names.Squeeze(field.Text).Replace("$", "", StringComparison.Ordinal).Replace("\\geq", "≥", StringComparison.Ordinal).Replace("\\leq", "≤", StringComparison.Ordinal);
        if (text.Length == 0) return null;
        (TargetSense sense, string rest) = Strip(text);
        int digits = 0;
        while (digits < rest.Length && (char.IsAsciiDigit(rest[digits]) || rest[digits] is '.' or ',' || (digits == 0 && rest[digits] is '-'))) digits++;
        if (digits == 0) return new IndicatorValue(sense, null, "", !HasDigit(rest));
        string unit = rest[digits..];
        if (HasDigit(unit) || !Printed.TryParse(rest.AsSpan(0, digits), out Printed figure)) return new IndicatorValue(sense, null, "", false);
        return new IndicatorValue(sense, figure, unit, false);
    }

    /// <summary>
    /// Whether two values are of one kind, so that a quotient of them means something. A missing unit takes the other's,
    /// except that a plain number and a percentage are not compared.
    /// </summary>
    internal static bool Comparable(IndicatorValue target, IndicatorValue actual) =>
        target.Unit == actual.Unit
        || (target.Unit.Length == 0 && !actual.IsPercent)
        || (actual.Unit.Length == 0)
        || (target.Unit.Length > 0 && actual.Unit.StartsWith(target.Unit, StringComparison.Ordinal))
        || (actual.Unit.Length > 0 && target.Unit.StartsWith(actual.Unit, StringComparison.Ordinal));

    /// <summary>Whether the units exclude each other: one is a percentage and the other is not, or both are different counters.</summary>
    internal static bool Contradictory(IndicatorValue target, IndicatorValue actual) =>
        target.Figure is not null && actual.Figure is not null && target.Unit.Length > 0 && actual.Unit.Length > 0 && !Comparable(target, actual)
        && (target.IsPercent != actual.IsPercent || Measures.AreDifferent(target.Unit, actual.Unit));

    private static (TargetSense Sense, string Value) Strip(string text)
    {
        foreach (string word in AtLeastWords)
        {
            if (text.StartsWith(word, StringComparison.Ordinal)) return (TargetSense.AtLeast, text[word.Length..]);
        }

        foreach (string word in AtMostWords)
        {
            if (text.StartsWith(word, StringComparison.Ordinal)) return (TargetSense.AtMost, Cut(text[word.Length..], AtMostEndings));
        }

        foreach (string ending in AtMostEndings)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal)) return (TargetSense.AtMost, text[..^ending.Length]);
        }

        foreach (string ending in AtLeastEndings)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal)) return (TargetSense.AtLeast, text[..^ending.Length]);
        }

        return (TargetSense.Unsigned, text);
    }

    private static string Cut(string text, string[] endings)
    {
        foreach (string ending in endings)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal)) return text[..^ending.Length];
        }

        return text;
    }

    private static bool HasDigit(string text) => text.AsSpan().ContainsAnyInRange('0', '9');
}
