using Mingzhang.Core.Codes;
using Mingzhang.Core.Statutes;
using Mingzhang.Tests.Shared;

namespace Mingzhang.Statutes.Tests.Classifications;

public class ClassificationDataTests
{
    [Theory]
    [InlineData("20805", "行政事业单位养老支出", "行政事业单位离退休")]
    [InlineData("2080501", "行政单位离退休", "归口管理的行政单位离退休")]
    [InlineData("21305", "巩固脱贫攻坚成果衔接乡村振兴", "扶贫")]
    [InlineData("2130599", "其他巩固脱贫攻坚成果衔接乡村振兴支出", "其他扶贫支出")]
    [InlineData("210", "卫生健康支出", "医疗卫生与计划生育支出")]
    [InlineData("207", "文化旅游体育与传媒支出", "文化体育与传媒支出")]
    [InlineData("215", "资源勘探工业信息等支出", "资源勘探信息等支出")]
    [InlineData("220", "自然资源海洋气象等支出", "国土海洋气象等支出")]
    public void Names_that_were_given_up_are_known(string code, string name, string former)
    {
        ClassificationEntry entry = Statutes.Of(2023).Functional.Find(code)!;
        Assert.Equal(name, entry.Name);
        Assert.Contains(former, entry.FormerNames);
    }

    [Fact]
    public void Social_work_exists_from_2024()
    {
        Assert.Null(Statutes.Of(2023).Functional.Find("20139"));
        Assert.Equal("社会工作事务", Statutes.Of(2024).Functional.Find("20139")!.Name);
    }

    [Fact]
    public void A_code_in_no_list_is_unknown() => Assert.Null(Statutes.Of(2023).Functional.Find("2999999"));

    [Theory]
    [InlineData(2023)]
    [InlineData(2024)]
    public void Every_item_has_its_section_and_every_section_its_class(int year)
    {
        Classification functional = Statutes.Of(year).Functional;
        Assert.All(functional.Entries, e =>
        {
            if (FunctionalCode.Parse(e.Code).Parent is { } parent) Assert.NotNull(functional.Find(parent.Digits));
        });
        Assert.All(Statutes.Of(year).Economic.Entries, e => Assert.NotNull(Statutes.Of(year).Economic.Find(EconomicCode.Parse(e.Code).Class.Digits)));
    }

    [Fact]
    public void No_name_is_its_own_former_or_other_name() =>
        Assert.All(Statutes.Of(2024).Functional.Entries.Concat(Statutes.Of(2024).Economic.Entries), e =>
        {
            Assert.DoesNotContain(e.Name, e.FormerNames);
            Assert.DoesNotContain(e.Name, e.OtherNames);
        });

    [Fact]
    public void Social_contributions_of_before_2018_are_not_of_today() => Assert.Null(Statutes.Of(2023).Economic.Find("30104"));

    [CorpusFact]
    public void The_codes_of_the_published_tab_separated_forms_have_the_names_printed_there()
    {
        var differ = new List<string>();
        int known = 0;
        foreach (string document in Corpus.FinalAccounts)
        {
            Classification functional = Statutes.Of(document.Contains("2024", StringComparison.Ordinal) ? 2024 : 2023).Functional;
            foreach (string line in File.ReadLines(document))
            {
                string[] cells = line.Split('\t', StringSplitOptions.RemoveEmptyEntries);
                if (cells.Length < 3 || !FunctionalCode.TryParse(cells[0], out FunctionalCode code) || functional.Find(code.Digits) is not { } entry) continue;
                string name = cells[1].Replace('(', '（').Replace(')', '）');
                if (entry.Name == name || entry.OtherNames.Contains(name)) known++;
                else differ.Add($"{code} {name}: {entry.Name}");
            }
        }

        Assert.Empty(differ);
        Assert.True(known > 200, $"{known} rows were known");
    }
}
