using Mingzhang.Core.Findings;

namespace Mingzhang.Cli;

/// <summary>What the process returns; scripts rely on it.</summary>
internal static class ExitStatus
{
    /// <summary>Done, and no finding of severity error.</summary>
    public const int Done = 0;

    /// <summary>Done, with findings of severity error.</summary>
    public const int Errors = 1;

    /// <summary>An input cannot be used, or the result cannot be written.</summary>
    public const int Unusable = 2;

    /// <summary>Wrong usage.</summary>
    public const int Usage = 64;
}

/// <summary>The command line is wrong: status 64.</summary>
internal sealed class UsageException(Text text) : Exception(text.Zh)
{
    public Text Text { get; } = text;
}

/// <summary>An input cannot be used or the result cannot be written: status 2.</summary>
internal sealed class UnusableException(Text text) : Exception(text.Zh)
{
    public Text Text { get; } = text;
}
