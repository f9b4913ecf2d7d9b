using System.Runtime.CompilerServices;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Reading.Evaluations;

/// <summary>The names of levels one and two of an edition's indicator tree, and which level one a level two belongs to.</summary>
internal sealed class IndicatorLevels
{
    private static readonly ConditionalWeakTable<Edition, IndicatorLevels> Known = [];

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _first;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _firstOfSecond;

    private IndicatorLevels(Edition edition)
    {
        var first = new HashSet<string>(StringComparer.Ordinal);
        var firstOfSecond = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (IndicatorLevel level in edition.Indicators)
        {
            foreach (string name in level.OtherNames.Prepend(level.Name)) first.Add(Bare(name).ToString());
            foreach (string part in level.Parts) firstOfSecond.TryAdd(Bare(part).ToString(), level.Name);
        }

        _first = first.GetAlternateLookup<ReadOnlySpan<char>>();
        _firstOfSecond = firstOfSecond.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The names of an edition.</summary>
    public static IndicatorLevels Of(Edition edition) => Known.GetValue(edition, static e => new IndicatorLevels(e));

    /// <summary>Whether a label (without points and blanks) names level one. Damaged ends (<c>满意度指</c>) count.</summary>
    public bool IsFirst(ReadOnlySpan<char> label) => _first.Contains(Bare(label));

    /// <summary>Whether a label names level two.</summary>
    public bool IsSecond(ReadOnlySpan<char> label) => _firstOfSecond.ContainsKey(Bare(label));

    /// <summary>Whether a label is the beginning of a level two, as where its cell is wrapped.</summary>
    public bool IsPieceOfSecond(string label) => label.Length >= 2 && _firstOfSecond.Dictionary.Keys.Any(k => k.StartsWith(label, StringComparison.Ordinal));

    /// <summary>The name of level two that begins with a label, where only one does.</summary>
    public string? SecondFrom(string label) => label.Length >= 2 && _firstOfSecond.Dictionary.Keys.Where(k => k.StartsWith(label, StringComparison.Ordinal)).ToList() is [var only] ? only + "指标" : null;

    /// <summary>The level one that a level two belongs to; null if it is none of the tree's.</summary>
    public string? FirstOf(ReadOnlySpan<char> second) => _firstOfSecond.TryGetValue(Bare(second), out string? first) ? first : null;

    /// <summary>Whether a label ends as levels do.</summary>
    public static bool EndsLikeLevel(ReadOnlySpan<char> label) => label.EndsWith("指标", StringComparison.Ordinal);

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> label) =>
        label.EndsWith("指标", StringComparison.Ordinal) ? label[..^2]
        : label.EndsWith("指", StringComparison.Ordinal) ? label[..^1]
        : label;
}
