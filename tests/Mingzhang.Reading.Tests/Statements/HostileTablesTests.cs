using System.Collections.Immutable;
using System.Text;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Evaluations.Goals;
using Mingzhang.Reading.Outlines;
using Mingzhang.Reading.Statements;
using Mingzhang.Statutes;

namespace Mingzhang.Reading.Tests.Statements;

/// <summary>Tables of budgets made to be slow or to break the reader: they end, and nothing is thrown.</summary>
public sealed class HostileTablesTests
{
    private static readonly StatuteBook Statutes = StatuteBook.Load();

    [Fact]
    public void Thousands_of_lines_of_captions_without_cells_are_read_in_linear_time()
    {
        var text = new StringBuilder("收支预算总表\n单位：万元\n");
        for (int i = 0; i < 20_000; i++) text.Append("一、财政拨款 30.00 一、一般公共服务支出 20.00 一、基本支出 18.00 其他支出其他支出其他支出其他支出其他支出其他支出\n");
        Assert.Equal("B01", Assert.Single(Read(text.ToString(), "jiangsu", 2019)).Form);
    }

    [Fact]
    public void A_register_of_many_entries_keeps_them_all()
    {
        var text = new StringBuilder("项目支出表\n科目编码\t科目名称\t单位编码\t单位名称\t项目名称\t总计\t预算内资金\n");
        for (int i = 0; i < 50_000; i++) text.Append("2013101\t行政运行\t004\t某局\t工作").Append(i).Append("\t1.00\t1.00\n");
        Statement form = Assert.Single(Read(text.ToString(), "wuhan", 2023));
        Assert.Equal(50_000, form.Rows.Length);
        Assert.All(form.Rows, r => Assert.Equal("合计", r.Parent));
    }

    [Fact]
    public void Mutated_budget_tables_are_read_without_failing()
    {
        var random = new Random(20190114);
        string seed = Evaluations.GoalReaderTests.Project + "\n" + Evaluations.GoalReaderTests.Department + """

            收支预算总表
            一、财政拨款	30.00	一、一般公共服务支出	20.00	一、基本支出	18.00
            当年收入小计	30.00	当年支出小计			30.00
            政府采购表
            单位编码	单位名称	项目名称	采购品目	采购数量	总计	预算内资金
            合计					9.00	9.00
            004	某局	养护	树苗	400	9.00	9.00
            """;
        for (int round = 0; round < 400; round++)
        {
            char[] text = seed.ToCharArray();
            for (int i = 0; i < 1 + round % 40; i++) text[random.Next(text.Length)] = seed[random.Next(seed.Length)];
            string mutated = new string(text)[..random.Next(text.Length / 2, text.Length)];
            _ = Read(mutated, "wuhan", 2023);
            _ = Read(mutated, "jiangsu", 2019);
        }
    }

    private static ImmutableArray<Statement> Read(string text, string place, int year)
    {
        Edition edition = Statutes.Edition(DisclosureKind.Budget, new FiscalYear(year), place)!;
        SourceText source = SourceText.FromString("x.txt", text);
        Outline outline = OutlineReader.Read(source, edition);
        _ = GoalReader.Read(source, outline, edition);
        return StatementReader.Read(source, outline, edition);
    }
}
