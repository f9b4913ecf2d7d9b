using Mingzhang.Core.Sources;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Tests.Formats;

/// <summary>Loads files made in memory.</summary>
internal static class Loaded
{
    /// <summary>The text of a file that can be read.</summary>
    public static SourceText Text(string name, byte[] bytes)
    {
        (SourceText? text, ReadProblem? problem) = SourceLoader.Load(name, bytes);
        Assert.True(text is not null, problem?.Message.En);
        return text;
    }

    /// <summary>The lines of a file, blank ones left out.</summary>
    public static string[] Lines(string name, byte[] bytes) => [.. Text(name, bytes).Lines.Where(l => l.Length > 0)];

    /// <summary>Why a file cannot be read; its name and both languages are in the message.</summary>
    public static ReadProblem Problem(string name, byte[] bytes, ReadingOptions? options = null)
    {
        (SourceText? text, ReadProblem? problem) = SourceLoader.Load(name, bytes, options);
        Assert.Null(text);
        Assert.StartsWith(name, problem!.Message.Zh, StringComparison.Ordinal);
        Assert.StartsWith(name, problem.Message.En, StringComparison.Ordinal);
        return problem;
    }
}
