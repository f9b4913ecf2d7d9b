using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Mingzhang.Cli.Tests;

/// <summary>Classified projects (涉密项目): their money is in the totals, but neither their name nor their amount is in anything that <c>build</c> writes.</summary>
public sealed class ClassifiedProjectTests : IDisposable
{
    // 53219.57 元 of budget and expenditure, beside another project of the same item.
    private const string Name = "乙字号专项", Use = "隐蔽工程维护";
    private static readonly Regex Secret = new($"{Name}|{Use}|P09|(?<![\\d.,])(5\\.32|53,?219\\.57)(?!\\d)");

    private readonly BookCopy _book = new();
    private readonly ScratchFolder _folder = new();

    public ClassifiedProjectTests() => _book
        .Write("projects/P09.yaml", $"code: P09\nname: {Name}\nunit: \"801002\"\ncategory: 特定目标类\nuse: {Use}\nclassified: true\n")
        .Write("performance/P09.yaml", _book.Text("performance/P01.yaml").Replace("P01", "P09", StringComparison.Ordinal))
        .Write("budget.csv", _book.Text("budget.csv") + "年初,,801002,一般公共预算,2070104,,P09,项目支出,53219.57\n")
        .Write("ledger.csv", _book.Text("ledger.csv") + """
            2023-10-20,0006,801002,6001,一般公共预算,2070104,,,P09,项目支出,,53219.57,直接支付
            2023-10-20,0006,801002,7201,一般公共预算,2070104,30227,50502,P09,项目支出,,53219.57,直接支付

            """);

    public void Dispose()
    {
        _book.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Neither_name_nor_amount_is_in_any_format()
    {
        Run run = Run.Of("build", _book.Folder, "-o", _folder.At("out"), "--formats", "docx,xlsx,html,json,csv", "--force");
        Assert.True(run.Status != 2, run.Messages);
        List<(string File, string Text)> texts = Written();
        Assert.Contains(texts, t => t.File.Contains(".docx", StringComparison.Ordinal) && t.Text.Contains("全民阅读推广", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.File.Contains(".xlsx", StringComparison.Ordinal) && t.Text.Contains("2070104", StringComparison.Ordinal));
        foreach ((string file, string text) in texts)
        {
            Match found = Secret.Match(text);
            Assert.True(!found.Success, $"{file}: {(found.Success ? Around(text, found) : "")}");
        }
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void Nor_in_the_forms_alone(string format)
    {
        Directory.CreateDirectory(_folder.At("out"));
        Run run = Run.Of("compile", _book.Folder, "--format", format, "-o", _folder.At("out/forms"));
        Assert.True(run.Status == 0, run.Messages);
        Assert.DoesNotContain(Name, run.Messages, StringComparison.Ordinal);
        List<(string File, string Text)> texts = Written();
        Assert.Contains(texts, t => t.Text.Contains("2070104", StringComparison.Ordinal));
        foreach ((string file, string text) in texts) Assert.False(Secret.IsMatch(text), file);
    }

    [Fact]
    public void Were_it_not_classified_both_would_be()
    {
        _book.Replace("projects/P09.yaml", "classified: true", "classified: false");
        Run run = Run.Of("build", _book.Folder, "-o", _folder.At("out"), "--formats", "json", "--force");
        Assert.True(run.Status != 2, run.Messages);
        Assert.Equal([Name, "5.32"], Written().SelectMany(t => Secret.Matches(t.Text)).Select(m => m.Value).Where(v => v is Name or "5.32").Distinct().OrderByDescending(v => v, StringComparer.Ordinal));
    }

    [Fact]
    public void Prose_that_names_it_stops_the_build()
    {
        _book.Replace("prose.md", "健身设施更新任务增加", $"{Name}任务增加");
        Run run = Run.Of("build", _book.Folder, "-o", _folder.At("out"), "--formats", "json");
        Assert.Equal(2, run.Status);
        Assert.Empty(run.Output);
        Assert.Contains("出现了涉密项目（编码 P09）的名称", run.Messages, StringComparison.Ordinal);
        Assert.Contains("账簿有 1 处错误，没有生成文件", run.Messages, StringComparison.Ordinal);
        Assert.Empty(_folder.Names());
    }

    private List<(string File, string Text)> Written()
    {
        var texts = new List<(string File, string Text)>();
        foreach (string file in Directory.EnumerateFiles(_folder.At("out"), "*", SearchOption.AllDirectories)) Collect(Path.GetRelativePath(_folder.At("out"), file), File.ReadAllBytes(file), texts);
        return texts;
    }

    /// <summary>The text of a file without markup; of archives that of every part.</summary>
    private static void Collect(string name, byte[] bytes, List<(string File, string Text)> texts)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8))
        {
            string text = Encoding.UTF8.GetString(bytes);
            texts.Add((name, text));
            // Words may be parted by markup.
            if (text.Contains('<', StringComparison.Ordinal)) texts.Add((name + " text", string.Concat(text.Split('<').Select(p => p[(p.IndexOf('>', StringComparison.Ordinal) + 1)..]))));
            return;
        }

        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        foreach (ZipArchiveEntry part in zip.Entries)
        {
            using Stream stream = part.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            Collect($"{name}/{part.FullName}", content.ToArray(), texts);
        }
    }

    private static string Around(string text, Match found) => text[Math.Max(0, found.Index - 60)..Math.Min(text.Length, found.Index + found.Length + 40)];
}
