using Dapper;
using Mingzhang.Store;
using Mingzhang.Store.Jobs;
using Mingzhang.Store.Publications;
using Mingzhang.Tests.Web.Jobs;
using Mingzhang.Web.Publishing;
using Npgsql;

namespace Mingzhang.Tests.Web.Publishing;

[Collection(SharedWeb.Name)]
public sealed class PublishTests(RunningWeb web)
{
    private static readonly string Faulty = Directory.GetFiles(Repository.At("examples/check"), "*.txt").Single();

    [StoreFact]
    public async Task A_document_with_errors_is_published_only_when_forced_and_the_same_one_makes_no_new_version()
    {
        await using FreshDatabase fresh = await FreshDatabase.Make(web);
        var requests = new PublicationRequests(fresh.Database);
        await using TestWorker worker = await TestWorker.Start(fresh.Database);
        PublicationRequest request = new(Path.GetFileName(Faulty), false, false, "武汉市", RequestArchive.OfFiles([Faulty]));

        Guid refused = await Ask(request);
        Assert.Equal(WorkStage.Failed, (await worker.End(refused)).Stage);
        PublicationOutcome why = (await requests.Outcome(refused))!;
        Assert.Equal((null, 7), (why.DepartmentId, why.Errors));
        // Each in Chinese, with English beneath.
        Assert.Contains("63.85", why.Report, StringComparison.Ordinal);
        string[] lines = why.Report.Split('\n');
        Assert.Equal(14, lines.Length);
        Assert.All(lines.Where((_, i) => i % 2 == 0), line => Assert.Matches("[\u4e00-\u9fff]", line));
        Assert.All(lines.Where((_, i) => i % 2 == 1), line => Assert.Matches("^  .*[a-z]+ [a-z]+ ", line));
        Assert.Equal(0, await Versions());

        Guid forced = await Ask(request with { IsForced = true });
        Assert.Equal(WorkStage.Done, (await worker.End(forced)).Stage);
        PublicationOutcome published = (await requests.Outcome(forced))!;
        Assert.Equal(("finalAccounts", 2023, true, 7), (published.Kind, published.Year, published.IsNew, published.Errors));
        Assert.Null(await requests.Find(forced));
        Assert.Equal(1, await Versions());

        Guid again = await Ask(request with { IsForced = true });
        Assert.Equal(WorkStage.Done, (await worker.End(again)).Stage);
        Assert.False((await requests.Outcome(again))!.IsNew);
        Assert.Equal(1, await Versions());

        async Task<Guid> Ask(PublicationRequest what)
        {
            Guid id = await requests.Ask(what);
            await worker.Queue.Wake(id);
            return id;
        }

        async Task<int> Versions()
        {
            await using NpgsqlConnection connection = await fresh.Database.Open(CancellationToken.None);
            return await connection.ExecuteScalarAsync<int>("select count(*)::int from disclosure");
        }
    }

    [StoreFact]
    public async Task What_is_no_disclosure_is_refused_with_the_reason()
    {
        await using FreshDatabase fresh = await FreshDatabase.Make(web);
        var requests = new PublicationRequests(fresh.Database);
        string note = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".txt");
        await File.WriteAllTextAsync(note, "今天天气很好。\n");
        Guid id = await requests.Ask(new PublicationRequest("note", false, true, "", RequestArchive.OfFiles([note])));
        File.Delete(note);
        await using TestWorker worker = await TestWorker.Start(fresh.Database);
        Assert.Equal(WorkStage.Failed, (await worker.End(id)).Stage);
        string[] report = (await requests.Outcome(id))!.Report.Split('\n');
        Assert.Matches("[\u4e00-\u9fff]", report[0]);
        Assert.DoesNotMatch("[\u4e00-\u9fff]", report[^1].Replace("今天天气很好", "", StringComparison.Ordinal));
    }

    [StoreFact]
    public async Task A_wrong_book_is_refused_by_its_own_files_names_in_both_languages()
    {
        await using FreshDatabase fresh = await FreshDatabase.Make(web);
        var requests = new PublicationRequests(fresh.Database);
        string book = Directory.CreateTempSubdirectory("mzbook").FullName;
        await File.WriteAllTextAsync(Path.Combine(book, "unit.yaml"), "name: [\n");
        Guid id = await requests.Ask(new PublicationRequest("云山", true, false, "", RequestArchive.OfFolder(book)));
        Directory.Delete(book, recursive: true);
        await using TestWorker worker = await TestWorker.Start(fresh.Database);
        Assert.Equal(WorkStage.Failed, (await worker.End(id)).Stage);
        string report = (await requests.Outcome(id))!.Report;
        Assert.DoesNotContain(Path.GetTempPath(), report, StringComparison.Ordinal);
        Assert.Contains("unit.yaml", report, StringComparison.Ordinal);
        Assert.Contains("错误", report, StringComparison.Ordinal);
        Assert.Contains("error", report, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task What_was_given_up_is_kept_whole_and_published_when_asked_for_again()
    {
        await using FreshDatabase fresh = await FreshDatabase.Make(web);
        var requests = new PublicationRequests(fresh.Database);
        var ledger = new WorkLedger(fresh.Database, new WorkPatience { MostLost = 1 });
        Guid id = await requests.Ask(new PublicationRequest("a.txt", false, true, "", RequestArchive.OfFiles([Faulty])));
        Assert.NotNull(await ledger.Claim(id));
        Assert.Null(await ledger.Claim(id));
        Assert.Equal([(id, "a.txt")], await requests.GivenUp());
        Assert.True(await ledger.AskAgain(id));
        Assert.Empty(await requests.GivenUp());
        await using TestWorker worker = await TestWorker.Start(fresh.Database);
        Assert.Equal(WorkStage.Done, (await worker.End(id)).Stage);
    }

    [Fact]
    public void A_folder_stands_for_the_books_in_it_and_what_is_neither_is_refused_before_any_is_taken()
    {
        var asked = new AskedPublications(false, "");
        string examples = Repository.At("examples"), check = Repository.At("examples", "check");
        string[] books = [.. Directory.EnumerateDirectories(examples).Where(d => File.Exists(Path.Combine(d, "unit.yaml"))).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];
        Assert.Equal(books, asked.Each([examples]).Select(a => a.Name));
        Assert.Equal([Path.GetFileName(Faulty), books[0]], asked.Each([Faulty, Path.Combine(examples, books[0]) + "/"]).Select(a => a.Name));
        Assert.True(asked.Each([Path.Combine(examples, books[0])]).Single().Pack().IsBook);
        Assert.Throws<StoreException>(() => asked.Each([Path.Combine(examples, books[0]), check]));
        Assert.Throws<StoreException>(() => asked.Each([Path.Combine(check, "nothing")]));
    }
}
