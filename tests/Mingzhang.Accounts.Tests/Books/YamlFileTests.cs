using System.Diagnostics;
using Mingzhang.Accounts.Books;

namespace Mingzhang.Accounts.Tests.Books;

public sealed class YamlFileTests : IDisposable
{
    private readonly BookCopy _book = new();

    public void Dispose() => _book.Dispose();

    private BookProblem ErrorOf(string file, string old, string @new) => _book.Replace(file, old, @new).Read().OnlyErrorIn(file);

    [Theory]
    [InlineData("year: 2023", "year: 二〇二三", "book.yaml.type", 2, "year")]
    [InlineData("year: 2023", "year: 23", "book.unit.year", 2, "year")]
    [InlineData("year: 2023\n", "", "book.yaml.missing", 2, "year")]
    [InlineData("posts: 18", "posts: -18", "book.yaml.type", 13, "units[1].staff[1].posts")]
    [InlineData("posts: 18", "posts: 18.5", "book.yaml.type", 13, "units[1].staff[1].posts")]
    [InlineData("retired: 9", "retierd: 9", "book.yaml.unknown-key", 15, "units[1].retierd")]
    [InlineData("kind: 行政单位", "kind: 行政机关", "book.yaml.type", 10, "units[1].kind")]
    [InlineData("vehicles: {机要通信用车: 1", "vehicles: [机要通信用车, 1", "book.yaml.syntax", 16, "")]
    [InlineData("published: 2024-09-20", "published: 2024-13-20", "book.yaml.type", 5, "published")]
    [InlineData("code: \"801002\"", "code: \"801001\"", "book.unit.repeated", 18, "units[2].code")]
    [InlineData("tier: 1", "tier: 9", "book.unit.tier", 11, "units[1].tier")]
    public void A_mistake_in_the_department_has_line_and_key(string old, string @new, string id, int line, string key)
    {
        BookProblem error = ErrorOf("unit.yaml", old, @new);
        Assert.Equal((id, line, key), (error.Id, error.Row, error.Column));
    }

    [Fact]
    public void A_misspelt_key_is_answered_with_the_right_one_and_the_column()
    {
        BookProblem error = ErrorOf("unit.yaml", "retired: 9", "retierd: 9");
        Assert.Contains("是不是“retired”？", error.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("第 5 列", error.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("did you mean \"retired\"?", error.Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("projects/P01.yaml", "unit: \"801002\"", "unit: \"801022\"", "book.value.unit")]
    [InlineData("projects/P01.yaml", "category: 特定目标类", "category: 特定类", "book.value.term")]
    [InlineData("projects/P01.yaml", "code: P01", "code: P02", "book.project.repeated")]
    [InlineData("performance/P01.yaml", "project: P01", "project: P09", "book.value.project")]
    [InlineData("performance/P01.yaml", "weight: 30", "weight: 25", "book.performance.weights")]
    [InlineData("performance/P01.yaml", "score: 14", "score: 16", "book.performance.score")]
    [InlineData("performance/P01.yaml", "chosen: 常年性项目", "chosen: 长年性项目", "book.performance.choice")]
    [InlineData("performance/P01.yaml", "scope: 项目", "scope: 工程", "book.yaml.type")]
    [InlineData("performance/P01.yaml", "target: \"≥8000册\"", "target: \"\"", "book.yaml.missing")]
    [InlineData("particulars.yaml", "works: 0", "works: 零", "book.value.amount")]
    [InlineData("particulars.yaml", "goods: 853195.35", "goods: -1", "book.value.negative")]
    [InlineData("particulars.yaml", "small: 796420.00", "small: 1796420.00", "book.particulars.part")]
    [InlineData("particulars.yaml", "goodsSmallAndMedium: 700365.00", "goodsSmallAndMedium: 900000.00", "book.particulars.part")]
    [InlineData("particulars.yaml", "servicesSmallAndMedium: 420000.00", "servicesSmallAndMedium: 320000.00", "book.particulars.sum")]
    [InlineData("particulars.yaml", "foreignPeople: 0", "foreignPeople: 43", "book.particulars.part")]
    [InlineData("particulars.yaml", "kept: 2", "kept: 两辆", "book.yaml.type")]
    public void A_mistake_in_another_file_is_named(string file, string old, string @new, string id)
    {
        BookReading reading = _book.Replace(file, old, @new).Read();
        Assert.Null(reading.Book);
        Assert.Contains(reading.Problems, p => p.Id == id && p.Row > 0 && (p.File == file || id.EndsWith("repeated", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_evaluations_of_one_project_are_an_error() =>
        Assert.Equal("book.performance.repeated", _book.Write("performance/P01b.yaml", _book.Text("performance/P01.yaml")).Read().OnlyError().Id);

    [Fact]
    public void A_broken_project_does_not_make_every_use_of_it_wrong() =>
        Assert.Equal("projects/P01.yaml", _book.Replace("projects/P01.yaml", "name: ", "nam: ").Read().Problems.Select(p => p.File).Distinct().Single());

    [Theory]
    [InlineData("groups: 2, visits: [{people: 1}]", "groups", "book.particulars.sum")]
    [InlineData("people: 2, visits: [{people: 1}]", "people", "book.particulars.sum")]
    [InlineData("costs: {住宿费: 10}, visits: [{people: 1, costs: {住宿费: 9.99}}]", "costs", "book.particulars.sum")]
    [InlineData("costs: {住宿费: 10}, visits: [{people: 1, costs: {杂费: 10}}]", "costs", "book.particulars.sum")]
    [InlineData("visits: [{people: 1, costs: {住宿费: 10}}, {people: 1}]", "visits", "book.particulars.visit-costs")]
    [InlineData("visits: [{people: 1, groups: 0}]", "visits[1].groups", "book.particulars.visit")]
    [InlineData("visits: [{people: 1, groups: 2}]", "visits[1].people", "book.particulars.visit")]
    [InlineData("visits: [{people: 1, purpose: 随团组考察}]", "visits[1].purpose", "book.particulars.visit-words")]
    public void Visits_abroad_make_up_the_totals(string overseas, string key, string id)
    {
        BookReading reading = _book.Write("particulars.yaml", $"overseas: {{{overseas}}}\n").Read();
        Assert.Contains(reading.Problems, p => p.Id == id && p.Row > 0 && p.Column == "overseas." + key);
    }

    [Fact]
    public void Totals_of_visits_abroad_may_be_left_out()
    {
        Overseas abroad = _book.Write("particulars.yaml", "overseas: {visits: [{people: 1, costs: {住宿费: 1.5}}, {destination: 日本, groups: 2, people: 3, costs: {住宿费: 2, 杂费: 1}}]}\n").Read().Book!.Particulars.Overseas!;
        Assert.Equal((3, 4), (abroad.Groups, abroad.People));
        Assert.Equal(["住宿费 3.50", "杂费 1.00"], abroad.Costs.Select(c => $"{c.Name} {c.Amount}"));
    }

    [Fact]
    public void Anchors_are_refused()
    {
        string bomb = "a: &a [x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 20).Select(i => $"a{i}: &a{i} [*a,*a,*a,*a]\n"));
        Assert.Equal("book.yaml.syntax", _book.Write("particulars.yaml", bomb).Read().OnlyError().Id);
    }

    [Theory]
    [InlineData("[", 1_000_000)]
    [InlineData("{a: ", 500_000)]
    [InlineData("- ", 1_000_000)]
    [InlineData("a:\n ", 300_000)]
    [InlineData("? ", 500_000)]
    public void Deep_nesting_is_refused_at_once(string opening, int times)
    {
        var clock = Stopwatch.StartNew();
        Assert.Equal("particulars.yaml", _book.Write("particulars.yaml", string.Concat(Enumerable.Repeat(opening, times))).Read().OnlyError().File);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), clock.Elapsed.ToString());
    }
}
