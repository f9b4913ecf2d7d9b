using System.Collections.Immutable;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Pdf;
using Mingzhang.Publishing.Views;
using Mingzhang.Reading.Formats.Programs;
using Mingzhang.Store;
using Mingzhang.Store.Jobs;
using Mingzhang.Store.Publications;
using Mingzhang.Web.Jobs;
using Mingzhang.Web.Portal;

namespace Mingzhang.Web.Publishing;

/// <summary>Publishes what was asked for: the command builds the book or reads the documents in a process of its own; findings of severity error stop it unless it is forced.</summary>
internal sealed class PublishHandler(PublicationRequests requests) : IWorkHandler
{
    private const int MostNamed = 20;

    public string Kind => PublicationRequests.Kind;

    public async Task<WorkResult> Run(WorkTicket ticket, CancellationToken cancel)
    {
        if (await requests.Find(ticket.Id, cancel) is not { } request) return WorkResult.Failed(new Text("这一请求已不存在", "the request is no longer there"));
        DirectoryInfo place = Directory.CreateTempSubdirectory(PublishProgram.FolderPrefix);
        try
        {
            string input = Path.Combine(place.FullName, "input"), output = Path.Combine(place.FullName, "output");
            await ticket.Report(0, 3, request.IsBook ? new Text("编制并审核", "building and checking") : new Text("读取并审核", "reading and checking"), cancel);
            RequestArchive.Unpack(request.Content, input);
            (ProgramResult result, string said) = request.IsBook ? await Build(request, input, output, cancel) : await Read(input, output, cancel);
            string view = Path.Combine(output, "view.json");
            if (!File.Exists(view)) return Refused(ticket.Id, result, said);
            await ticket.Report(2, 3, new Text("公开", "publishing"), cancel);
            DisclosureView seen = DisclosureViewJson.Read(await File.ReadAllBytesAsync(view, cancel));
            if (seen.Unit.Length == 0) return WorkResult.Failed(new Text("没有读出部门名称，不能公开", "the department's name was not found in it: it cannot be published"), transaction => PublicationRequests.Refuse(transaction, ticket.Id, 0, ""));
            int errors = seen.Check.Count("error");
            if (errors > 0 && !request.IsForced) return Refused(ticket.Id, errors, Named(seen));
            ImmutableArray<PublishedFile> files = ViewPublication.FilesOf(output);
            Publication publication = ViewPublication.Of(seen, files, request.Place);
            return WorkResult.Done(transaction => PublicationRequests.Publish(transaction, ticket.Id, publication, CancellationToken.None));
        }
        catch (StoreException unusable)
        {
            return WorkResult.Failed(unusable.Said, transaction => PublicationRequests.Refuse(transaction, ticket.Id, 0, ""));
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private static async Task<(ProgramResult Result, string Said)> Build(PublicationRequest request, string input, string output, CancellationToken cancel)
    {
        string formats = (PdfDocument.IsPossible ? "pdf," : "") + "docx,xlsx,html,json,csv,view";
        string[] force = request.IsForced ? ["--force"] : [];
        return await PublishProgram.Run(Path.GetDirectoryName(input)!, ["build", input, "-o", output, "--formats", formats, .. force], cancel);
    }

    /// <summary>The view, the documents themselves, and their forms as workbook and data.</summary>
    private static async Task<(ProgramResult Result, string Said)> Read(string input, string output, CancellationToken cancel)
    {
        Directory.CreateDirectory(output);
        // By their names alone: where they lie while they are read is nobody's business and another place every time.
        string[] documents = [.. Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(input, f)).Order(StringComparer.Ordinal)];
        (string Format, string Name)[] wanted = [("view", "view.json"), ("xlsx", "forms.xlsx"), ("csv", "forms.csv"), ("json", "disclosure.json")];
        foreach ((string format, string name) in wanted)
        {
            (ProgramResult result, string said) = await PublishProgram.Run(input, ["read", .. documents, "--as-one", "--format", format, "-o", Path.Combine(output, name)], cancel);
            if (!result.IsGood) return (result, said);
        }

        foreach (string document in documents)
        {
            // Two may have one name, or that of a file made here.
            string copy = Path.Combine(output, Path.GetFileName(document));
            File.Copy(Path.Combine(input, document), File.Exists(copy) ? Path.Combine(output, document.Replace(Path.DirectorySeparatorChar, '-')) : copy);
        }

        return (new ProgramResult(0, "", ProgramEnd.ByItself), "");
    }

    private static WorkResult Refused(Guid id, ProgramResult result, string said)
    {
        // A build with errors says them as its result; what cannot be used is said as a message.
        bool errors = result is { End: ProgramEnd.ByItself, Status: 1 };
        Text why = result.End == ProgramEnd.OutOfTime ? new Text("用时太长，已停止", "it took too long and was stopped")
            : errors ? new Text("有“错误”级问题，没有公开", "there are errors: it was not published")
            : new Text("不能公开", "it cannot be published");
        return WorkResult.Failed(why, transaction => PublicationRequests.Refuse(transaction, id, errors ? 1 : 0, errors ? said : result.Errors.Trim()));
    }

    private static WorkResult Refused(Guid id, int errors, string report) => WorkResult.Failed(
        new Text($"有 {errors} 处“错误”级问题，没有公开", $"there are {errors} errors: it was not published"),
        transaction => PublicationRequests.Refuse(transaction, id, errors, report));

    private static string Named(DisclosureView view) => string.Join('\n', view.Check.Findings.Where(f => f.Severity == "error").Take(MostNamed).Select(f => $"{f.Message.Zh}  {f.Address}".TrimEnd()));
}
