using System.Text;
using System.Text.Json;
using Mingzhang.Product.Tests.CleanDisclosure;

namespace Mingzhang.Product.Tests.BadInput;

/// <summary>What cannot be used is refused with a message, status 2 and no output file; what can be used in part is.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang-bad-").FullName;

    static BadInputTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("read")]
    [InlineData("check")]
    public void A_file_that_is_not_there_is_named(string verb) => Refused(verb, Path.Combine(_folder, "没有这个文件.txt"), "没有这个文件.txt");

    [Fact]
    public void An_empty_file_is_refused() => Refused("check", Write("empty.txt", []), "empty.txt");

    [Fact]
    public void A_file_of_blank_lines_is_refused() => Refused("check", Write("blank.txt", "\n \n\t\n"u8.ToArray()), "blank.txt");

    [Fact]
    public void A_binary_file_is_refused()
    {
        byte[] bytes = new byte[50_000];
        new Random(1).NextBytes(bytes);
        "%PDF-1.7\n"u8.CopyTo(bytes);
        Refused("check", Write("document.pdf", bytes), "document.pdf");
        Refused("check", Write("document.txt", bytes), "document.txt");
    }

    [Fact]
    public void Bytes_that_no_encoding_explains_are_named_by_their_offset()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(CleanDocument.Tabbed.Text);
        int offset = 0;
        while (bytes[offset] < 0x80) offset++;
        offset += 300 - (300 % 3);
        while ((bytes[offset] & 0xC0) == 0x80) offset++;
        bytes[offset] = 0xFF;
        CommandResult result = Refused("check", Write("broken.txt", bytes), "broken.txt");
        Assert.Contains(offset.ToString(), result.Messages);
    }

    [Fact]
    public void A_document_in_the_national_encoding_reads_the_same()
    {
        string utf8 = Write("a.txt", Encoding.UTF8.GetBytes(CleanDocument.Tabbed.Text));
        string marked = Write("b.txt", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(CleanDocument.Tabbed.Text)]);
        string national = Write("c.txt", Encoding.GetEncoding("GB18030").GetBytes(CleanDocument.Tabbed.Text));
        string windows = Write("d.txt", Encoding.UTF8.GetBytes(CleanDocument.Tabbed.Text.Replace("\n", "\r\n", StringComparison.Ordinal)));
        CommandResult expected = Command.Run("read", utf8, "--format", "json");
        Assert.Equal(0, expected.Status);
        foreach (string other in new[] { marked, national, windows })
            Assert.Equal(expected.Output.Replace("a.txt", Path.GetFileName(other), StringComparison.Ordinal), Command.Run("read", other, "--format", "json").Output);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_and_the_limit_can_be_raised()
    {
        string path = Write("large.txt", Encoding.UTF8.GetBytes(CleanDocument.Tabbed.Text));
        Refused("check", path, "large.txt", "--max-size", "4KB");
        Assert.Equal(0, Command.Run("check", path, "--max-size", "4MB").Status);
    }

    [Fact]
    public void Two_hundred_megabytes_are_refused_at_once()
    {
        string path = Path.Combine(_folder, "huge.txt");
        using (FileStream file = File.Create(path)) file.SetLength(200L * 1024 * 1024);
        Refused("check", path, "huge.txt");
    }

    [Fact]
    public void A_text_that_is_no_disclosure_is_refused() =>
        Refused("check", Write("letter.txt", Encoding.UTF8.GetBytes("关于召开防汛工作会议的通知\n\n请各单位于明日上午九时参会，会期半天。\n")), "letter.txt");

    [Fact]
    public void A_budget_with_little_in_it_is_checked_as_far_as_it_goes()
    {
        const string budget = "云山区河湖管护局2024年部门预算公开\n\n目 录\n\n第一部分 2024年部门预算公开说明\n\n一、部门基本情况\n\n二、收支预算总体安排情况\n\n2024年收入预算1200.00万元，支出预算1200.00万元。\n\n第三部分 2024年部门预算公开表\n\n表1 部门收支总表\n\n表2 部门收入总表\n";
        CommandResult result = Command.Run("check", Write("budget.txt", Encoding.UTF8.GetBytes(budget)));
        Assert.NotEqual(2, result.Status);
        Assert.Contains("预算", result.Output);
    }

    [Fact]
    public void A_folder_without_documents_is_refused() => Refused("check", _folder, Path.GetFileName(_folder));

    [Fact]
    public void A_document_without_some_forms_is_checked_as_far_as_it_goes()
    {
        string text = CleanDocument.Tabbed.Text;
        int from = text.IndexOf("2023年度收入决算表", StringComparison.Ordinal), to = text.IndexOf("2023年度财政拨款收入支出决算总表", StringComparison.Ordinal);
        string path = Write("missing.txt", Encoding.UTF8.GetBytes(text[..from] + text[to..]));
        CommandResult result = Command.Run("check", path, "--format", "json");
        Assert.Equal(1, result.Status);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        string[] messages = [.. json.RootElement.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("message").GetString()!)];
        Assert.Contains(messages, m => m.Contains("02", StringComparison.Ordinal) || m.Contains("收入决算表", StringComparison.Ordinal));
        Assert.Contains(messages, m => m.Contains("03", StringComparison.Ordinal) || m.Contains("支出决算表", StringComparison.Ordinal));
        Assert.True(json.RootElement.GetProperty("summary").GetProperty("passed").GetInt32() > 100);
        Assert.True(json.RootElement.GetProperty("summary").GetProperty("notRun").GetInt32() > 0);
    }

    [Fact]
    public void Wrong_usage_has_a_status_of_its_own() => Assert.Equal(64, Command.Run("check", "--no-such-option").Status);

    private string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private CommandResult Refused(string verb, string path, string named, params IReadOnlyList<string> more)
    {
        string target = Path.Combine(_folder, "result.json");
        CommandResult result = Command.Run([verb, path, "--format", "json", "-o", target, .. more]);
        Assert.Equal(2, result.Status);
        Assert.Contains(named, result.Messages);
        Assert.DoesNotContain("   at ", result.Messages);
        Assert.Equal("", result.Output);
        Assert.False(File.Exists(target));
        return result;
    }
}
