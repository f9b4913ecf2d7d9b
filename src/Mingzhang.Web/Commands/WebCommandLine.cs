using System.CommandLine;
using Mingzhang.Core.Findings;
using Mingzhang.Store;

namespace Mingzhang.Web.Commands;

/// <summary>The commands of the web: parses the command line, runs the command, turns every failure into a message and a status.</summary>
internal static class WebCommandLine
{
    private const int Unusable = 2, Usage = 64;

    public static async Task<int> Run(string[] args)
    {
        string language = args.Contains("--lang=en") || args.SkipWhile(a => a != "--lang").Skip(1).FirstOrDefault() == "en" ? "en" : "zh";
        try
        {
            ParseResult parsed = Root().Parse(args);
            if (parsed.Errors.Count > 0)
            {
                await Console.Error.WriteLineAsync(new Text($"用法有误：{parsed.Errors[0].Message}", $"Wrong usage: {parsed.Errors[0].Message}").In(language));
                return Usage;
            }

            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (StoreException unusable)
        {
            await Console.Error.WriteLineAsync(unusable.Said.In(language));
            return Unusable;
        }
    }

    private static RootCommand Root()
    {
        var place = new PlaceOptions();
        var root = new RootCommand("mingzhang-web");
        root.Options.Add(place.Language);
        root.Subcommands.Add(ServeCommand.Create(place));
        return root;
    }
}
