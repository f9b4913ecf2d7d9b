using System.Diagnostics;

namespace Mingzhang.Reading.Formats.Programs;

/// <summary>The time that a piece of work may take in all, whatever it is made of.</summary>
internal sealed class Deadline(TimeSpan time)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>The time in all.</summary>
    internal TimeSpan Time => time;

    /// <summary>What is left of it, for a program to be run; at least a moment, in which the program is stopped.</summary>
    internal TimeSpan Left
    {
        get
        {
            TimeSpan left = time - Stopwatch.GetElapsedTime(_started);
            return left > TimeSpan.FromMilliseconds(1) ? left : TimeSpan.FromMilliseconds(1);
        }
    }

    /// <summary>Whether it is over.</summary>
    internal bool IsOver => Stopwatch.GetElapsedTime(_started) > time;
}
