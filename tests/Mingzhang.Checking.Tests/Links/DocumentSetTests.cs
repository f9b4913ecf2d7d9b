using Mingzhang.Checking.Links;
using Mingzhang.Checking.Tests.Facts;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Links;

public sealed class DocumentSetTests
{
    private static readonly Disclosure Accounts = new Sample().Build() with { Unit = "江北市河东区档案馆" };

    private static readonly Disclosure Budget = Accounts with { Kind = DisclosureKind.Budget };

    private static SetMember Member(string file, Disclosure disclosure) => SetMember.Of(file, disclosure);

    private static string[] Links(Disclosure of, params SetMember[] members) =>
        [.. new DocumentSet(members).LinksOf("own.txt", of).Select(l => $"{l.Link.Kind} {l.Link.File}")];

    [Fact]
    public void Final_accounts_are_linked_with_last_years_and_with_the_budget_of_the_year()
    {
        SetMember prior = Member("2022.txt", Accounts with { Year = new FiscalYear(2022) }), budget = Member("budget.txt", Budget);

        Assert.Equal(["PriorYear 2022.txt", "Budget budget.txt"], Links(Accounts, Member("own.txt", Accounts), budget, prior));
    }

    [Fact]
    public void A_budget_is_linked_with_last_years_budget_and_last_years_final_accounts()
    {
        FiscalYear before = new(2022);

        Assert.Equal(
            ["PriorYear b22.txt", "PriorAccounts a22.txt"],
            Links(Budget, Member("a22.txt", Accounts with { Year = before }), Member("b22.txt", Budget with { Year = before }), Member("a23.txt", Accounts)));
    }

    [Fact]
    public void A_unit_is_linked_with_the_department_that_has_its_name_or_names_it()
    {
        Disclosure unit = Accounts with { Scope = DisclosureScope.Unit }, other = unit with { Unit = "河东区古籍保护中心" };
        var named = new Sample();
        named.Claim(ClaimKind.Named, "units/江北市河东区古籍保护中心", null);
        SetMember department = Member("department.txt", named.Build() with { Unit = Accounts.Unit });

        Assert.Equal(["Department department.txt"], Links(unit, department));
        Assert.Equal(["Department department.txt"], Links(other, department));
        Assert.Empty(Links(other with { Unit = "河东区农业技术推广站" }, department));
    }

    [Fact]
    public void Two_documents_for_one_place_make_no_link()
    {
        Disclosure prior = Accounts with { Year = new FiscalYear(2022) };

        Assert.Empty(Links(Accounts, Member("a.txt", prior), Member("b.txt", prior)));
    }

    [Theory]
    [InlineData("江北市河东区档案馆", "河东区档案馆（本级）", true)]
    [InlineData("江北市河东区档案馆", "江北市 河东区档案馆", true)]
    [InlineData("江北市河东区档案馆", "江北市河西区档案馆", false)]
    [InlineData("江北市档案馆", "档案馆", false)]
    [InlineData("河东区农业技术推广站", "推广站", false)]
    [InlineData("江北市河东区城市建设投资局", "城市建设投资局", true)]
    [InlineData("", "江北市档案馆", false)]
    public void Names_are_of_one_unit_when_only_the_place_in_front_differs(string a, string b, bool same)
    {
        DocumentSet set = new([Member("prior.txt", Accounts with { Unit = a, Year = new FiscalYear(2022) })]);

        Assert.Equal(same, set.LinksOf("own.txt", Accounts with { Unit = b }).Any(l => l.Link.Kind is LinkKind.PriorYear));
    }
}
