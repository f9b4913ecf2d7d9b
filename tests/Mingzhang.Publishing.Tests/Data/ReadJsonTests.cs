using System.Text.Json;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Tests.Data;

public sealed class ReadJsonTests
{
    private static readonly JsonElement Root = Written.Json(stream => ReadJson.Write(Sample.Disclosure, stream));

    [Fact]
    public void The_document_has_the_parts_of_the_contract() =>
        Assert.Equal(["document", "statements", "evaluations", "narrative", "particulars"], Root.Names());

    [Fact]
    public void The_head_says_what_the_document_is()
    {
        JsonElement head = Root.GetProperty("document");
        Assert.Equal("finalAccounts", head.At("kind"));
        Assert.Equal(2023, head.GetProperty("year").GetInt32());
        Assert.Equal("样例市样例局", head.At("unit"));
        Assert.Equal("万元", head.At("amountUnit"));
        Assert.Null(head.At("pages"));
    }

    [Fact]
    public void Figures_are_strings_as_printed_without_thousands_separators()
    {
        JsonElement row = Root.GetProperty("statements")[0].GetProperty("rows")[0];
        Assert.Equal("2080801", row.At("key"));
        Assert.Equal("死亡抚恤", row.At("caption"));
        Assert.Equal(4, row.GetProperty("line").GetInt32());
        Assert.Equal(JsonValueKind.String, row.GetProperty("cells").GetProperty("1").ValueKind);
        Assert.Equal("1023.69", row.GetProperty("cells").At("1"));
    }

    [Fact]
    public void A_cell_that_is_no_figure_keeps_its_text_and_empty_cells_are_left_out()
    {
        JsonElement row = Root.GetProperty("statements")[0].GetProperty("rows")[1];
        Assert.Equal("#REF!", row.GetProperty("cells").At("1"));
        Assert.Equal(["1"], row.GetProperty("cells").Names());
        Assert.Equal("3", row.GetProperty("unreadColumns")[0].GetString());
        Assert.Null(row.At("caption"));
    }

    [Fact]
    public void What_could_not_be_read_has_its_text_and_reason()
    {
        JsonElement unread = Root.GetProperty("statements")[0].GetProperty("unread")[0];
        Assert.Equal("partial", Root.GetProperty("statements")[0].At("state"));
        Assert.Equal("看不懂的一行 12 34", unread.At("text"));
        Assert.Equal("unknownRow", unread.At("reason"));
        Assert.Equal(10, unread.GetProperty("line").GetInt32());
        Assert.NotEmpty(unread.At("why")!);
    }

    [Fact]
    public void Evaluations_give_figures_without_units_and_names_without_points()
    {
        JsonElement evaluation = Root.GetProperty("evaluations")[0];
        Assert.Equal("project", evaluation.At("scope"));
        Assert.Equal("91.6%", evaluation.At("rate"));
        Assert.Equal("98.32", evaluation.At("total"));
        JsonElement indicator = evaluation.GetProperty("indicators")[0];
        Assert.Equal("培训次数", indicator.At("name"));
        Assert.Equal("培训次数(2分)", indicator.At("printedName"));
        Assert.Equal("2", indicator.At("weight"));
        Assert.Null(indicator.At("level2"));
    }

    [Fact]
    public void Claims_stand_in_their_section_with_quote_and_address()
    {
        JsonElement section = Root.GetProperty("narrative").EnumerateArray().Single(s => s.At("section") == "三");
        Assert.Equal("部门决算情况说明", section.At("title"));
        JsonElement claim = section.GetProperty("claims")[0];
        Assert.Equal("amount", claim.At("kind"));
        Assert.Equal("1023.39", claim.At("value"));
        Assert.Equal(2, claim.GetProperty("decimals").GetInt32());
        Assert.Equal("05[2080801].1", claim.At("address"));
        Assert.Equal("1023.39", claim.At("quote"));
        Assert.Equal("vehicles/应急保障用车", section.GetProperty("claims")[1].At("key"));
    }

    [Fact]
    public void Particulars_are_made_from_the_claims_by_the_prefix_of_their_key()
    {
        JsonElement particulars = Root.GetProperty("particulars");
        Assert.Equal(["staff", "vehicles", "procurement", "overseas", "reception"], particulars.Names());
        Assert.Equal("2", particulars.GetProperty("vehicles").GetProperty("应急保障用车").At("value"));
        Assert.Empty(particulars.GetProperty("staff").Names());
    }

    [Fact]
    public void Several_documents_are_an_array_and_one_that_cannot_be_used_says_why()
    {
        JsonElement list = Written.Json(stream => ReadJson.Write([Examined.Read("a.txt", Sample.Disclosure), Examined.Unusable("b.txt", new Text("坏了", "broken"))], true, stream));
        Assert.Equal(2, list.GetArrayLength());
        Assert.Equal("a.txt", list[0].GetProperty("document").At("file"));
        Assert.Equal("b.txt", list[1].GetProperty("document").At("file"));
        Assert.Equal("broken", list[1].GetProperty("problem").At("en"));
    }

    [Fact]
    public void Chinese_text_is_readable_in_the_file() =>
        Assert.Contains("死亡抚恤", Written.Text(stream => ReadJson.Write(Sample.Disclosure, stream)), StringComparison.Ordinal);
}
