using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Reports;
using Mingzhang.Publishing.Terminal;

namespace Mingzhang.Publishing.Tests.Terminal;

public sealed class TextReportTests
{
    private static string Report(string language = "zh")
    {
        var writer = new StringWriter();
        TextReport.Write(Sample.Checked, writer, language);
        return writer.ToString();
    }

    [Fact]
    public void The_summary_comes_first()
    {
        string[] lines = Report().Split('\n');
        Assert.Equal("样例市样例局 2023年度部门决算  文件/样例.txt", lines[0]);
        Assert.Equal("错误 2  警告 1  尾差 1  提示 0  检查：通过 40 次，不符 2 次，未检 3 次", lines[1]);
    }

    [Fact]
    public void Findings_are_grouped_by_severity_and_then_by_form_or_section()
    {
        string report = Report();
        int[] order = [.. new[] { "错误 2\n", "公开05  一般公共预算财政拨款支出决算表", "单元格里是 #REF!", "三  部门决算情况说明", "文字写 1023.39", "警告 1\n", "缺少国有资产占用情况", "尾差 1\n" }
            .Select(t => report.IndexOf(t, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public void A_finding_shows_place_quote_expected_value_and_evidence()
    {
        string report = Report();
        Assert.Contains("第 7 行  narrative.amount", report, StringComparison.Ordinal);
        Assert.Contains("原文  1023.39\n", report, StringComparison.Ordinal);
        Assert.Contains("应为  1023.69\n", report, StringComparison.Ordinal);
        Assert.Contains("依据  1,023.69  公开05 死亡抚恤 小计  第 4 行  05[2080801].1\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_run_and_what_was_not_read_close_the_report_with_the_reasons()
    {
        string report = Report();
        Assert.Contains("3 × 没有读到公开07表  narrative.amount\n", report, StringComparison.Ordinal);
        Assert.Contains("第 10 行  公开05  本表没有这一行  看不懂的一行 12 34\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_comes_in_English_on_demand()
    {
        string report = Report("en");
        Assert.Contains("error 2", report, StringComparison.Ordinal);
        Assert.Contains("the text says 1023.39", report, StringComparison.Ordinal);
        Assert.Contains("form 07 was not read", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_gets_no_colour() => Assert.DoesNotContain('\u001b', Report());

    [Fact]
    public void A_document_cannot_send_commands_to_the_terminal()
    {
        Finding evil = Sample.Result.Findings[0] with { Quote = "12\u001b[2J\u0007.5\u202e", Stated = "\u001b]0;x\u0007" };
        CheckReport report = new("a.txt", Sample.Result with { Findings = [evil] }, Sample.Rules);
        var writer = new StringWriter();
        TextReport.Write([Examined.Checked(report)], writer);
        Assert.DoesNotContain(writer.ToString(), c => c is '\u001b' or '\u0007' or '\u202e');
    }

    [Fact]
    public void Several_documents_follow_each_other_and_one_that_cannot_be_used_says_why()
    {
        var writer = new StringWriter();
        TextReport.Write([Sample.Checked[0], Examined.Unusable("b.txt", new Text("b.txt：坏了", "b.txt: broken"))], writer);
        Assert.Contains("\n\nb.txt\n  b.txt：坏了\n\n汇总：2 个文件，其中 1 个不能用\n", writer.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("  不能用  b.txt\n", writer.ToString(), StringComparison.Ordinal);
    }
}
