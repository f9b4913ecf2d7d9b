using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Explanations;
using Mingzhang.Accounts.Statements;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Findings;
using Mingzhang.Reading;

namespace Mingzhang.Product.Tests.Building;

/// <summary>From the files of a book to the disclosure: read back the same, and clean.</summary>
public sealed class BookFixtureTests
{
    [Theory]
    [InlineData(2023)]
    [InlineData(2024)]
    public void A_book_is_composed_read_back_and_clean(int year)
    {
        Book book = BookVariants.Of(year);
        YearAccounts accounts = AccountsCompiler.Compile(book);
        Composition composition = DisclosureComposer.Compose(book, accounts);
        Assert.Equal([], composition.Problems.Select(p => $"{p.Id} {p.File} {p.Message.En}"));
        RoundTrip.AssertSame(book, accounts);
        CheckResult read = Checker.Check(DocumentReader.Read(composition.Disclosure.Source, Pipeline.Statutes).Disclosure!);
        Assert.Equal([], read.Findings.Where(Pipeline.IsLoud).Select(Pipeline.Describe));
    }

    [Theory]
    [InlineData("和平路改造", "及时救助", "施工图设计", "“两违”治理率")]
    [InlineData("党建工作", "党建经费", "党建", "目标的完成率")]
    [InlineData("2023年度雪亮工程", "“一网统管”平台（一期）", "档案室(库)改造", "2023年评优率")]
    [InlineData("文化惠民项目", "文化惠民经费", "专项经费", "一是一二是二比例")]
    [InlineData("A类、B类设备购置", "基层组织建设和服务群众", "以奖代补", "综合指标")]
    [InlineData("施工图设计", "“两新”党建", "工作经费", "合格率(%)")]
    public void Whatever_the_names_it_is_read_back_the_same(string first, string second, string third, string indicator)
    {
        Book book = BookVariants.Named([first, second, third], indicator);
        RoundTrip.AssertSame(book, AccountsCompiler.Compile(book));
    }

    [Fact]
    public void Whatever_the_amounts_it_is_read_back_the_same()
    {
        var differences = new List<string>();
        for (int seed = 1; seed <= 40; seed++)
        {
            Book book = BookVariants.Random(seed);
            if (Record.Exception(() => RoundTrip.AssertSame(book, AccountsCompiler.Compile(book))) is { } difference) differences.Add($"seed {seed}: {difference.Message}");
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }
}
