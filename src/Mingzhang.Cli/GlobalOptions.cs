using System.CommandLine;
using Mingzhang.Core.Findings;
using Mingzhang.Statutes;

namespace Mingzhang.Cli;

/// <summary>The options of every command.</summary>
internal sealed class GlobalOptions
{
    /// <summary>A folder laid over the statutory forms inside the program.</summary>
    public Option<string?> Forms { get; } = new("--forms") { Recursive = true, HelpName = "DIR" };

    /// <summary>Language of messages and reports.</summary>
    public Option<string?> Language { get; } = new("--lang") { Recursive = true, HelpName = "zh|en" };

    /// <summary>Shows how the command is used.</summary>
    public Option<bool> Help { get; } = new("--help", "-h", "-?") { Recursive = true };

    /// <summary>Shows the version.</summary>
    public Option<bool> Version { get; } = new("--version");

    /// <summary>Checks the language and loads the statutory data.</summary>
    public StatuteBook LoadStatutes(ParseResult parsed)
    {
        Choice(parsed, Language, "zh", "en");
        string? folder = parsed.GetValue(Forms);
        if (folder is not null && !Directory.Exists(folder))
            throw new UnusableException(new Text($"{folder}：没有这个文件夹（--forms）", $"{folder}: no such folder (--forms)"));
        return StatuteBook.Load(folder);
    }

    /// <summary>The value of an option that has only a few; the first where it is not given.</summary>
    public static string Choice(ParseResult parsed, Option<string?> option, params ReadOnlySpan<string> values)
    {
        string? value = parsed.GetValue(option);
        if (value is null) return values[0];
        if (values.Contains(value)) return value;
        string[] all = values.ToArray();
        throw new UsageException(new Text($"{option.Name} 只能是 {string.Join('、', all)}，不能是 {value}", $"{option.Name} is one of {string.Join(", ", all)}, not {value}"));
    }
}
