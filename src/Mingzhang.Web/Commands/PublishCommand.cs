using System.CommandLine;
using Mingzhang.Core.Findings;
using Mingzhang.Store;
using Mingzhang.Store.Jobs;
using Mingzhang.Store.Publications;
using Mingzhang.Store.Schema;
using Mingzhang.Web.Jobs;
using Mingzhang.Web.Operations;
using Mingzhang.Web.Portal;
using Mingzhang.Web.Publishing;

namespace Mingzhang.Web.Commands;

/// <summary><c>publish BOOK|FOLDER|FILE…</c>: keeps what is to be published, does the work where no other worker does it sooner, and says of each one where it is or why not.</summary>
internal static class PublishCommand
{
    private const int Priority = 4, WithErrors = 1, Unusable = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    public static Command Create(PlaceOptions place)
    {
        var what = new Argument<string[]>("BOOK|FOLDER|FILE") { Arity = ArgumentArity.ZeroOrMore };
        var asOne = new Option<bool>("--as-one");
        var force = new Option<bool>("--force");
        var where = new Option<string?>("--place") { HelpName = "TEXT" };
        var again = new Option<bool>("--again");
        var command = new Command("publish") { what, asOne, force, where, again };
        command.Validators.Add(given =>
        {
            if (given.GetValue(again) == (given.GetValue(what) is { Length: > 0 })) given.AddError("BOOK|FOLDER|FILE… / --again");
        });
        place.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var asked = new AskedPublications(parsed.GetValue(force), parsed.GetValue(where) ?? "");
            IReadOnlyList<AskedPublication> wanted = parsed.GetValue(asOne) ? asked.AsOne(parsed.GetValue(what)!) : asked.Each(parsed.GetValue(what)!);
            using var temporary = OwnTemporaryFolder.Enter();
            await using Database database = place.Open(parsed);
            await SchemaUpgrade.Run(database, cancel: cancel);
            return await Run(database, wanted, new Said(place.LanguageOf(parsed), place.WebAddress(parsed)), cancel);
        });
        return command;
    }

    /// <summary>Publishes; without anything wanted, what was given up before.</summary>
    private static async Task<int> Run(Database database, IReadOnlyList<AskedPublication> wanted, Said said, CancellationToken cancel)
    {
        using IHost worker = WorkerCommand.Host(database, cluster: null, quiet: true);
        await worker.StartAsync(cancel);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, worker.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        cancel = either.Token;
        try
        {
            var store = worker.Services.GetRequiredService<PublicationRequests>();
            var queue = worker.Services.GetRequiredService<WorkQueue>();
            var ledger = worker.Services.GetRequiredService<WorkLedger>();
            int status = 0;
            var taken = new List<(Guid Id, string Name)>();
            foreach (AskedPublication one in wanted)
            {
                try
                {
                    taken.Add((await store.Ask(one.Pack(), cancel), one.Name));
                }
                catch (StoreException unusable)
                {
                    said.Tell(one.Name, unusable.Said);
                    status = Unusable;
                }
            }

            if (wanted.Count == 0)
            {
                foreach ((Guid id, string name) in await store.GivenUp(cancel))
                    if (await ledger.AskAgain(id, cancel)) taken.Add((id, name));
                if (taken.Count == 0) said.Tell("publish", new Text("没有被放弃的请求", "no request was given up"));
            }

            foreach ((Guid id, _) in taken) await queue.Wake(id, Priority);
            foreach ((Guid id, string name) in taken) status = Math.Max(status, await End(ledger, store, id, name, said, cancel));
            return status;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            said.Tell("publish", new Text("已中断；收下的请求会由网站或 worker 继续完成", "broken off; what was taken is done by the web or a worker"));
            return Unusable;
        }
        finally
        {
            await worker.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Waits for one and says how it ended: its address, or why it is not published.</summary>
    private static async Task<int> End(WorkLedger ledger, PublicationRequests store, Guid id, string name, Said said, CancellationToken cancel)
    {
        WorkState end = await Wait(ledger, id, name, said, cancel);
        PublicationOutcome? outcome = await store.Outcome(id, cancel);
        if (end.Stage == WorkStage.Done && outcome is { DepartmentId: { } department })
        {
            // Nobody who follows the address is to find what was there before.
            await Task.Delay(PublicationReader.Freshness, cancel);
            said.Published(PublishedPaths.OfDisclosure(department, outcome.Year!.Value, outcome.Kind!));
            if (!outcome.IsNew) said.Tell(name, new Text("与已公开的内容相同，没有新版本", "says the same as what is published: no new version"));
            return outcome.Errors > 0 ? WithErrors : 0;
        }

        said.Tell(name, end.Said);
        if (outcome is { Report.Length: > 0 }) Said.Report(outcome.Report);
        if (end.IsGivenUp) said.Tell(name, new Text("重新开始：mingzhang publish --again", "to start it again: mingzhang publish --again"));
        return outcome is { Errors: > 0 } ? WithErrors : Unusable;
    }

    private static async Task<WorkState> Wait(WorkLedger ledger, Guid id, string name, Said said, CancellationToken cancel)
    {
        string last = "";
        while (true)
        {
            WorkState? state = null;
            try
            {
                state = await ledger.Find(id, cancel) ?? throw new StoreException(new Text("这一请求已不存在", "the request is no longer there"));
            }
            catch (Exception e) when (DatabaseAway.Is(e))
            {
                // It is kept; the database comes back.
            }

            if (state is { IsOver: true }) return state;
            if (state is not null && state.Said.En != last && state.Said.En.Length > 0)
            {
                last = state.Said.En;
                said.Goes(name, state.Said);
            }

            await Task.Delay(Pause, cancel);
        }
    }

    /// <summary>Messages of one run, in its language.</summary>
    private sealed class Said(string language, string web)
    {
        /// <summary>The one line of what is published.</summary>
        public void Published(string path) => Console.WriteLine(web + path);

        /// <summary>What is wrong with the one that was named last, in both languages.</summary>
        public static void Report(string report) => Console.Error.WriteLine(string.Join('\n', report.Split('\n').Select(line => "  " + line)));

        public void Tell(string name, Text text) => Console.Error.WriteLine($"{name}: {text.In(language)}");

        /// <summary>How far it is, for a person who waits.</summary>
        public void Goes(string name, Text text)
        {
            if (!Console.IsErrorRedirected) Tell(name, text);
        }
    }
}
