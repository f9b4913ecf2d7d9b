using System.Net;
using Dapper;
using Mingzhang.Publishing.Views;
using Mingzhang.Store.Publications;
using Mingzhang.Store.Search;
using Mingzhang.Web.Search;
using Npgsql;

namespace Mingzhang.Tests.Web.Search;

[Collection(SharedWeb.Name)]
public sealed class SearchTests(RunningWeb web)
{
    private readonly Searcher _searcher = new(web.Database);

    [StoreFact]
    public async Task Departments_come_before_items_projects_and_texts_and_what_begins_with_the_word_before_what_holds_it()
    {
        await Publish("潮汐局", 2023, [new(IsEconomic: false, "2200501", "潮汐观测")], [new(IsProject: true, "潮汐站维护", "维护三个站。", "p-1"), new(IsProject: false, "收入情况", "潮汐局收入增加。", "s-1")]);
        await Publish("沿海潮汐研究所", 2022, [], []);
        SearchResult result = await Find("潮汐");
        Assert.Equal(
            [(SearchPart.Department, "潮汐局"), (SearchPart.Department, "沿海潮汐研究所"), (SearchPart.Item, "潮汐观测"), (SearchPart.Project, "潮汐站维护"), (SearchPart.Text, "收入情况")],
            result.Hits.Select(h => (h.Part, h.Title)));
        Assert.Equal("潮汐局", (await Find("潮汐局")).Hits[0].Title);
    }

    [StoreTheory]
    [InlineData("灯塔 巡护")]
    [InlineData("灯　塔")]
    [InlineData("塔巡")]
    [InlineData("护")]
    [InlineData("８８．２６")]
    public async Task Words_are_found_in_part_in_any_width_and_all_of_them(string question)
    {
        await Publish("航标处" + Guid.NewGuid().ToString("N")[..4], 2021, [], [new(IsProject: true, "“灯塔”巡护（含补给）", "安排 88.26 万元。", "p-1")]);
        Assert.Contains((await Find(question, SearchPart.Project)).Hits, h => h.Title == "“灯塔”巡护（含补给）");
        Assert.Empty((await Find(question + " 不在其中的词", SearchPart.Project)).Hits);
    }

    [StoreFact]
    public async Task The_whole_phrase_goes_before_scattered_words_and_newer_before_older()
    {
        await Publish("礁石局", 2022, [], [new(IsProject: false, "说明一", "礁石上养护，之后测绘。", "a"), new(IsProject: false, "说明二", "礁石测绘完成。", "b")]);
        await Publish("礁石局", 2023, [], [new(IsProject: false, "说明三", "礁石测绘继续。", "c")]);
        Assert.Equal(["c", "b", "a"], (await Find("礁石 测绘", SearchPart.Text)).Hits.Select(h => h.Anchor));
        Assert.Equal(["b", "a"], (await _searcher.Find(SearchQuestion.Of("礁石 测绘") with { Only = SearchPart.Text, Year = 2022 })).Hits.Select(h => h.Anchor));
    }

    [StoreFact]
    public async Task Nothing_is_found_across_the_end_of_a_sentence() =>
        Assert.Empty((await PublishAndFind("苔原站", "年初到岗。湿地另行报告。", "岗湿地")).Hits);

    [StoreFact]
    public async Task A_new_version_takes_the_place_of_the_old_one()
    {
        await Publish("冰川站", 2023, [], [new(IsProject: true, "旧版冰川项目", "", "p-1")]);
        await Publish("冰川站", 2023, [], [new(IsProject: true, "新版冰川项目", "", "p-1")]);
        Assert.Equal(["新版冰川项目"], (await Find("冰川项目")).Hits.Select(h => h.Title));
    }

    [StoreFact]
    public async Task A_name_that_no_current_disclosure_has_is_not_found_any_more()
    {
        SearchItem shared = new(IsEconomic: false, "2240204", "鹈鹕救援"), own = new(IsEconomic: true, "30997", "鹈鹕设备");
        await Publish("鹈鹕一站", 2022, [shared, own], []);
        await Publish("鹈鹕一站", 2021, [own], []);
        await Publish("鹈鹕二站", 2020, [shared], []);
        Assert.Equal([("鹈鹕救援", 2022), ("鹈鹕设备", 2022)], await Items());
        // Another version without the items: one is still another department's, the other one of an earlier year.
        await Publish("鹈鹕一站", 2022, [], [new(IsProject: false, "新版", "没有科目", "a")]);
        Assert.Equal([("鹈鹕设备", 2021), ("鹈鹕救援", 2020)], await Items());
        await Publish("鹈鹕一站", 2021, [], [new(IsProject: false, "新版", "也没有", "a")]);
        Assert.Equal([("鹈鹕救援", 2020)], await Items());
        Assert.Empty((await _searcher.Find(SearchQuestion.Of("鹈鹕") with { Only = SearchPart.Item, Year = 2022 })).Hits);
        // Withdrawn: with its disclosure goes the department, and with the last one the item.
        await using (NpgsqlConnection connection = await web.Database.Open(CancellationToken.None))
            await connection.ExecuteAsync("delete from disclosure d using department p where p.id = d.department_id and p.name = '鹈鹕二站'");
        Assert.Empty(await Items());
        Assert.Equal(["鹈鹕一站"], (await Find("鹈鹕", SearchPart.Department)).Hits.Select(h => h.Title));

        async Task<(string, int)[]> Items() => [.. (await Find("鹈鹕", SearchPart.Item)).Hits.Select(h => (h.Title, h.Year))];
    }

    [StoreFact]
    public async Task Names_stay_right_when_many_publish_at_once()
    {
        SearchItem[] items = [.. Enumerable.Range(1, 20).Select(i => new SearchItem(IsEconomic: false, $"22999{i:00}", $"信天翁事务{i}"))];
        for (int round = 0; round < 4; round++)
        {
            int turn = round;
            await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Publish($"信天翁{n}站", 2023, [.. items.Where((_, i) => (i + n + turn) % 3 == 0)], [new(IsProject: false, $"第{turn}版", "", "a")])));
        }

        HashSet<string> expected = [.. items.Where((_, i) => Enumerable.Range(0, 6).Any(n => (i + n + 3) % 3 == 0)).Select(i => i.Name)];
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await _searcher.Find(SearchQuestion.Of("信天翁事务") with { Only = SearchPart.Item, Take = 100 })).Hits.Select(h => h.Title).Order(StringComparer.Ordinal));
    }

    [StoreFact]
    public async Task Hits_are_paged_through_without_gaps()
    {
        await Publish("环礁办", 2023, [], [.. Enumerable.Range(1, 30).Select(i => new SearchPassage(IsProject: i % 2 == 0, $"环礁事项{i}", "", $"p-{i}"))]);
        var seen = new List<string>();
        for (int skip = 0; skip < 40; skip += 7) seen.AddRange((await _searcher.Find(SearchQuestion.Of("环礁") with { Skip = skip, Take = 7 })).Hits.Select(h => h.Title));
        Assert.Equal(31, seen.Count);
        Assert.Equal(31, seen.Distinct().Count());
    }

    [StoreFact]
    public async Task Rare_frequent_and_middling_words_are_found_among_thousands_of_entries_the_newest_first()
    {
        await using FreshDatabase fresh = await FreshDatabase.Make(web);
        var searcher = new Searcher(fresh.Database);
        // Of 800 entries a year all have one word, every tenth has a second, every fiftieth a third, one a fourth.
        for (int year = 2018; year <= 2024; year++)
        {
            await PublicationWriter.Publish(fresh.Database, Of("千项局", year,
            [
                .. Enumerable.Range(0, 800).Select(i => new SearchPassage(IsProject: false, "说明", $"常见。{(i % 10 == 0 ? "偶见" : "")}。{(i % 50 == 0 ? "不多见的话" : "")}。{(year == 2019 && i == 77 ? "仅此一处 20771 号" : "")}", $"a-{i}")),
            ]));
        }

        Assert.Equal((300, true, 2024), await Found("常见"));
        Assert.Equal((300, true, 2024), await Found("偶见"));
        Assert.Equal((7 * 16, false, 2024), await Found("不多见的话"));
        Assert.Equal((1, false, 2019), await Found("仅此一处"));
        Assert.Equal((1, false, 2019), await Found("2077"));
        Assert.Equal((1, false, 2019), await Found("20771号 一处"));
        Assert.Equal((0, false, 0), await Found("2771"));
        Assert.Equal((0, false, 0), await Found("多见的话不"));
        Assert.Equal((16, false, 2020), await Found("不多见的话", 2020));
        Assert.Equal((1, false, 2019), await Found("仅此一处", 2019));
        Assert.Equal((0, false, 0), await Found("仅此一处", 2020));
        Assert.Equal((0, false, 0), await Found("常见", kind: "budget"));

        async Task<(int Reachable, bool More, int Year)> Found(string words, int? year = null, string? kind = null)
        {
            SearchResult result = await searcher.Find(SearchQuestion.Of(words) with { Only = SearchPart.Text, Year = year, Kind = kind });
            SearchCount count = result.Counts[SearchPart.Text];
            return (count.Reachable, count.More, result.Hits.Count > 0 ? result.Hits[0].Year : 0);
        }
    }

    [StoreFact]
    public async Task Of_words_that_too_many_have_those_of_the_newest_years_are_ranked()
    {
        await using FreshDatabase fresh = await FreshDatabase.Make(web);
        // A word that 3 of 100 entries have, in so many that not all are ranked.
        for (int year = 2015; year <= 2024; year++)
            await PublicationWriter.Publish(fresh.Database, Of("万项局", year, [.. Enumerable.Range(0, 2500).Select(i => new SearchPassage(IsProject: true, $"事项{i}", i % 100 < 3 ? "有时见" : "", $"a-{i}"))]));
        SearchResult result = await new Searcher(fresh.Database).Find(SearchQuestion.Of("有时见") with { Only = SearchPart.Project, Take = 500 });
        Assert.Equal(new SearchCount(300, More: true), result.Counts[SearchPart.Project]);
        Assert.Equal([2024, 2023, 2022, 2021], result.Hits.Select(h => h.Year).Distinct());
        Assert.Equal(75, result.Hits.Count(h => h.Year == 2021));
    }

    [Fact]
    public void Projects_that_declare_goals_and_items_of_forms_with_codes_are_known()
    {
        var view = new DisclosureView
        {
            Kind = "budget", Year = 2023, Unit = "沙丘局", Title = "沙丘局2023年部门预算", Edition = "budget/wuhan/2023", AmountUnit = "万元", Check = new PublishedCheck(),
            Goals = [new GoalHead("goals-1", "project", "固沙林养护", "30", "万元")],
            Pieces =
            [
                new HeadingPiece { Anchor = "goals-1", Level = 2, Text = "项目申报表：固沙林养护" },
                new TablePiece { Anchor = "t-1", Title = "项目申报表", Kind = "goals", Grid = new TableGrid(1, 0, [1], [new TableRow([new TableCell("补植株数", 0, default)])]) },
                Form("economic", "30101", "基本工资"),
                Form(null, "20101", "序号一行"),
            ],
        };
        SearchEntries entries = ViewEntries.Of(view);
        Assert.Equal(new SearchPassage(IsProject: true, "固沙林养护", "补植株数\n", "goals-1"), Assert.Single(entries.Passages));
        Assert.Equal(new SearchItem(IsEconomic: true, "30101", "基本工资"), Assert.Single(entries.Items));

        static FormPiece Form(string? codes, string key, string caption) => new()
        {
            Anchor = "form-07", Form = "B07", Title = "基本支出表", Number = "预算07表", AmountUnit = "万元", State = "read", Codes = codes, Grid = new TableGrid(1, 0, [1], []), Rows = [new Caption(key, caption)],
        };
    }

    [Fact]
    public void A_long_text_is_cut_where_sentences_end()
    {
        string text = string.Concat(Enumerable.Range(0, 400).Select(i => $"第{i}句话到这里。"));
        string[] pieces = [.. SearchIndex.Pieces(text)];
        Assert.Equal(text, string.Concat(pieces));
        Assert.True(pieces.Length > 1);
        Assert.All(pieces, p => Assert.EndsWith("。", p, StringComparison.Ordinal));
    }

    [StoreTheory]
    [InlineData("%")]
    [InlineData("' or 1=1 --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("\\")]
    [InlineData("\u0000\u0001")]
    [InlineData("{{7*7}}")]
    [InlineData("a", "2147483647")]
    public async Task Hostile_words_give_a_clear_page_and_no_markup(string words, string year = "-1")
    {
        HttpResponseMessage answer = await web.Client.GetAsync(new Uri($"/search?kind=%00&year={year}&part=9&page=x&q=" + Uri.EscapeDataString(words), UriKind.Relative));
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_question_without_end_is_cut()
    {
        HttpResponseMessage answer = await web.Client.GetAsync(new Uri("/search?q=" + new string('长', 500), UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain(new string('长', 101), await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<SearchResult> PublishAndFind(string department, string body, string words)
    {
        await Publish(department, 2023, [], [new(IsProject: false, "说明", body, "a")]);
        return await Find(words);
    }

    private Task<SearchResult> Find(string words, SearchPart? only = null) => _searcher.Find(SearchQuestion.Of(words) with { Only = only });

    private Task<PublishedVersion> Publish(string department, int year, SearchItem[] items, SearchPassage[] passages) => PublicationWriter.Publish(web.Database, Of(department, year, passages, items));

    private static Publication Of(string department, int year, SearchPassage[] passages, SearchItem[]? items = null) => new()
    {
        Department = department,
        Kind = "finalAccounts",
        Year = year,
        Title = $"{department}{year}年度部门决算",
        Unit = department,
        Edition = "final-accounts/2023",
        Counts = new CheckCounts(1, 0, 0, 0, 0, 0, 0),
        View = System.Text.Encoding.UTF8.GetBytes(string.Concat(passages.Select(p => p.Title))),
        Along = [new SearchEntries(department, "finalAccounts", year, items ?? [], passages)],
    };
}
