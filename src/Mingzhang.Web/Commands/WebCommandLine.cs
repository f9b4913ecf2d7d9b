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

            // Signals are the hosts' own business: they finish what they answer and give work back before they end.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (StoreException unusable)
        {
            await Console.Error.WriteLineAsync(unusable.Said.In(language));
            return Unusable;
        }
        catch (OperationCanceledException)
        {
            return Unusable;
        }
        catch (Exception e) when (DatabaseAway.Is(e))
        {
            await Console.Error.WriteLineAsync((DatabaseAway.IsFull(e)
                ? new Text("数据库所在的磁盘已满，没有保存任何内容。", "the disk of the database is full; nothing was kept.")
                : new Text($"连不上数据库：{FirstLine(e)}", $"the database cannot be reached: {FirstLine(e)}")).In(language));
            return Unusable;
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            await Console.Error.WriteLineAsync(new Text($"程序出错，没有结果：{bug.GetType().Name}: {FirstLine(bug)}", $"The program failed and gives no result: {bug.GetType().Name}: {FirstLine(bug)}").In(language));
            return Unusable;
        }
    }

    private static string FirstLine(Exception e) => e.Message.ReplaceLineEndings("\n").Split('\n')[0];

    private static RootCommand Root()
    {
        var place = new PlaceOptions();
        var root = new RootCommand("mingzhang-web");
        root.Options.Add(place.Language);
        root.Subcommands.Add(ServeCommand.Create(place));
        root.Subcommands.Add(WorkerCommand.Create(place));
        root.Subcommands.Add(PublishCommand.Create(place));
        root.Subcommands.Add(DbCommand.Create(place));
        root.Subcommands.Add(SynthesizeCommand.Create(place));
        return root;
    }
}
