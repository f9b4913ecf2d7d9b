using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Web;
using Mingzhang.Web.Examinations;
using Npgsql;

namespace Mingzhang.Tests.Web.Examinations;

[Collection(SharedWeb.Name)]
public sealed partial class ExaminationTests(RunningWeb web) : IDisposable
{
    private readonly CheckVisit _visit = new(web.Address ?? new Uri("http://127.0.0.1"));

    public void Dispose() => _visit.Dispose();

    [StoreFact]
    public async Task A_document_is_checked_and_its_findings_stand_beside_its_text()
    {
        string path = await _visit.Check(("云山区河湖管护局.txt", CheckVisit.Example)), page = await _visit.Page(path);
        Assert.Equal(11, Cards(page));
        Assert.Contains("100 × 1358.41 ÷ 1365.36", page, StringComparison.Ordinal);
        Assert.Contains("<mark class=\"error\"", page, StringComparison.Ordinal);
        Assert.Contains("未检", page, StringComparison.Ordinal);
        Assert.Contains("云山区河湖管护局 2023年度部门决算", await _visit.Page("/check"), StringComparison.Ordinal);
        string english = await _visit.Page("/en" + path);
        Assert.Contains("the intervals do not meet", english, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task The_page_of_a_check_under_way_asks_again_only_without_script()
    {
        await using FreshDatabase idle = await FreshDatabase.Make(web);
        await using WebApplication pages = WebSite.Create(idle.Database, "http://127.0.0.1:0", works: false);
        await pages.StartAsync();
        using var visit = new CheckVisit(new Uri(pages.Urls.First()));
        using HttpResponseMessage taken = await visit.Upload("/check", true, ("a.txt", CheckVisit.Example));
        using HttpResponseMessage waiting = await visit.Get(taken.Headers.Location!.ToString());
        Assert.False(waiting.Headers.Contains("Refresh"));
        Assert.Contains("<noscript><meta http-equiv=\"refresh\" content=\"2\" /></noscript>", await waiting.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Filters_stand_in_the_address()
    {
        string path = await _visit.Check(("a.txt", CheckVisit.Example));
        Assert.Equal(4, Cards(await _visit.Page(path + "?severity=warning")));
        Assert.Equal(7, Cards(await _visit.Page(path + "?severity=error")));
        string page = await _visit.Page(path);
        string part = OptionPattern().Match(page).Groups[1].Value;
        Assert.InRange(Cards(await _visit.Page($"{path}?part={part}")), 1, 10);
        Assert.Equal(11, Cards(await _visit.Page(path + "?part=99999&severity=%3Cb%3E&state=x&doc=-1&view=%22")));
    }

    [StoreFact]
    public async Task Asked_for_by_severity_errors_come_before_warnings_with_the_numbers_of_their_places()
    {
        string path = await _visit.Check(("a.txt", CheckVisit.Example));
        string[] asPlaced = SeveritiesAndNumbers(await _visit.Page(path)), bySeverity = SeveritiesAndNumbers(await _visit.Page(path + "?order=severity"));
        Assert.Equal(asPlaced.OrderBy(c => c.StartsWith("error", StringComparison.Ordinal) ? 0 : 1), bySeverity);
        Assert.NotEqual(asPlaced, bySeverity);
    }

    [StoreFact]
    public async Task Another_visitor_finds_nothing_of_it()
    {
        string path = await _visit.Check(("a.txt", CheckVisit.Example));
        using var other = new CheckVisit(web.Address);
        string proof = await other.Proof();
        foreach (string below in new[] { "", "/exports/report", "/exports/findings", "/pages/1/1.png", "/comparison", "/delete" })
        {
            using HttpResponseMessage answer = await other.Get(path + below);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using HttpResponseMessage decided = await other.Post(path + "/decisions", ("proof", proof), ("doc", "1"), ("finding", "d9e1b8cd1960"), ("decision", "accepted"));
        using HttpResponseMessage deleted = await other.Post(path + "/delete", ("proof", proof));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (decided.StatusCode, deleted.StatusCode));
        Assert.Equal(11, Cards(await _visit.Page(path)));
    }

    [StoreFact]
    public async Task A_finding_is_dismissed_with_a_reason_only_and_the_reason_is_kept()
    {
        string path = await _visit.Check(("a.txt", CheckVisit.Example)), proof = await _visit.Proof(), id = FindingPattern().Match(await _visit.Page(path)).Groups[1].Value;
        using HttpResponseMessage without = await Decide(path, proof, id, "dismissed", " ");
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        using HttpResponseMessage with = await Decide(path, proof, id, "dismissed", "<b>与原件核对无误</b>");
        Assert.Equal(path + "?severity=error#f1", with.Headers.Location!.ToString());
        string page = await _visit.Page(path);
        Assert.Contains("&lt;b&gt;与原件核对无误&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("已处理 1 处（不采纳 1）", page, StringComparison.Ordinal);
        Assert.Equal(1, Cards(await _visit.Page(path + "?state=dismissed")));
        Assert.Equal(10, Cards(await _visit.Page(path + "?state=open")));
        using HttpResponseMessage undone = await Decide(path, proof, id, "none", "");
        Assert.Equal(11, Cards(await _visit.Page(path + "?state=open")));
        using HttpResponseMessage forged = await Decide(path, new string('0', 64), id, "accepted", "");
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        // Forms are sent to an address without a page: the other language is had at the page that has them.
        Assert.Contains($"id=\"language\" href=\"/en{path}\"", await forged.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_decision_in_place_is_answered_with_the_finding_and_the_counts_alone()
    {
        string path = await _visit.Check(("a.txt", CheckVisit.Example)), proof = await _visit.Proof(), id = FindingPattern().Match(await _visit.Page(path)).Groups[1].Value;
        (string, string)[] fields = [("proof", proof), ("doc", "1"), ("finding", id), ("decision", "accepted"), ("reason", "")];
        using HttpResponseMessage shown = await _visit.Swap(path + "/decisions", fields);
        string part = await shown.Content.ReadAsStringAsync();
        Assert.StartsWith("<li class=\"finding ", part, StringComparison.Ordinal);
        Assert.Equal(1, Cards(part));
        Assert.Contains("<p class=\"counts\" id=\"counts\" hx-swap-oob=\"true\">", part, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", part, StringComparison.Ordinal);
        using HttpResponseMessage hidden = await _visit.Swap(path + "/decisions", [.. fields, ("from", "?state=open")]);
        Assert.Equal("delete", Assert.Single(hidden.Headers.GetValues("HX-Reswap")));
        Assert.Equal(0, Cards(await hidden.Content.ReadAsStringAsync()));
        using HttpResponseMessage forged = await _visit.Swap(path + "/decisions", [("proof", new string('0', 64)), .. fields[1..]]);
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
    }

    [StoreFact]
    public async Task The_corrected_document_shows_what_is_fixed_what_remains_and_what_is_new_and_keeps_decisions()
    {
        string path = await _visit.Check(("a.txt", CheckVisit.Example)), proof = await _visit.Proof();
        string id = FindingPattern().Match(await _visit.Page(path)).Groups[1].Value;
        using HttpResponseMessage dismissed = await Decide(path, proof, id, "dismissed", "已说明");
        string corrected = await _visit.Check(path + "/correction", true, ("a.txt", CheckVisit.Corrected));
        string comparison = await _visit.Page(corrected + "/comparison");
        Assert.Equal(["1", "10", "1"], CountPattern().Matches(comparison).Select(m => m.Groups[1].Value));
        Assert.Contains("已说明", await _visit.Page(corrected), StringComparison.Ordinal);
        Assert.Contains(corrected + "/comparison", await _visit.Page(path), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Everything_can_be_taken_along()
    {
        string path = await _visit.Check(("某局.txt", CheckVisit.Example));
        string findings = await _visit.Page(path + "/exports/findings"), sarif = await _visit.Page(path + "/exports/sarif"), report = await _visit.Page(path + "/exports/report"), cells = await _visit.Page(path + "/exports/cells");
        Assert.Equal(11, JsonDocument.Parse(findings).RootElement.GetProperty("findings").GetArrayLength());
        Assert.Equal("2.1.0", JsonDocument.Parse(sarif).RootElement.GetProperty("version").GetString());
        Assert.Contains("Content-Security-Policy", report, StringComparison.Ordinal);
        Assert.StartsWith("file,unit,year", cells.TrimStart('\ufeff'), StringComparison.Ordinal);
        using HttpResponseMessage forms = await _visit.Get(path + "/exports/forms");
        using var workbook = new ZipArchive(await forms.Content.ReadAsStreamAsync());
        Assert.NotNull(workbook.GetEntry("xl/workbook.xml"));
        Assert.Equal("attachment", forms.Content.Headers.ContentDisposition!.DispositionType);
        using HttpResponseMessage marked = await _visit.Get(path + "/exports/marked");
        Assert.Equal(HttpStatusCode.NotFound, marked.StatusCode);
        using HttpResponseMessage none = await _visit.Get(path + "/exports/..%2f..%2fetc");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [StoreFact]
    public async Task Several_documents_are_checked_against_each_other_and_parts_of_one_together()
    {
        byte[] clean = File.ReadAllBytes(Fixture.PathOf("clean-2023-tabbed.txt"));
        string apart = await _visit.Check("/check", false, ("a.txt", CheckVisit.Example), ("b.txt", clean));
        Assert.Contains("?doc=2", await _visit.Page(apart), StringComparison.Ordinal);
        Assert.Contains("没有发现问题", await _visit.Page(apart + "?doc=2"), StringComparison.Ordinal);
        string whole = Encoding.UTF8.GetString(CheckVisit.Example);
        int middle = whole.IndexOf("第三部分 云山区河湖管护局2023年度部门决算情况说明", StringComparison.Ordinal);
        middle = middle < 1000 ? whole.LastIndexOf("第三部分", StringComparison.Ordinal) : middle;
        string together = await _visit.Check("/check", true, ("一.txt", Encoding.UTF8.GetBytes(whole[..middle])), ("二.txt", Encoding.UTF8.GetBytes(whole[middle..])));
        Assert.DoesNotContain("?doc=2", await _visit.Page(together), StringComparison.Ordinal);
        byte[] zip = ZipFiles.Zip(("甲/a.txt", whole), ("乙/说明.txt", "这里没有数据"));
        string archive = await _visit.Page(await _visit.Check(("文件.zip", zip)));
        Assert.Contains("云山区河湖管护局 2023年度部门决算", archive, StringComparison.Ordinal);
        Assert.Contains("未处理", archive, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Deleting_takes_everything_at_once()
    {
        string path = await _visit.Check(("a.txt", CheckVisit.Example)), proof = await _visit.Proof();
        Guid id = Guid.Parse(path[(path.LastIndexOf('/') + 1)..]);
        Assert.Contains("不能恢复", await _visit.Page(path + "/delete"), StringComparison.Ordinal);
        using HttpResponseMessage deleted = await _visit.Post(path + "/delete", ("proof", proof));
        Assert.Equal(HttpStatusCode.Found, deleted.StatusCode);
        using HttpResponseMessage gone = await _visit.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(0, await Count("select count(*) from examination_file where examination_id = @id", id));
        Assert.Equal(0, await Count("select count(*) from work where id = @id", id));
        var views = web.Services.GetRequiredService<ViewCache>();
        Assert.Null(await views.Of(id, CancellationToken.None));
        string another = await _visit.Check(("a.txt", CheckVisit.Example));
        id = Guid.Parse(another[(another.LastIndexOf('/') + 1)..]);
        Assert.NotNull(await views.Of(id, CancellationToken.None));
        using HttpResponseMessage forgotten = await _visit.Post("/check/delete", ("proof", proof));
        Assert.Equal(HttpStatusCode.Found, forgotten.StatusCode);
        Assert.Equal(0, await Count("select count(*) from examination where id = @id", id));
        Assert.Null(await views.Of(id, CancellationToken.None));
    }

    [StoreFact]
    public async Task A_visit_that_is_used_lives_on()
    {
        string path = await _visit.Check(("a.txt", CheckVisit.Example));
        Guid id = Guid.Parse(path[(path.LastIndexOf('/') + 1)..]);
        using HttpResponseMessage fresh = await _visit.Get(path);
        Assert.False(fresh.Headers.Contains("Set-Cookie"));
        await Count("with x as (update visit set expires = now() + interval '1 minute' where id = (select visit_id from examination where id = @id) returning 1) select count(*) from x", id);
        using HttpResponseMessage late = await _visit.Get(path);
        Assert.Contains("max-age=86400", Assert.Single(late.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Equal(1, await Count("select count(*) from visit v join examination e on e.visit_id = v.id where e.id = @id and v.expires > now() + interval '23 hours'", id));
    }

    [StoreFact]
    public async Task An_expired_visit_shows_nothing_and_is_swept()
    {
        string path = await _visit.Check(("a.txt", CheckVisit.Example));
        Guid id = Guid.Parse(path[(path.LastIndexOf('/') + 1)..]);
        await Count("with x as (update visit set expires = now() - interval '1 minute' where id = (select visit_id from examination where id = @id) returning 1) select count(*) from x", id);
        using HttpResponseMessage gone = await _visit.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.InRange(await new Store.Examinations.ExaminationRecords(web.Database).Sweep(), 1, 100);
        Assert.Equal(0, await Count("select count(*) from examination where id = @id", id));
    }

    [StoreFact]
    public async Task The_cookie_is_for_no_script_and_no_other_site_and_pages_are_kept_nowhere()
    {
        using HttpResponseMessage answer = await _visit.Get("/check");
        string cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        using HttpResponseMessage unproven = await _visit.Post("/check/delete", ("proof", ""));
        Assert.Equal(HttpStatusCode.Forbidden, unproven.StatusCode);
    }

    private Task<HttpResponseMessage> Decide(string path, string proof, string finding, string decision, string reason) =>
        _visit.Post(path + "/decisions", ("proof", proof), ("doc", "1"), ("finding", finding), ("decision", decision), ("reason", reason), ("from", "?severity=error"));

    private async Task<long> Count(string sql, Guid id)
    {
        await using NpgsqlConnection connection = await web.Database.Open(CancellationToken.None);
        return await connection.ExecuteScalarAsync<long>(sql, new { id });
    }

    private static int Cards(string page) => CardPattern().Count(page);

    /// <summary>Severity and number of each card in the order of the page.</summary>
    private static string[] SeveritiesAndNumbers(string page) => [.. NumberedCardPattern().Matches(page).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}")];

    [GeneratedRegex("<li class=\"finding ")]
    private static partial Regex CardPattern();

    [GeneratedRegex("<li class=\"finding ([a-z]+)[^>]* id=\"(f[0-9]+)\"")]
    private static partial Regex NumberedCardPattern();

    [GeneratedRegex("<optgroup label=\"[^\"]*\">\\s*<option value=\"(\\d+)\"")]
    private static partial Regex OptionPattern();

    [GeneratedRegex("name=\"finding\" value=\"([0-9a-f]+)\"")]
    private static partial Regex FindingPattern();

    [GeneratedRegex("<li class=\"(?:good|warning|error)\"><b>(\\d+)</b>")]
    private static partial Regex CountPattern();
}
