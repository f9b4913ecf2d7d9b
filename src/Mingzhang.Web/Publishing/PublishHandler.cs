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
            if (await (request.IsBook ? Build(input, output, "zh", cancel) : Read(input, output, "zh", cancel)) is { } bad)
            {
                // What is wrong is said once more in the other language, and of the files as they were given.
                ProgramResult? other = bad.End == ProgramEnd.ByItself ? await (request.IsBook ? Build(input, output, "en", cancel) : Read(input, output, "en", cancel)) : null;
                return Unusable(ticket.Id, bad, $"{bad.Errors.Trim()}\n{other?.Errors.Trim()}".Trim().Replace(input + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace(input, request.Name, StringComparison.Ordinal));
            }

            string view = Path.Combine(output, "view.json");
            await ticket.Report(2, 3, new Text("公开", "publishing"), cancel);
            DisclosureView seen = DisclosureViewJson.Read(await File.ReadAllBytesAsync(view, cancel));
            if (seen.Unit.Length == 0) return WorkResult.Failed(new Text("没有读出部门名称，不能公开", "the department's name was not found in it: it cannot be published"), transaction => PublicationRequests.Refuse(transaction, ticket.Id, 0, ""));
            int errors = seen.Check.Count("error");
            if (errors > 0 && !request.IsForced) return Refused(ticket.Id, errors, Named(seen));
            ImmutableArray<PublishedFile> files = ViewPublication.FilesOf(output, request.IsBook);
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

    /// <summary>The files of the book, whatever the check finds: what it finds is in the view. Null where they are there.</summary>
    private static async Task<ProgramResult?> Build(string input, string output, string language, CancellationToken cancel)
    {
        string formats = (PdfDocument.IsPossible ? "pdf," : "") + "docx,xlsx,html,json,csv,view";
        ProgramResult result = await PublishProgram.Run(Path.GetDirectoryName(input)!, ["build", input, "-o", output, "--formats", formats, "--force", "--lang", language], cancel);
        return result.End == ProgramEnd.ByItself && File.Exists(Path.Combine(output, "view.json")) ? null : result;
    }

    /// <summary>The view, the documents themselves, and their forms as workbook and data. Null where they are there.</summary>
    private static async Task<ProgramResult?> Read(string input, string output, string language, CancellationToken cancel)
    {
        Directory.CreateDirectory(output);
        // By their names alone: where they lie while they are read is nobody's business and another place every time.
        string[] documents = [.. Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(input, f)).Order(StringComparer.Ordinal)];
        (string Format, string Name)[] wanted = [("view", "view.json"), ("xlsx", "forms.xlsx"), ("csv", "forms.csv"), ("json", "disclosure.json")];
        foreach ((string format, string name) in wanted)
        {
            ProgramResult result = await PublishProgram.Run(input, ["read", .. documents, "--as-one", "--format", format, "-o", Path.Combine(output, name), "--lang", language], cancel);
            if (!result.IsGood) return result;
        }

        foreach (string document in documents)
        {
            // Two may have one name, or that of a file made here.
            string copy = Path.Combine(output, Path.GetFileName(document));
            File.Copy(Path.Combine(input, document), File.Exists(copy) ? Path.Combine(output, document.Replace(Path.DirectorySeparatorChar, '-')) : copy);
        }

        return null;
    }

    private static WorkResult Unusable(Guid id, ProgramResult result, string report)
    {
        Text why = result.End == ProgramEnd.OutOfTime ? new Text("用时太长，已停止", "it took too long and was stopped") : new Text("内容不能使用，没有公开", "it cannot be used and was not published");
        return WorkResult.Failed(why, transaction => PublicationRequests.Refuse(transaction, id, 0, report));
    }

    private static WorkResult Refused(Guid id, int errors, string report) => WorkResult.Failed(
        new Text($"有 {errors} 处“错误”级问题，没有公开", $"there are {errors} errors: it was not published"),
        transaction => PublicationRequests.Refuse(transaction, id, errors, report));

    private static string Named(DisclosureView view)
    {
        PublishedFinding[] errors = [.. view.Check.Findings.Where(f => f.Severity == "error")];
        IEnumerable<string> named = errors.Take(MostNamed).SelectMany(f => (string[])[f.Address is { Length: > 0 } ? $"{f.Message.Zh}（{f.Address}）" : f.Message.Zh, "  " + f.Message.En]);
        return string.Join('\n', errors.Length <= MostNamed ? named : named.Append($"…… 还有 {errors.Length - MostNamed} 处 / and {errors.Length - MostNamed} more"));
    }
}
