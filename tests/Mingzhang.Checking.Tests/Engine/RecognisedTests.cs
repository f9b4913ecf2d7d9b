using Mingzhang.Checking.Engine;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Tests.Engine;

public sealed class RecognisedTests
{
    [Theory]
    [InlineData(0.99f, 0.95f, Severity.Error)]
    [InlineData(0.6f, 0.95f, Severity.Info)]
    [InlineData(0.99f, 0.6f, Severity.Info)]
    public void A_finding_is_an_error_only_where_recognition_is_sure_of_its_figures(float stated, float evidence, Severity severity)
    {
        Finding finding = Assert.Single(Recognised.Lower(Source(stated, evidence), [Error(TextSpan.InLine(1, 0, 5))]));
        Assert.Equal(severity, finding.Severity);
        if (severity == Severity.Info) Assert.Contains(finding.Evidence, e => e.Note?.Zh.Contains("请核对原件", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void What_is_missing_in_a_recognised_document_is_no_error_and_other_documents_keep_theirs()
    {
        Assert.Equal(Severity.Info, Assert.Single(Recognised.Lower(Source(0.99f, 0.99f), [Error(TextSpan.None)])).Severity);
        Assert.Equal(Severity.Error, Assert.Single(Recognised.Lower(Source(1, 1), [Error(TextSpan.None)])).Severity);
    }

    [Fact]
    public void A_blank_cell_of_a_recognised_page_may_be_a_figure_that_was_not_seen()
    {
        Finding finding = Error(TextSpan.InLine(1, 0, 5)) with { Evidence = [new Evidence(new Place(TextSpan.InLine(2, 0, 5)), "空")] };
        Assert.Equal(Severity.Info, Assert.Single(Recognised.Lower(Source(0.99f, 0.99f), [finding])).Severity);
        Assert.Equal(Severity.Error, Assert.Single(Recognised.Lower(Source(1, 1), [finding])).Severity);
    }

    private static SourceText Source(float first, float second)
    {
        var box = new PageBox(0, 0, 10, 10);
        return new SourceText("a.pdf", ["12.50", "13.50"], [1]) { Marks = [new PageMark(1, 0, 5, 1, box, first), new PageMark(2, 0, 5, 1, box, second)] };
    }

    private static Finding Error(TextSpan span) => new()
    {
        Rule = "form.sum",
        Severity = Severity.Error,
        Where = new Place(span),
        Evidence = [new Evidence(new Place(TextSpan.InLine(2, 0, 5)), "13.50")],
    };
}
