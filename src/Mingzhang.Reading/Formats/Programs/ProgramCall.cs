namespace Mingzhang.Reading.Formats.Programs;

/// <summary>A program to be run, and what it may use.</summary>
/// <param name="Program">Its name, as the path finds it.</param>
/// <param name="Arguments">Its arguments; no shell looks at them.</param>
public sealed record ProgramCall(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>What goes in through its standard input.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>Longest time, in all.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>Most bytes of its standard output.</summary>
    public long MostOutput { get; init; } = 128L * 1024 * 1024;

    /// <summary>Most address space, in kilobytes; 0 for no limit. There is none on Windows.</summary>
    public long MostMemory { get; init; } = 2_000_000;

    /// <summary>Largest file that it may write, in bytes; 0 for no limit. There is none on Windows.</summary>
    public long MostFile { get; init; }

    /// <summary>The folder that it runs in; null for the current one.</summary>
    public string? Folder { get; init; }

    /// <summary>Stops it.</summary>
    public CancellationToken Cancel { get; init; }

    /// <summary>Variables of its environment; a null value takes one away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();
}

/// <summary>How a program ended.</summary>
/// <param name="Status">Its exit status.</param>
/// <param name="Errors">The first of what it wrote to standard error.</param>
/// <param name="End">Whether it ended by itself.</param>
public sealed record ProgramResult(int Status, string Errors, ProgramEnd End)
{
    /// <summary>Whether it ended by itself with status 0.</summary>
    public bool IsGood => End == ProgramEnd.ByItself && Status == 0;

    /// <summary>The first line of what it wrote to standard error, or its status.</summary>
    public string Why(string program) => Errors.Trim() is { Length: > 0 } text ? text.Split('\n')[0].TrimEnd('\r') : $"{program}: {Status}";
}

/// <summary>What ended a program.</summary>
public enum ProgramEnd
{
    /// <summary>It ended by itself.</summary>
    ByItself,

    /// <summary>It is not installed.</summary>
    Missing,

    /// <summary>It took too long and was stopped.</summary>
    OutOfTime,

    /// <summary>It wrote too much and was stopped.</summary>
    TooMuchOutput,

    /// <summary>Its output was no longer wanted, and it was stopped.</summary>
    Enough,

    /// <summary>Who called it asked for its end.</summary>
    Stopped,
}
