using System.Text.Json;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Reports;
using Mingzhang.Publishing.Sarif;

namespace Mingzhang.Publishing.Tests.Sarif;

public sealed class SarifReportTests
{
    private static readonly JsonElement Log = Written.Json(stream => SarifReport.Write(Sample.Checked, stream));
    private static readonly JsonElement Run = Log.GetProperty("runs")[0];

    [Fact]
    public void The_log_satisfies_the_schema() => Assert.Empty(SarifSchema.Violations(Log));

    [Fact]
    public void A_log_of_several_documents_and_an_unusable_one_satisfies_the_schema()
    {
        JsonElement log = Written.Json(stream => SarifReport.Write([Sample.Checked[0], Examined.Unusable("坏 的.txt", new Text("坏了", "broken"))], stream, "en"));
        Assert.Empty(SarifSchema.Violations(log));
        JsonElement invocation = log.GetProperty("runs")[0].GetProperty("invocations")[0];
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        JsonElement notification = invocation.GetProperty("toolExecutionNotifications").EnumerateArray().Single(n => n.At("level") == "error");
        Assert.Equal("broken", notification.GetProperty("message").At("text"));
    }

    [Fact]
    public void The_validator_of_this_test_rejects_what_the_schema_rejects()
    {
        JsonElement log = JsonDocument.Parse("""{"version": "2.0", "runs": [{"columnKind": "bytes", "results": [{"message": {}, "level": "loud", "locations": [{"physicalLocation": {"region": {"startLine": 0}}}], "surplus": 1}]}]}""").RootElement;
        string violations = string.Join('\n', SarifSchema.Violations(log));
        foreach (string place in new[] { "$.version", "lacks tool", "columnKind", "message: lacks text", "level", "startLine", "lacks artifactLocation", "may not have surplus" })
            Assert.Contains(place, violations, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "error")]
    [InlineData(1, "error")]
    [InlineData(2, "warning")]
    [InlineData(3, "note")]
    public void Severities_map_to_levels(int result, string level) =>
        Assert.Equal(level, Run.GetProperty("results")[result].At("level"));

    [Fact]
    public void A_result_points_at_the_characters_of_the_document()
    {
        JsonElement location = Run.GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        JsonElement region = location.GetProperty("region");
        string line = Sample.Source.Lines[region.GetProperty("startLine").GetInt32() - 1];
        Assert.Equal("1023.39", line[(region.GetProperty("startColumn").GetInt32() - 1)..(region.GetProperty("endColumn").GetInt32() - 1)]);
        Assert.Equal("1023.39", region.GetProperty("snippet").At("text"));
        Assert.Equal("%E6%96%87%E4%BB%B6/%E6%A0%B7%E4%BE%8B.txt", location.GetProperty("artifactLocation").At("uri"));
        Assert.Equal("utf16CodeUnits", Run.At("columnKind"));
    }

    [Fact]
    public void Rules_are_described_and_results_refer_to_them()
    {
        JsonElement rules = Run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        Assert.Equal(Sample.Rules.Length, rules.GetArrayLength());
        foreach (JsonElement result in Run.GetProperty("results").EnumerateArray())
            Assert.Equal(result.At("ruleId"), rules[result.GetProperty("ruleIndex").GetInt32()].At("id"));
        Assert.All(rules.EnumerateArray(), rule => Assert.NotEmpty(rule.GetProperty("fullDescription").At("text")!));
    }

    [Fact]
    public void Evidence_becomes_related_locations_and_ids_become_fingerprints()
    {
        JsonElement result = Run.GetProperty("results")[0];
        JsonElement related = result.GetProperty("relatedLocations")[0];
        Assert.Equal(4, related.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal("公开05 死亡抚恤 小计 1,023.69", related.GetProperty("message").At("text"));
        Assert.Equal("05[2080801].1", related.GetProperty("logicalLocations")[0].At("name"));
        Assert.Equal("a1", result.GetProperty("partialFingerprints").At("mingzhang/v1"));
    }

    [Fact]
    public void Something_missing_has_the_document_as_its_place_and_no_region() =>
        Assert.False(Run.GetProperty("results")[2].GetProperty("locations")[0].GetProperty("physicalLocation").TryGetProperty("region", out _));

    [Fact]
    public void Unread_text_is_a_note_of_the_run()
    {
        JsonElement note = Run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0];
        Assert.Equal("note", note.At("level"));
        Assert.Equal(10, note.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Theory]
    [InlineData("a b/决算.txt", "a%20b/%E5%86%B3%E7%AE%97.txt")]
    [InlineData("/data/x#1.txt", "file:///data/x%231.txt")]
    [InlineData("C:\\data\\x.txt", "file:///C:/data/x.txt")]
    [InlineData("../x?.txt", "../x%3F.txt")]
    public void Paths_become_uri_references(string path, string uri) => Assert.Equal(uri, SarifPlaces.UriOf(path));

    [Fact]
    public void A_region_over_several_lines_ends_after_its_last_character()
    {
        Finding finding = Sample.Result.Findings[0] with { Where = new Place(new TextSpan(7, 2, 8, 3)) };
        CheckReport report = new("a.txt", Sample.Result with { Findings = [finding] }, Sample.Rules);
        JsonElement region = Written.Json(stream => SarifReport.Write([Examined.Checked(report)], stream))
            .GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal([7, 3, 8, 4], new[] { "startLine", "startColumn", "endLine", "endColumn" }.Select(n => region.GetProperty(n).GetInt32()));
    }
}
