using System.CommandLine;
using Mingzhang.Core.Findings;
using Mingzhang.Store;
using Mingzhang.Store.Clusters;
using Mingzhang.Store.Schema;

namespace Mingzhang.Web.Commands;

/// <summary><c>db</c>: starts and stops the product's own cluster, brings the schema up to date, saves the database and brings it back.</summary>
internal static class DbCommand
{
    public static Command Create(PlaceOptions place)
    {
        var command = new Command("db");
        command.Subcommands.Add(Of("start", place, (parsed, _) =>
        {
            PrivateCluster cluster = place.Cluster(parsed);
            cluster.Start();
            Console.WriteLine(cluster.ConnectionString);
            return Task.CompletedTask;
        }));
        command.Subcommands.Add(Of("stop", place, (parsed, _) =>
        {
            place.Cluster(parsed).Stop();
            return Task.CompletedTask;
        }));
        command.Subcommands.Add(Of("upgrade", place, async (parsed, cancel) =>
        {
            await using Database database = place.Open(parsed);
            IReadOnlyList<SchemaStep> applied = await SchemaUpgrade.Run(database, cancel: cancel);
            foreach (SchemaStep step in applied) Console.WriteLine(step.Name);
            if (applied.Count == 0) Tell(place, parsed, new Text("数据库结构已是最新", "the schema is up to date"));
        }));
        var file = new Argument<string>("FILE");
        Command backup = Of("backup", place, async (parsed, cancel) =>
        {
            await using Database database = place.Open(parsed);
            await DatabaseBackup.Save(database, parsed.GetValue(file)!, cancel);
            Console.WriteLine(parsed.GetValue(file));
        });
        backup.Arguments.Add(file);
        command.Subcommands.Add(backup);
        var replace = new Option<bool>("--replace");
        Command restore = Of("restore", place, async (parsed, cancel) =>
        {
            await using Database database = place.Open(parsed);
            await DatabaseBackup.Restore(database, parsed.GetValue(file)!, parsed.GetValue(replace), cancel);
            Tell(place, parsed, new Text("已恢复", "restored"));
        });
        restore.Arguments.Add(file);
        restore.Options.Add(replace);
        command.Subcommands.Add(restore);
        return command;
    }

    private static Command Of(string name, PlaceOptions place, Func<ParseResult, CancellationToken, Task> act)
    {
        var command = new Command(name);
        place.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await act(parsed, cancel);
            return 0;
        });
        return command;
    }

    private static void Tell(PlaceOptions place, ParseResult parsed, Text text) => Console.Error.WriteLine(text.In(place.LanguageOf(parsed)));
}
