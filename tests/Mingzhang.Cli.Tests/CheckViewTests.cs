using System.Text.Json;
using Mingzhang.Core.Figures;
using Mingzhang.Publishing.Views;

namespace Mingzhang.Cli.Tests;

public sealed class CheckViewTests : IDisposable
{
    private static readonly CheckView View = Of(Documents.Example);
    private readonly ScratchFolder _folder = new();

    private static DocumentView Document => View.Documents.Single();

    public void Dispose() => _folder.Dispose();

    private static CheckView Of(params string[] arguments) =>
        JsonSerializer.Deserialize(Run.Of(["check", .. arguments, "--format", "view"]).Output, ViewJson.Readable.CheckView)!;

    [Fact]
    public void The_view_has_the_findings_of_the_contract_in_the_order_of_the_text()
    {
        JsonElement json = Run.Of("check", Documents.Example, "--format", "json").Json();
        Assert.Equal(json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("id").GetString()).Order(), Document.Findings.Select(f => f.Id).Order());
        Assert.Equal(Document.Findings.OrderBy(f => f.Where.Line).ThenBy(f => f.Where.Column).Select(f => f.Id), Document.Findings.Select(f => f.Id));
    }

    [Fact]
    public void Marks_of_the_lines_give_the_quotes_of_the_findings()
    {
        for (int i = 0; i < Document.Findings.Length; i++)
        {
            FindingView finding = Document.Findings[i];
            if (finding.Where.Line == 0 || finding.Where.Line != finding.Where.EndLine) continue;
            LineView line = Document.Lines[finding.Where.Line - 1];
            MarkView mark = line.Marks.Single(m => m.Finding == i + 1 && m.IsFirst);
            Assert.Equal(finding.Quote.Trim(), line.Text[mark.Start..mark.End]);
            Assert.InRange(finding.Chapter, 0, Document.Chapters.Length - 1);
        }
    }

    [Fact]
    public void A_share_is_written_out_with_the_intervals_that_do_not_meet()
    {
        ComputationView share = Document.Findings.Single(f => f is { Rule: "narrative.share", Stated: "95.9" }).Computations[0];
        Assert.Equal("100 × 1358.41 ÷ 1365.36", share.Right.Written);
        Assert.Equal(("95.9", "[95.85, 95.95]", "="), (share.Left.Written, share.Left.Range, share.Sign));
        Assert.False(share.CanHold);
        Assert.Contains("两个区间不相交", share.Why.Zh, StringComparison.Ordinal);
        Assert.Equal("[1358.405, 1358.415]", share.Right.Figures[0].Range);
        Assert.Equal("02[合计].1", share.Right.Figures[1].Place.Address);
    }

    [Fact]
    public void A_long_sum_leaves_out_its_blank_cells_and_says_how_many()
    {
        ComputationView sum = Document.Findings.Single(f => f.Rule == "form.06.hierarchy").Computations[0];
        Assert.Equal("75.55", sum.Left.Written);
        Assert.Equal(sum.Right.Figures.Length, sum.Right.Written.Split(" + ").Length);
        Assert.DoesNotContain(sum.Right.Figures, f => f.Printed == "空");
        Assert.Equal("75.46", sum.Right.Value);
    }

    [CorpusFact]
    public void Wherever_one_figure_stands_against_another_the_computation_is_written_out()
    {
        foreach (DocumentView document in Of([.. Corpus.Documents]).Documents)
        {
            foreach (FindingView finding in document.Findings)
            {
                bool figures = Printed.TryParse(finding.Stated, out _) && finding.Expected is { } expected && Printed.TryParse(expected, out _);
                if (!figures) continue;
                Assert.True(!finding.Computations.IsEmpty, $"{document.File}: {finding.Rule}: {finding.Message.Zh}");
                Assert.All(finding.Computations, c => Assert.NotEqual("", c.Relation.Zh));
            }
        }
    }

    [Fact]
    public void Rules_end_as_often_as_the_summary_says()
    {
        JsonElement summary = Run.Of("check", Documents.Example, "--format", "json").Json().GetProperty("summary");
        Assert.Equal(summary.GetProperty("passed").GetInt32(), Document.Rules.Sum(r => r.Passed));
        Assert.Equal(summary.GetProperty("failed").GetInt32(), Document.Rules.Sum(r => r.Failed));
        Assert.Equal(summary.GetProperty("notRun").GetInt32(), Document.Rules.Sum(r => r.NotRun.Sum(n => n.Times)));
    }

    [Fact]
    public void A_file_that_cannot_be_used_stands_beside_the_others_with_its_reason()
    {
        string other = _folder.File("a.txt", "没有数据");
        CheckView view = Of(other, Documents.Clean);
        Assert.Equal(2, view.Documents.Length);
        Assert.Contains("不是部门预算或决算公开文件", view.Documents[0].Problem!.Zh, StringComparison.Ordinal);
        Assert.Empty(view.Documents[0].Findings);
        Assert.NotEmpty(view.Documents[1].Forms);
    }
}
