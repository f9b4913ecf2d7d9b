using System.Text.Json;
using Mingzhang.Publishing.Data;

namespace Mingzhang.Publishing.Tests.Data;

public sealed class CheckJsonTests
{
    private static readonly JsonElement Root = Written.Json(stream => CheckJson.Write(Sample.Report, stream));

    [Fact]
    public void The_result_has_the_parts_of_the_contract() =>
        Assert.Equal(["document", "summary", "findings", "rules", "unread"], Root.Names());

    [Fact]
    public void The_summary_counts_tests_and_findings()
    {
        JsonElement summary = Root.GetProperty("summary");
        Assert.Equal(["passed", "failed", "notRun", "error", "warning", "rounding", "info"], summary.Names());
        Assert.Equal([40, 2, 3, 2, 1, 1, 0], summary.EnumerateObject().Select(p => p.Value.GetInt32()));
    }

    [Fact]
    public void A_finding_has_its_place_statement_evidence_and_related_findings()
    {
        JsonElement finding = Root.GetProperty("findings")[0];
        Assert.Equal("a1", finding.At("id"));
        Assert.Equal("narrative.amount", finding.At("rule"));
        Assert.Equal("error", finding.At("severity"));
        Assert.Equal("文字写 1023.39，表内为 1023.69", finding.At("message"));
        Assert.Equal("三", finding.GetProperty("where").At("section"));
        Assert.Equal(7, finding.GetProperty("where").GetProperty("line").GetInt32());
        Assert.Equal("1023.39", finding.At("quote"));
        Assert.Equal("1023.39", finding.At("stated"));
        Assert.Equal("1023.69", finding.At("expected"));
        JsonElement evidence = finding.GetProperty("evidence")[0];
        Assert.Equal("05[2080801].1", evidence.At("address"));
        Assert.Equal("1,023.69", evidence.At("value"));
        Assert.Equal(4, evidence.GetProperty("line").GetInt32());
        Assert.Equal("b2", finding.GetProperty("related")[0].GetString());
    }

    [Fact]
    public void Columns_are_counted_from_one_and_the_quote_lies_between_them()
    {
        JsonElement where = Root.GetProperty("findings")[0].GetProperty("where");
        string line = Sample.Source.Lines[where.GetProperty("line").GetInt32() - 1];
        Assert.Equal("1023.39", line[(where.GetProperty("column").GetInt32() - 1)..(where.GetProperty("endColumn").GetInt32() - 1)]);
    }

    [Fact]
    public void A_finding_on_something_missing_has_no_line()
    {
        JsonElement finding = Root.GetProperty("findings")[2];
        Assert.Equal(["section"], finding.GetProperty("where").Names());
        Assert.Equal("缺少国有资产占用情况", finding.At("message"));
        Assert.Null(finding.At("quote"));
    }

    [Fact]
    public void Every_end_of_every_rule_is_listed_with_its_reason()
    {
        JsonElement[] rules = [.. Root.GetProperty("rules").EnumerateArray()];
        Assert.Equal(4, rules.Length);
        Assert.Equal(("notRun", "没有读到公开07表", "3"), (rules[2].At("outcome"), rules[2].At("why"), rules[2].At("times")));
        Assert.Null(rules[0].At("why"));
    }

    [Fact]
    public void Messages_and_reasons_come_in_English_on_demand()
    {
        JsonElement english = Written.Json(stream => CheckJson.Write(Sample.Report, stream, "en"));
        Assert.Equal("the text says 1023.39, the form 1023.69", english.GetProperty("findings")[0].At("message"));
        Assert.Equal("form 07 was not read", english.GetProperty("rules")[2].At("why"));
    }
}
