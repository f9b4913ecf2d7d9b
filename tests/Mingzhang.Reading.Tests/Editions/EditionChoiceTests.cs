using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Statutes;

namespace Mingzhang.Reading.Tests.Editions;

/// <summary>Which edition a document is read by, on documents of our own making.</summary>
public sealed class EditionChoiceTests
{
    private static readonly StatuteBook Statutes = StatuteBook.Load();

    /// <summary>A department's budget in the form of Shanghai's districts: amounts in 元, three public expenses in 万元, codes in three cells.</summary>
    internal const string DistrictBudget = """
        某区2026年区级部门预算
        预算主管部门：某区园林局
        目 录
        一、部门主要职能
        五、部门预算表
        1. 2026年部门财务收支预算总表
        2. 2026年部门收入预算总表
        3．2026年部门支出预算总表
        4．2026年部门财政拨款收支预算总表
        5．2026年部门一般公共预算支出功能分类预算表
        6．2026年部门政府性基金预算支出功能分类预算表
        7．2026年部门国有资本经营预算支出功能分类预算表
        8．2026年部门一般公共预算基本支出部门预算经济分类预算表
        9．2026年部门“三公”经费和机关运行经费预算表
        某区园林局主要职能
        比2025年当年预算执行数增加。2025年、2025年、2025年、2025年。
        2026年部门财务收支预算总表
        编制部门：某区园林局  单位：元
        本年收入		本年支出	
        项目	预算数	项目	预算数
        一、财政拨款收入	1,300,000.00	一、社会保障和就业支出	100,000.00
        1. 一般公共预算	1,300,000.00	二、城乡社区支出	1,200,000.00
        2. 政府性基金预算			
        收入总计	1,300,000.00	支出总计	1,300,000.00
        2026年部门收入预算总表
        编制部门：某区园林局  单位：元
        项目				收入预算				
        功能分类科目编码			功能分类科目名称	合计	财政拨款收入	事业收入	事业单位经营收入	其他收入
        类	款	项						
        208			社会保障和就业支出	100,000.00	100,000.00			
        208	05		行政事业单位养老支出	100,000.00	100,000.00			
        208	05	05	机关事业单位基本养老保险缴费支出	100,000.00	100,000.00			
        212			城乡社区支出	1,200,000.00	1,200,000.00			
        212	01		城乡社区管理事务	1,200,000.00	1,200,000.00			
        212	01	01	行政运行	1,200,000.00	1,200,000.00			
        合计				1,300,000.00	1,300,000.00			
        2026年部门支出预算总表
        编制部门：某区园林局  单位：元
        项目				支出预算		
        功能分类科目编码			功能分类科目名称	合计	基本支出	项目支出
        类	款	项				
        208			社会保障和就业支出	100,000.00	100,000.00	
        208	05		行政事业单位养老支出	100,000.00	100,000.00	
        208	05	05	机关事业单位基本养老保险缴费支出	100,000.00	100,000.00	
        项目				支出预算		
        功能分类科目编码			功能分类科目名称	合计	基本支出	项目支出
        类	款	项				
        212			城乡社区支出	1,200,000.00	900,000.00	300,000.00
        212	1		城乡社区管理事务	1,200,000.00	900,000.00	300,000.00
        212	01	1	行政运行	1,200,000.00	900,000.00	300,000.00
        合计	1,300,000.00	1,000,000.00	300,000.00
        2026年部门财政拨款收支预算总表
        编制部门：某区园林局  单位：元
        财政拨款收入		财政拨款支出				
        项目	预算数	项目	合计	一般公共预算	政府性基金预算	国有资本经营预算
        一、一般公共预算	1,300,000.00	一、社会保障和就业支出	100,000.00	100,000.00		
        二、政府性基金预算		二、城乡社区支出	1,200,000.00	1,200,000.00		
        收入总计	1,300,000.00	支出总计	1,300,000.00	1,300,000.00		
        2026年部门一般公共预算支出功能分类预算表
        编制部门：某区园林局  单位：元
        项目				一般公共预算支出		
        功能分类科目编码			功能分类科目名称	合计	基本支出	项目支出
        类	款	项				
        208			社会保障和就业支出	100,000.00	100,000.00	
        208	05		行政事业单位养老支出	100,000.00	100,000.00	
        208	05	05	机关事业单位基本养老保险缴费支出	100,000.00	100,000.00	
        212			城乡社区支出	1,200,000.00	900,000.00	300,000.00
        212	01		城乡社区管理事务	1,200,000.00	900,000.00	300,000.00
        212	01	01	行政运行	1,200,000.00	900,000.00	300,000.00
        合计				1,300,000.00	1,000,000.00	300,000.00
        2026年部门政府性基金预算支出功能分类预算表
        编制部门：某区园林局  单位：元
        项目				政府性基金预算支出		
        功能分类科目编码			功能分类科目名称	合计	基本支出	项目支出
        类	款	项				
        无						
        合计						
        注:本部门2026年无政府性基金预算财政拨款安排的预算，故本表为空表。
        2026年部门国有资本经营预算支出功能分类预算表
        编制部门：某区园林局  单位：元
        项目				国有资本经营预算支出		
        功能分类科目编码			功能分类科目名称	合计	基本支出	项目支出
        类	款	项				
        合计						
        注:本部门2026年无国有资本经营预算财政拨款安排的预算，故本表为空表。
        2026年部门一般公共预算基本支出部门预算经济分类预算表
        编制部门：某区园林局  单位：元
        项目			一般公共预算基本支出		
        部门预算经济分类科目编码		经济分类科目名称	合计	人员经费	公用经费
        类	款				
        301		工资福利支出	900,000.00	900,000.00	
        301	1	基本工资	800,000.00	800,000.00	
        301	08	机关事业单位基本养老保险缴费	100,000.00	100,000.00	
        302		商品和服务支出	100,000.00		100,000.00
        302	17	公务接待费	4,960.00		4,960.00
        302	99	其他商品和服务支出	95,040.00		95,040.00
        合计			1,000,000.00	900,000.00	100,000.00
        2026年部门“三公”经费和机关运行经费预算表
        编制部门：某区园林局  单位:万元
        2026年“三公”经费预算数						2026年机关运行经费预算数
        合计	因公出国(境)费	公务接待费	公务用车购置及运行费			
        			小计	购置费	运行费	
        0.50	0	0.50				10
        其他相关情况说明
        2026年“三公”经费预算数为0.50万元，其中：公务接待费0.50万元，与2025年预算持平。
        """;

    [Fact]
    public void A_district_s_budget_is_read_by_Shanghai_s_edition_with_the_classification_of_its_year()
    {
        Disclosure disclosure = Read(DistrictBudget);

        Assert.Equal((DisclosureKind.Budget, 2026, "budget/shanghai/2024", true), (disclosure.Kind, disclosure.Year.Value, disclosure.Edition.Id, disclosure.EditionBasis!.Known));
        Assert.Equal("城乡社区支出", disclosure.Edition.Functional.Find("212")!.Name);
        Assert.Contains("按标题找到本版本 9 张表中的 9 张", disclosure.EditionBasis.Evidence.Select(e => e.Zh));
    }

    [Fact]
    public void The_budget_of_a_unit_is_read_by_the_units_edition_where_its_summary_form_divides_expenditure()
    {
        const string Whole = "本年收入		本年支出	\n项目	预算数	项目	预算数\n一、财政拨款收入	1,300,000.00	一、社会保障和就业支出	100,000.00\n1. 一般公共预算	1,300,000.00	二、城乡社区支出	1,200,000.00\n2. 政府性基金预算			\n收入总计	1,300,000.00	支出总计	1,300,000.00\n";
        const string Divided = """
            本年收入		本年支出				
            项目	预算数	项目	预算数			
            			合计	基本支出		项目支出
            				人员经费	公用经费	
            一、财政拨款收入	1,300,000.00	一、社会保障和就业支出	100,000.00	100,000.00		
            1. 一般公共预算	1,300,000.00	二、城乡社区支出	1,200,000.00	800,000.00	100,000.00	300,000.00
            2. 政府性基金预算						
            收入总计	1,300,000.00	支出总计	1,300,000.00	900,000.00	100,000.00	300,000.00

            """;
        string unit = DistrictBudget.Replace("年部门", "年预算单位", StringComparison.Ordinal).Replace("区级部门", "区级单位", StringComparison.Ordinal);
        Assert.Equal("budget/shanghai/2024", Read(unit).Edition.Id);

        Assert.Contains(Whole, unit, StringComparison.Ordinal);
        Disclosure divided = Read(unit.Replace(Whole, Divided, StringComparison.Ordinal));
        Assert.Equal("budget/shanghai-unit/2024", divided.Edition.Id);
        Assert.Equal(["2=1,200,000.00", "3=800,000.00", "4=100,000.00", "5=300,000.00"], divided.Statement("B01")!.Row("19")!.Cells.Select(c => $"{c.Column}={c.Text}"));
        Assert.Equal(StatementState.Read, divided.Statement("B01")!.State);
    }

    [Fact]
    public void Tables_alone_take_kind_from_their_titles_and_year_from_the_file_name_where_nothing_else_tells()
    {
        string tables = DistrictBudget[DistrictBudget.IndexOf("2026年部门财务收支预算总表\n编制", StringComparison.Ordinal)..];
        tables = tables[..tables.IndexOf("其他相关情况说明", StringComparison.Ordinal)].Replace("2026年", "", StringComparison.Ordinal);
        Disclosure disclosure = DocumentReader.Read(SourceText.FromString("预算表2025.txt", tables), Statutes).Disclosure!;
        Assert.Equal((DisclosureKind.Budget, 2025, "budget/shanghai/2024"), (disclosure.Kind, disclosure.Year.Value, disclosure.Edition.Id));
        Assert.Equal(9, disclosure.Statements.Length);
    }

    [Fact]
    public void A_set_with_more_forms_and_other_columns_is_of_no_known_edition_and_is_read_all_the_same()
    {
        const string Other = """
            2024年度部门决算
            目录
            一、收入支出决算总表
            二、收入决算表
            三、支出决算表
            四、项目支出决算明细表
            五、机构运行信息表
            六、部门整体情况表
            七、资金来源情况表
            八、行政事业单位国有资产情况表
            九、政府采购情况表
            第一部分 部门概况
            本部门负责本地区的有关工作。
            第二部分 部门决算表
            2024年度支出决算表
            单位：万元
            科目代码	科目	支出合计	其中：基建
            201	一般公共服务支出	30.00	10.00
            20131	党委办公厅（室）及相关机构事务	30.00	10.00
            2013101	行政运行	30.00	10.00
            合计		30.00	10.00
            部门决算支出决算情况
            """;
        Disclosure disclosure = Read(Other);
        Assert.False(disclosure.EditionBasis!.Known);
        Assert.Contains(disclosure.EditionBasis.Evidence, e => e.En.Contains("tables that the edition does not have", StringComparison.Ordinal));
        Statement form = Assert.Single(disclosure.Statements);
        Assert.Equal(("03", StatementState.Partial), (form.Form, form.State));
        // Which column the unknown one is cannot be told; what its caption tells is read.
        Assert.Equal("30.00", form.Cell("201", "1")!.Text);
        Assert.Equal(["1"], form.Row("201")!.Cells.Select(c => c.Column));
        Assert.Contains("2", form.Row("201")!.UnreadColumns);
    }

    private static Disclosure Read(string text) => DocumentReader.Read(SourceText.FromString("x.txt", text), Statutes).Disclosure!;
}
