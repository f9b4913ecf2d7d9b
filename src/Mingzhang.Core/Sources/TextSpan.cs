namespace Mingzhang.Core.Sources;

/// <summary>A stretch of a text document.</summary>
/// <param name="Line">First line, 1-based.</param>
/// <param name="Column">First character in it, 0-based.</param>
/// <param name="EndLine">Last line, 1-based.</param>
/// <param name="EndColumn">One past the last character in it, 0-based.</param>
public readonly record struct TextSpan(int Line, int Column, int EndLine, int EndColumn) : IComparable<TextSpan>
{
    /// <summary>No place: the figure was not read from a document.</summary>
    public static TextSpan None => default;

    /// <summary>Whether it names a place.</summary>
    public bool IsSome => Line > 0;

    /// <summary>A stretch within one line.</summary>
    public static TextSpan InLine(int line, int column, int length) => new(line, column, line, column + length);

    /// <summary>From the start of this to the end of <paramref name="last"/>.</summary>
    public TextSpan To(TextSpan last) => new(Line, Column, last.EndLine, last.EndColumn);

    /// <inheritdoc/>
    public int CompareTo(TextSpan other) => (Line, Column, EndLine, EndColumn).CompareTo((other.Line, other.Column, other.EndLine, other.EndColumn));

    /// <summary>Before.</summary>
    public static bool operator <(TextSpan a, TextSpan b) => a.CompareTo(b) < 0;

    /// <summary>After.</summary>
    public static bool operator >(TextSpan a, TextSpan b) => a.CompareTo(b) > 0;

    /// <summary>Not after.</summary>
    public static bool operator <=(TextSpan a, TextSpan b) => a.CompareTo(b) <= 0;

    /// <summary>Not before.</summary>
    public static bool operator >=(TextSpan a, TextSpan b) => a.CompareTo(b) >= 0;
}
