using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Statutes.Tests.Editions;

public class StatuteBookTests
{
    [Fact]
    public void Editions_are_listed() => Assert.Equal(
        ["budget/jiangsu/2019", "budget/shanghai-unit/2024", "budget/shanghai/2024", "budget/wuhan/2023", "final-accounts/2023", "final-accounts/2024", "final-accounts/shanghai/2024"],
        Statutes.Book.EditionIds.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(2019, 2023)]
    [InlineData(2023, 2023)]
    [InlineData(2024, 2024)]
    [InlineData(2026, 2024)]
    public void A_year_without_an_edition_uses_the_nearest(int year, int edition) =>
        Assert.Equal(new FiscalYear(edition), Statutes.Of(year).Year);

    [Fact]
    public void A_kind_without_editions_for_a_place_has_none() => Assert.Null(Statutes.Book.Edition(DisclosureKind.Budget, new FiscalYear(2023)));

    [Theory]
    [InlineData(DisclosureKind.FinalAccounts, "", "shanghai")]
    [InlineData(DisclosureKind.Budget, "jiangsu", "shanghai", "shanghai-unit", "wuhan")]
    public void A_kind_has_an_edition_for_every_place(DisclosureKind kind, params string[] places)
    {
        Assert.Equal(places, Statutes.Book.Editions(kind, new FiscalYear(2024)).Select(e => e.Place));
        Assert.All(Statutes.Book.Editions(kind, new FiscalYear(2024)), e => Assert.NotEmpty(e.Name));
    }

    [Fact]
    public void An_edition_is_read_once() => Assert.Same(Statutes.Of(2023), Statutes.Of(2023));

    [Fact]
    public void A_neighbouring_year_has_its_own_classifications()
    {
        Assert.Equal("行政事业单位离退休", Statutes.Of(2018).Functional.Find("20805")!.Name);
        Assert.Equal("行政事业单位养老支出", Statutes.Of(2023).Functional.Find("20805")!.Name);
    }
}
