using System.Diagnostics.CodeAnalysis;

namespace Mingzhang.Statutes;

/// <summary>Statutory data that cannot be used: which file, where in it, what is wrong and what was expected. Broken data never loads in part.</summary>
[SuppressMessage("Design", "RCS1194", Justification = "An error of the data always has a place.")]
public sealed class StatuteException : Exception
{
    /// <summary>An error at a place of a file.</summary>
    /// <param name="file">File as the user knows it: a path of an overlay, or <c>forms/…</c> for data inside the program.</param>
    /// <param name="line">Line, 1-based; 0 for the file as a whole.</param>
    /// <param name="column">Column, 1-based; 0 for the line as a whole.</param>
    /// <param name="problem">What is wrong and what was expected.</param>
    public StatuteException(string file, int line, int column, string problem)
        : base($"{file}{(line > 0 ? $":{line}" : "")}{(column > 0 ? $":{column}" : "")}: {problem}")
    {
        File = file;
        Line = line;
        Column = column;
        Problem = problem;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>Line, 1-based; 0 for the file as a whole.</summary>
    public int Line { get; }

    /// <summary>Column, 1-based; 0 for the line as a whole.</summary>
    public int Column { get; }

    /// <summary>What is wrong and what was expected, without the place.</summary>
    public string Problem { get; }
}
