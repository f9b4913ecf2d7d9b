using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Layout;
using Mingzhang.Product.Tests.CleanDisclosure;
using Mingzhang.Tests.Shared;

namespace Mingzhang.Product.Tests.Layout;

/// <summary>A table that is laid out, written as text and read again says the same.</summary>
public class GridRoundTripTests
{
    [Fact]
    public void The_tables_of_the_clean_document_read_back_as_they_were() => Check(Pipeline.Disclosure(CleanDocument.Tabbed.Name, CleanDocument.Tabbed.Text));

    [CorpusTheory]
    [InlineData("jingkai-2023-accounts.txt")]
    [InlineData("donghu-2023-accounts.txt")]
    [InlineData("qingshan-2023-accounts.txt")]
    [InlineData("hanyang-2024-accounts.txt")]
    public void The_tables_of_a_published_document_read_back_as_they_were(string name) => Check(Pipeline.Disclosure(name, File.ReadAllText(Corpus.At("corpus", name))));

    private static void Check(Disclosure read)
    {
        Disclosure again = Pipeline.Disclosure("again.txt", TextOf(read));
        foreach (Statement statement in read.Statements.Where(s => s.State is StatementState.Read or StatementState.Empty))
        {
            Assert.Equal(Cells(statement), Cells(again.Statement(statement.Form)!));
        }

        Evaluation[] tables = [.. read.Evaluations.Where(e => IsTable(e) && e.Indicators.Any(i => i.Score is not null) && e.Unread.IsEmpty && !e.Indicators.Any(i => i.Damaged))];
        foreach (Evaluation table in tables)
        {
            Evaluation other = again.Evaluations.Single(e => e.Title.Text == table.Title.Text);
            Assert.Equal(Fields(table), Fields(other));
        }
    }

    private static bool IsTable(Evaluation evaluation) => evaluation.Title.Text.EndsWith("自评表", StringComparison.Ordinal) && evaluation.Indicators.Length > 0;

    private static string TextOf(Disclosure read)
    {
        var lines = new List<string> { read.Unit, $"{read.Year}年度部门决算", $"第一部分 {read.Unit}概况", "一、部门主要职责", $"第二部分 {read.Unit}{read.Year}年度部门决算表" };
        foreach (Statement statement in read.Statements)
        {
            lines.AddRange($"{read.Year}年度{statement.Title}", $"公开{statement.Form}表", $"部门：{read.Unit} 金额单位：万元");
            lines.AddRange(GridText.Lines(StatementGrid.Of(read.Edition.Form(statement.Form)!, statement)));
            lines.Add("注：本表反映部门本年度情况。");
        }

        lines.Add("第六部分 附件");
        foreach (Evaluation evaluation in read.Evaluations.Where(IsTable))
        {
            lines.Add(evaluation.Title.Text);
            lines.AddRange(GridText.Lines(EvaluationGrid.Of(evaluation, read.Edition)));
        }

        return string.Join('\n', lines);
    }

    private static string[] Cells(Statement statement) =>
        [.. statement.Rows.SelectMany(r => r.Cells.Select(c => new Address(statement.Form, r.Key, c.Column) + "=" + (c.Figure?.ToString() ?? c.Text))).Order(StringComparer.Ordinal)];

    private static string[] Fields(Evaluation e) =>
    [
        e.Scope.ToString(), e.Name.Text, Text(e.Budget), Text(e.Executed), Text(e.Rate), Text(e.RateScore), Text(e.TotalWeight), Text(e.Total), Text(e.BasicExpenditure), Text(e.ProjectExpenditure),
        .. e.Blocks.Select(b => b.Name + b.Goal),
        .. e.Particulars.Concat(e.Remarks).Select(r => r.Label + r.Text.Text),
        .. e.TickBoxes.SelectMany(t => t.Options.Select(o => t.Label + o)),
        .. e.Indicators.Select(i => string.Join('|', i.Level1, i.Level1Weight, i.Level2, i.Level2Weight, i.Name.Text, Text(i.Weight), Text(i.Target), Text(i.Actual), Text(i.Score), i.Block)),
    ];

    private static string Text(Field? field) => field?.Text ?? "";
}
