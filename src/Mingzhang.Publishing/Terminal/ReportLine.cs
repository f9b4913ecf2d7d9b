using System.Collections.Immutable;

namespace Mingzhang.Publishing.Terminal;

/// <summary>What a stretch of a text report means, so that a terminal can colour it.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Faint,
    Quote,
    Error,
    Warning,
    Rounding,
    Info,
    Good,
}

/// <summary>A stretch of one tone.</summary>
internal readonly record struct Run(string Text, Tone Tone);

/// <summary>A line of a text report before wrapping.</summary>
/// <param name="Indent">Blank cells before its first and, where wrapped, its further lines.</param>
/// <param name="Runs">Its stretches; none for an empty line.</param>
internal sealed record ReportLine(int Indent, ImmutableArray<Run> Runs)
{
    public static ReportLine Empty { get; } = new(0, []);

    public static ReportLine Of(int indent, params ReadOnlySpan<Run> runs) => new(indent, [.. runs]);

    public static ReportLine Of(int indent, string text, Tone tone = Tone.Plain) => new(indent, [new Run(text, tone)]);
}
