using System.Text.Json;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Views;
using Mingzhang.Reading.Formats.Programs;
using Mingzhang.Store.Examinations;
using Mingzhang.Store.Jobs;
using Mingzhang.Web.Jobs;

namespace Mingzhang.Web.Examinations;

/// <summary>The check of an upload: the command reads and checks the files in a folder of their own, its result is kept.</summary>
internal sealed class ExaminationWork(ExaminationStore store, MingzhangProgram program, ExaminationLimits limits) : IWorkHandler
{
    private const int Steps = 4;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(400);

    private static readonly Text Fetching = new("正在取出文件", "taking out the files"), Checking = new("正在读取和审核", "reading and checking"), Keeping = new("正在整理结果", "preparing the result");

    public string Kind => ExaminationStore.WorkKind;

    public async Task<WorkResult> Run(WorkTicket ticket, CancellationToken cancel)
    {
        await ticket.Report(1, Steps, Fetching, cancel);
        using WorkFolder folder = await WorkFolder.Of(store, ticket.Id, null, cancel);
        if (folder.Files.Count == 0) return WorkResult.Failed(new Text("文件已经删除。", "The files are gone."));
        bool asOne = await store.IsAsOne(ticket.Id, cancel) ?? false;
        using var wanted = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task<(byte[] Output, ProgramResult Result)> running = program.Run(
            folder.Path, ["check", .. folder.Files.Select(f => f.Name), .. asOne ? (string[])["--as-one"] : [], "--format", "view", "--max-size", program.MaxSize], limits.CheckTime, wanted.Token);
        try
        {
            while (await Task.WhenAny(running, Task.Delay(LookEvery, CancellationToken.None)) != running)
            {
                if (MingzhangProgram.PagesRecognised(folder.Path) is var (done, total))
                    await ticket.Report(done, total, new Text($"正在识别扫描页：已完成 {done} 页，共 {total} 页", $"recognising scanned pages: {done} of {total}"), cancel);
                else await ticket.Report(2, Steps, Checking, cancel);
            }
        }
        finally
        {
            // Where this start ends early, the program ends before its folder goes.
            await wanted.CancelAsync();
            await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        (byte[] output, ProgramResult result) = await running;
        if (result.End != ProgramEnd.ByItself || output.Length == 0) return WorkResult.Failed(MingzhangProgram.Why(result));
        await ticket.Report(3, Steps, Keeping, cancel);
        return Of(ticket.Id, output);
    }

    private static WorkResult Of(Guid id, byte[] output)
    {
        CheckView view;
        try
        {
            view = JsonSerializer.Deserialize(output, ViewJson.Shown.CheckView)!;
        }
        catch (JsonException)
        {
            return WorkResult.Failed(MingzhangProgram.Why(new ProgramResult(1, "", ProgramEnd.ByItself)));
        }

        if (view.Documents.IsEmpty || view.Documents.All(d => d.Problem is not null))
            return WorkResult.Failed(view.Documents.Select(d => d.Problem).FirstOrDefault() ?? MingzhangProgram.Why(new ProgramResult(1, "", ProgramEnd.ByItself)));
        FindingView[] findings = [.. view.Documents.SelectMany(d => d.Findings)];
        var kept = new ExaminationResult(
            PackedView.Pack(output),
            view.Documents.First(d => d.Problem is null).Heading,
            new FindingCounts(Count("error"), Count("warning"), Count("rounding"), Count("info")),
            [.. view.Documents.SelectMany((d, i) => d.Findings.Select(f => (i + 1, f.Id)))]);
        return WorkResult.Done(transaction => ExaminationStore.Keep(transaction, id, kept));

        int Count(string severity) => findings.Count(f => f.Severity == severity);
    }
}
