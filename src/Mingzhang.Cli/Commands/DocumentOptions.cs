using System.CommandLine;

namespace Mingzhang.Cli.Commands;

/// <summary>The arguments and options of the commands that read documents.</summary>
internal sealed class DocumentOptions
{
    /// <summary>The documents or folders.</summary>
    public Argument<string[]> Files { get; } = new("FILE") { Arity = ArgumentArity.ZeroOrMore };

    /// <summary>Format of the result.</summary>
    public Option<string?> Format { get; } = new("--format") { HelpName = "FORMAT" };

    /// <summary>Where the result goes.</summary>
    public Option<string?> Output { get; } = new("-o", "--output") { HelpName = "PATH" };

    /// <summary>Limit of a file's size.</summary>
    public Option<string?> MaxSize { get; } = new("--max-size") { HelpName = "SIZE" };

    /// <summary>Whether all files together make one disclosure.</summary>
    public Option<bool> AsOne { get; } = new("--as-one");

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(Files);
        command.Options.Add(Format);
        command.Options.Add(Output);
        command.Options.Add(MaxSize);
        command.Options.Add(AsOne);
    }
}
