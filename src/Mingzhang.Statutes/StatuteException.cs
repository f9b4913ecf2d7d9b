using System.Diagnostics.CodeAnalysis;
using Mingzhang.Core.Findings;

namespace Mingzhang.Statutes;

/// <summary>Statutory data that cannot be used: which file, where in it, what is wrong and what was expected. Broken data never loads in part.</summary>
[SuppressMessage("Design", "RCS1194", Justification = "An error of the data always has a place.")]
public sealed class StatuteException : Exception
{
    /// <summary>An error at a place of a file.</summary>
    /// <param name="file">File as the user knows it: a path of an overlay, or <c>forms/…</c> for data inside the program.</param>
    /// <param name="line">Line, 1-based; 0 for the file as a whole.</param>
    /// <param name="column">Column, 1-based; 0 for the line as a whole.</param>
    /// <param name="zh">What is wrong and what was expected, in Chinese.</param>
    /// <param name="en">The same in English.</param>
    public StatuteException(string file, int line, int column, string zh, string en)
        : base($"{Place(file, line, column)}: {zh}")
    {
        File = file;
        Line = line;
        Column = column;
        Problem = new Text(zh, en);
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>Line, 1-based; 0 for the file as a whole.</summary>
    public int Line { get; }

    /// <summary>Column, 1-based; 0 for the line as a whole.</summary>
    public int Column { get; }

    /// <summary>What is wrong and what was expected, without the place.</summary>
    public Text Problem { get; }

    /// <summary>Place and problem, <c>file:line:column: …</c>, in both languages.</summary>
    public Text Report => new(Message, $"{Place(File, Line, Column)}: {Problem.En}");

    private static string Place(string file, int line, int column) => $"{file}{(line > 0 ? $":{line}" : "")}{(column > 0 ? $":{column}" : "")}";
}
