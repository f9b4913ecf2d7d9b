using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Statutes;

namespace Mingzhang.Reading.Tests;

public sealed class DocumentReaderTests
{
    private static readonly StatuteBook Statutes = StatuteBook.Load();

    private const string Form = """
        2023年度部门决算
        第二部分 2023年度部门决算表
        2023年度支出决算表
        部门：某市园林和
        林业局
        公开03表
        金额单位：元
        类	款	项	栏次	1	2	3	4	5	6
        			合计	30.00	20.00	10.00			
        第三部分 2023年度部门决算情况说明
        一、收入支出决算总体情况说明
        与2022年度相比，2022年度较少。
        """;

    [Fact]
    public void Kind_year_unit_and_amount_unit_come_from_what_is_printed()
    {
        Disclosure disclosure = Read(Form).Disclosure!;
        Assert.Equal((DisclosureKind.FinalAccounts, 2023, "某市园林和林业局", "元"), (disclosure.Kind, disclosure.Year.Value, disclosure.Unit, disclosure.AmountUnit));
        Assert.Equal("final-accounts/2023", disclosure.Edition.Id);
    }

    [Theory]
    [InlineData("二〇二三年度")]
    [InlineData("２０２３年度")]
    [InlineData("2023 年 度")]
    public void The_year_is_read_in_every_writing(string year) =>
        Assert.Equal(2023, Read(Form.Replace("2023年度", year, StringComparison.Ordinal)).Disclosure!.Year.Value);

    [Fact]
    public void Forms_made_on_another_years_template_are_read_by_that_template()
    {
        const string Lines2023 = """
            2024年度部门决算表
            2024年度收入支出决算总表
            一、一般公共预算财政拨款收入	1	12.58	一、一般公共服务支出	32	11.57
            二、政府性基金预算财政拨款收入	2		二、外交支出	33	
            三、国有资本经营预算财政拨款收入	3		三、国防支出	34	
            四、上级补助收入	4		四、公共安全支出	35	
            总计	31	12.58	总计	62	12.58
            2024年度支出决算情况说明
            """;
        Disclosure disclosure = Read(Lines2023).Disclosure!;
        Assert.Equal(2024, disclosure.Year.Value);
        Assert.Equal("final-accounts/2023", disclosure.Edition.Id);
        Assert.Equal("11.57", disclosure.Statement("01")!.Cell("32", "2")!.Text);
    }

    [Theory]
    [InlineData("今天天气很好。\n去年的部门决算很好。\n")]
    [InlineData("部门决算、部门决算、部门决算，2023年度都好。\n")]
    public void A_text_that_is_no_disclosure_is_refused(string text) => Assert.Equal(ReadProblemKind.NotADisclosure, Read(text).Problem!.Kind);

    [Fact]
    public void A_disclosure_without_a_year_is_refused() =>
        Assert.Equal(ReadProblemKind.YearUnknown, Read("部门决算\n收入支出决算总表\n支出决算表\n第三部分 部门决算情况说明\n").Problem!.Kind);

    private static ReadResult Read(string text) => DocumentReader.Read(SourceText.FromString("x.txt", text), Statutes);
}
