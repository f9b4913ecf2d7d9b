using System.CommandLine;
using Mingzhang.Store;
using Mingzhang.Store.Schema;
using Mingzhang.Web.Synthesis;

namespace Mingzhang.Web.Commands;

/// <summary><c>synthesize VIEW…</c>: fills a database with invented disclosures for measurements. It is not listed among the commands.</summary>
internal static class SynthesizeCommand
{
    public static Command Create(PlaceOptions place)
    {
        var views = new Argument<FileInfo[]>("VIEW") { Arity = ArgumentArity.OneOrMore };
        var count = new Option<int>("--count") { DefaultValueFactory = _ => 2000 };
        var from = new Option<int>("--from");
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
        var every = new Option<double>("--every");
        var command = new Command("synthesize") { Hidden = true };
        place.AddTo(command);
        command.Arguments.Add(views);
        command.Options.Add(count);
        command.Options.Add(from);
        command.Options.Add(seed);
        command.Options.Add(every);
        command.SetAction(async (parsed, cancel) =>
        {
            await using Database database = place.Open(parsed);
            await SchemaUpgrade.Run(database, cancel: cancel);
            byte[][] templates = [.. parsed.GetValue(views)!.Select(f => File.ReadAllBytes(f.FullName))];
            if (parsed.GetValue(every) is > 0 and var pause)
            {
                await SyntheticPublishing.OneByOne(database, templates, parsed.GetValue(count), parsed.GetValue(seed), TimeSpan.FromSeconds(pause), cancel);
                return 0;
            }

            await SyntheticPublishing.Run(database, templates, parsed.GetValue(from), parsed.GetValue(count), parsed.GetValue(seed), done => Console.Error.Write($"\r{done}"), cancel);
            Console.Error.WriteLine();
            return 0;
        });
        return command;
    }
}
