namespace Mingzhang.Cli.Tests;

/// <summary>What is found while the text is written names the file that it was read from, whatever its name, and the line.</summary>
public sealed class ProblemPlaceTests : IDisposable
{
    private readonly BookCopy _book = new();
    private readonly ScratchFolder _folder = new();

    public void Dispose()
    {
        _book.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("prose.md", "# 绩效管理工作开展情况\n", "# 绩效管理工作开展情况\n\n全年投入12.5万元。\n", "全年投入12.5万元", "", "文字中的“12.5万元”")]
    [InlineData("prose.md", "## 2070101\n人员变动\n", "", "# 原因", "2070101", "没有写原因")]
    [InlineData("unit.yaml", "机要通信用车: 1, 应急保障用车: 1", "机要通信用车: 1, 班车: 1", "班车", "vehicles", "没有“班车”这一车辆用途")]
    [InlineData("projects/P01.yaml", "use: 开展", "use: 用9.87万元开展", "9.87万元", "use", "文字中的“9.87万元”")]
    [InlineData("performance/department.yaml", "按计划完成。", "按计划完成，支出9.87万元。", "9.87万元", "outcome", "文字中的“9.87万元”")]
    [InlineData("performance/P01.yaml", "date: 2024-04-18", "budget: 1.00", "scope", "budget", "填写为 0.00 万元")]
    public void A_problem_names_file_and_line(string file, string old, string @new, string at, string field, string said)
    {
        _book.Replace(file, old, @new);
        string place = file;
        if (file.Contains('/', StringComparison.Ordinal))
        {
            place = file[..(file.IndexOf('/', StringComparison.Ordinal) + 1)] + "其他名称.yaml";
            _book.Write(place, _book.Text(file)).Remove(file);
        }

        string text = _book.Text(place);
        int line = text[..text.IndexOf(at, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        Run run = Run.Of("build", _book.Folder, "-o", _folder.At("out"), "--formats", "json");
        string named = $" {_book.At(place)} 第 {line} 行{(field.Length > 0 ? $"“{field}”" : "")}：";
        Assert.True(run.Messages.Split('\n').Any(m => m.Contains(named, StringComparison.Ordinal) && m.Contains(said, StringComparison.Ordinal)), $"{named}\n{run.Messages}");
    }

    [Theory]
    [InlineData("prose.md", "公益性文化活动经费增加", "“全民阅读推广”经费增加", "“全民阅读推广”经费")]
    [InlineData("performance/department.yaml", "按计划完成。", "按计划完成，含全民阅读推广。", "全民阅读推广。")]
    public void The_name_of_a_classified_project_is_found_where_it_stands(string file, string old, string @new, string at)
    {
        _book.Replace("projects/P01.yaml", "use: ", "classified: true\nuse: ").Replace(file, old, @new);
        string text = _book.Text(file);
        int line = text[..text.IndexOf(at, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        Run run = Run.Of("build", _book.Folder, "-o", _folder.At("out"), "--formats", "json");
        Assert.Equal(2, run.Status);
        string message = Assert.Single(run.Messages.Split('\n'), m => m.Contains("出现了涉密项目（编码 P01）的名称", StringComparison.Ordinal));
        Assert.Contains($" {_book.At(file)} 第 {line} 行：", message, StringComparison.Ordinal);
        Assert.DoesNotContain("全民阅读推广", message, StringComparison.Ordinal);
    }
}
