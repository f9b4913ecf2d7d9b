using System.Text;
using Dapper;
using Mingzhang.Store.Publications;
using Npgsql;

namespace Mingzhang.Tests.Web.Publications;

[Collection(SharedWeb.Name)]
public sealed class PublicationWriterTests(RunningWeb web)
{
    private readonly PublicationReader _reader = new(web.Database);

    [StoreFact]
    public async Task What_is_published_can_be_read_back()
    {
        PublishedVersion version = await PublicationWriter.Publish(web.Database, Of("写入局", "甲"));
        Assert.True(version is { Version: 1, IsNew: true, Replaced: null });
        Assert.Equal("甲", Encoding.UTF8.GetString(await _reader.View(version.DisclosureId)));
        PublishedEntry entry = Assert.Single(await _reader.Versions(version.DepartmentId, "finalAccounts", 2023));
        Assert.Equal(("写入局", 1, 2), (entry.Department, entry.Errors, entry.Warnings));
        Assert.Contains("\"passed\": 5", entry.Summary, StringComparison.Ordinal);
        PublishedFileEntry listed = Assert.Single(await _reader.Files(version.DisclosureId));
        Assert.Equal(("决算.json", 3L), (listed.Name, listed.Size));
        Assert.Equal("甲", Encoding.UTF8.GetString((await _reader.File(version.DisclosureId, "决算.json"))!.Value.File.Content.Span));
        Assert.Null(await _reader.File(version.DisclosureId, "../决算.json"));
        Assert.Equal(12.34m, Assert.Single(await _reader.Numbers(version.DepartmentId, "main/")).Number);
    }

    [StoreFact]
    public async Task A_new_version_takes_the_place_of_the_old_one_with_its_figures_and_the_old_one_stays()
    {
        PublishedVersion first = await PublicationWriter.Publish(web.Database, Of("换版局", "甲")), second = await PublicationWriter.Publish(web.Database, Of("换版局", "乙"));
        Assert.True(second is { Version: 2, IsNew: true } && second.Replaced == first.DisclosureId);
        Assert.Equal([(2, true), (1, false)], (await _reader.Versions(first.DepartmentId, "finalAccounts", 2023)).Select(v => (v.Version, v.IsCurrent)));
        Assert.Equal("甲", Encoding.UTF8.GetString(await _reader.View(first.DisclosureId)));
        await using NpgsqlConnection connection = web.Database.Open();
        Assert.Equal([second.DisclosureId], await connection.QueryAsync<long>("select distinct disclosure_id from figure where disclosure_id = any(@ids)", new { ids = new[] { first.DisclosureId, second.DisclosureId } }));
    }

    [StoreFact]
    public async Task The_same_again_changes_nothing()
    {
        PublishedVersion first = await PublicationWriter.Publish(web.Database, Of("重复局", "甲"));
        PublishedVersion again = await PublicationWriter.Publish(web.Database, Of("重复局", "甲"));
        Assert.Equal(first with { IsNew = false }, again);
        Assert.Single(await _reader.Versions(first.DepartmentId, "finalAccounts", 2023));
    }

    [StoreFact]
    public async Task A_publication_that_fails_on_the_way_leaves_nothing()
    {
        await PublicationWriter.Publish(web.Database, Of("半途局", "甲"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => PublicationWriter.Publish(web.Database, Of("半途局", "乙") with { Along = [new Failing()] }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => PublicationWriter.Publish(web.Database, Of("全无局", "乙") with { Along = [new Failing()] }));
        Assert.Empty(await _reader.Departments(null, "全无局", 0, 9));
        PublishedDepartment department = Assert.Single(await _reader.Departments(null, "半途局", 0, 9));
        PublishedEntry entry = Assert.Single(await _reader.CurrentOf([department.Id]));
        Assert.Equal("甲", Encoding.UTF8.GetString(await _reader.View(entry.Id)));
    }

    [StoreFact]
    public async Task Publications_of_one_department_at_once_become_versions_one_after_the_other()
    {
        PublishedVersion[] versions = await Task.WhenAll(Enumerable.Range(1, 6).Select(n => PublicationWriter.Publish(web.Database, Of("同时局", n.ToString(System.Globalization.CultureInfo.InvariantCulture)))));
        Assert.Equal([1, 2, 3, 4, 5, 6], versions.Select(v => v.Version).Order());
        Assert.Single(await _reader.Versions(versions[0].DepartmentId, "finalAccounts", 2023), v => v.IsCurrent);
    }

    [StoreFact]
    public async Task A_given_PDF_with_other_bytes_is_a_new_version_and_a_built_one_is_not()
    {
        PublishedFile Pdf(string bytes, bool built) => new("决算.pdf", "application/pdf", Encoding.UTF8.GetBytes(bytes)) { IsBuilt = built };
        int[] versions = new int[4];
        for (int i = 0; i < versions.Length; i++)
            versions[i] = (await PublicationWriter.Publish(web.Database, Of("重排局", "甲") with { Files = [Pdf(i % 2 == 0 ? "早" : "晚", built: i < 2)] })).Version;
        Assert.Equal([1, 1, 2, 3], versions);
    }

    [StoreFact]
    public async Task Every_process_learns_of_a_publication_and_whose_it_is()
    {
        long before = (await _reader.Since(0)).Now.Revision;
        PublishedVersion version = await PublicationWriter.Publish(web.Database, Of("得知局", "甲"));
        PublishedChange change = await _reader.Since(before);
        Assert.True(change.Now.Revision > before);
        Assert.Contains(version.DepartmentId, change.Departments);
    }

    private static Publication Of(string department, string view) => new()
    {
        Department = department,
        Place = "某市",
        Kind = "finalAccounts",
        Year = 2023,
        Title = "2023年度部门决算",
        Unit = department,
        Edition = "final-accounts/2023",
        Counts = new CheckCounts(5, 3, 1, 1, 2, 0, 0),
        View = Encoding.UTF8.GetBytes(view),
        Files = [new PublishedFile("决算.json", "application/json", Encoding.UTF8.GetBytes(view))],
        Figures = [new PublishedFigure("01", "1", "1", 1, "一般公共预算财政拨款收入", 12.34m)],
        Numbers = [new PublishedNumber("main/income", 12.34m)],
    };

    private sealed class Failing : IPublishedAlong
    {
        public Task Write(NpgsqlConnection connection, PublishedVersion version, CancellationToken cancel) => throw new InvalidOperationException("on the way");
    }
}
