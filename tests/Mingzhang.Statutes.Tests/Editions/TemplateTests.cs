using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Statutes.Tests.Editions;

/// <summary>The notation of wording.yaml: what it reads, and how it says where a template is wrong.</summary>
public sealed class TemplateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang-wording-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Rows_named_by_their_caption_are_the_lines_of_the_edition()
    {
        Assert.Equal("01[31].1", TotalsOf(2023));
        Assert.Equal("01[30].1", TotalsOf(2024));
    }

    [Theory]
    [InlineData("{02[合计].9}", "没有第“9”栏")]
    [InlineData("{99[1].1}", "没有“99”表")]
    [InlineData("{nonsense}", "没有名称“nonsense”")]
    [InlineData("{name}", "没有名称“name”")]
    [InlineData("{02[合计].1@never}", "@initial")]
    [InlineData("{figure}", "应有 1 至 1 项")]
    [InlineData("{frobnicate 02[合计].1}", "未知的 {frobnicate")]
    [InlineData("{if maybe 02[合计].1}x{end}", "不认识条件“maybe”")]
    [InlineData("{if 02[合计].1}x", "{if} 没有 {end}")]
    [InlineData("x{end}", "没有对应的开头")]
    [InlineData("{each nobody}x{end}", "没有列表“nobody”")]
    [InlineData("{05[this].1}", "[this] 只能用在")]
    [InlineData("<收入{02[合计].1}", "没有结束的 “>”")]
    [InlineData("收入>", "没有对应的 “<”")]
    [InlineData("<<{02[合计].1}>>", "不能再有")]
    [InlineData("{02[合计].1", "没有结束的 “}”")]
    [InlineData("{phrase unknown}", "没有短语“unknown”")]
    [InlineData("{phrase compared | 02[合计].1}", "缺少参数")]
    public void A_template_that_is_wrong_says_what_and_where(string template, string problem)
    {
        string folder = Overlay($"templates:\n  explanations.income: |\n    第一行。\n    {template}\n");
        StatuteException error = Assert.Throws<StatuteException>(() => StatuteBook.Load(folder));
        Assert.EndsWith("wording.yaml", error.File, StringComparison.Ordinal);
        Assert.Contains(problem, error.Problem.Zh, StringComparison.Ordinal);
        if (!template.StartsWith("{phrase compared", StringComparison.Ordinal)) Assert.Equal((4, true), (error.Line, error.Column >= 5));
    }

    [Fact]
    public void A_word_that_the_program_needs_cannot_be_taken_away() =>
        Assert.Contains("up", Assert.Throws<StatuteException>(() => StatuteBook.Load(Overlay("words:\n  up: ~\n"))).Problem.En, StringComparison.Ordinal);

    [Fact]
    public void An_office_changes_a_sentence_by_an_overlay()
    {
        Edition edition = Edition(StatuteBook.Load(Overlay("templates:\n  explanations.totals: 本年{01[总计].1}。\n")), 2023);
        Assert.Equal([new TemplateText("本年"), new TemplateText("。")], edition.Wording!.Template("explanations.totals").OfType<TemplateText>());
        Assert.NotEmpty(edition.Wording.Template("explanations.income"));
    }

    private static string TotalsOf(int year)
    {
        var extent = (TemplateExtent)Edition(Statutes.Book, year).Wording!.Template("explanations.totals").First(n => n is TemplateExtent);
        return ((TemplateValue)extent.Body.Single(n => n is TemplateValue)).Operands[0];
    }

    private static Edition Edition(StatuteBook book, int year) => book.Edition(DisclosureKind.FinalAccounts, new FiscalYear(year))!;

    private string Overlay(string wording)
    {
        string edition = Path.Combine(_folder, "final-accounts", "2023");
        Directory.CreateDirectory(edition);
        File.WriteAllText(Path.Combine(edition, "wording.yaml"), wording);
        return _folder;
    }
}
