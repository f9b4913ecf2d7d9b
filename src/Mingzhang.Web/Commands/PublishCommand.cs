using System.CommandLine;
using Mingzhang.Core.Findings;
using Mingzhang.Store;
using Mingzhang.Store.Jobs;
using Mingzhang.Store.Publications;
using Mingzhang.Store.Schema;
using Mingzhang.Web.Jobs;
using Mingzhang.Web.Publishing;

namespace Mingzhang.Web.Commands;

/// <summary><c>publish BOOK|FILE…</c>: keeps what is to be published, does the work where no other worker does it sooner, and gives the address.</summary>
internal static class PublishCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    public static Command Create(PlaceOptions place)
    {
        var what = new Argument<string[]>("BOOK|FILE") { Arity = ArgumentArity.OneOrMore };
        var asOne = new Option<bool>("--as-one");
        var force = new Option<bool>("--force");
        var where = new Option<string?>("--place") { HelpName = "TEXT" };
        var command = new Command("publish") { what, asOne, force, where };
        place.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            IReadOnlyList<PublicationRequest> requests = Requests(parsed.GetValue(what)!, parsed.GetValue(asOne), parsed.GetValue(force), parsed.GetValue(where) ?? "");
            await using Database database = place.Open(parsed);
            await SchemaUpgrade.Run(database, cancel: cancel);
            return await Run(database, requests, new Said(place.LanguageOf(parsed)), place.WebAddress(parsed), cancel);
        });
        return command;
    }

    private static async Task<int> Run(Database database, IReadOnlyList<PublicationRequest> requests, Said said, string web, CancellationToken cancel)
    {
        using IHost worker = WorkerCommand.Host(database, cluster: null, quiet: true);
        await worker.StartAsync(cancel);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, worker.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        cancel = either.Token;
        try
        {
            return await Publish(worker.Services, requests, said, web, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            said.Tell("publish", new Text("已中断；收下的请求会由网站或 worker 继续完成", "broken off; what was taken is done by the web or a worker"));
            return 2;
        }
        finally
        {
            await worker.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<int> Publish(IServiceProvider services, IReadOnlyList<PublicationRequest> requests, Said said, string web, CancellationToken cancel)
    {
        var store = services.GetRequiredService<PublicationRequests>();
        var ids = new List<(Guid Id, string Name)>();
        foreach (PublicationRequest request in requests)
        {
            Guid id = await store.Ask(request, cancel);
            await services.GetRequiredService<WorkQueue>().Wake(id, 4);
            ids.Add((id, request.Name));
        }

        int status = 0;
        foreach ((Guid id, string name) in ids)
        {
            WorkState end = await Wait(services.GetRequiredService<WorkLedger>(), id, name, said, cancel);
            PublicationOutcome? outcome = await store.Outcome(id, cancel);
            if (end.Stage == WorkStage.Done && outcome is { DepartmentId: { } department })
            {
                Console.WriteLine($"{web}{Portal.PublishedPaths.OfDisclosure(department, outcome.Year!.Value, outcome.Kind!)}");
                if (!outcome.IsNew) said.Tell(name, new Text("与已公开的内容相同，没有新版本", "says the same as what is published: no new version"));
                if (outcome.Errors > 0) status = Math.Max(status, 1);
                continue;
            }

            if (outcome is { Report.Length: > 0 }) await Console.Error.WriteLineAsync(outcome.Report);
            said.Tell(name, end.Said);
            status = Math.Max(status, outcome is { Errors: > 0 } ? 1 : 2);
        }

        return status;
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
                said.Tell(name, state.Said);
            }

            await Task.Delay(Pause, cancel);
        }
    }

    private static IReadOnlyList<PublicationRequest> Requests(string[] arguments, bool asOne, bool force, string place)
    {
        foreach (string missing in arguments.Where(a => !File.Exists(a) && !Directory.Exists(a)))
            throw new StoreException(new Text($"{missing}：没有这个文件或文件夹", $"{missing}: no such file or folder"));
        foreach (string folder in arguments.Where(a => Directory.Exists(a) && (asOne || !File.Exists(Path.Combine(a, "unit.yaml")))))
            throw new StoreException(new Text($"{folder}：不是账簿（里面没有 unit.yaml）；文件请逐个列出", $"{folder}: not a book (there is no unit.yaml in it); name documents one by one"));
        if (asOne) return [new PublicationRequest(Path.GetFileName(arguments[0]), false, force, place, RequestArchive.OfFiles(arguments))];
        return
        [
            .. arguments.Select(a => Directory.Exists(a)
                ? new PublicationRequest(Path.GetFileName(Path.GetFullPath(a).TrimEnd(Path.DirectorySeparatorChar)), true, force, place, RequestArchive.OfFolder(a))
                : new PublicationRequest(Path.GetFileName(a), false, force, place, RequestArchive.OfFiles([a]))),
        ];
    }

    /// <summary>Messages of one run, in its language.</summary>
    private sealed class Said(string language)
    {
        public void Tell(string name, Text text) => Console.Error.WriteLine($"{name}: {text.In(language)}");
    }
}
