using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Forms;

/// <summary>
/// The projects of a budget are listed under functional codes: those of a code together are at most the project expenditure that the form of the
/// general public budget and of other funds shows for it. One finding for all codes that differ.
/// </summary>
internal sealed class ProjectCodesRule : IRule
{
    private const string Id = "form.projects.code";
    private static readonly Text NotRead = new("项目支出表或一般公共预算支出表未能全部读取", "the form of projects or that of the general public budget was not read completely");

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Id, Severity.Warning, new("项目支出表各科目的合计与支出表该科目的项目支出一致", "the projects of a code make up its project expenditure"), "部门预算公开表：项目支出表、一般公共预算支出表",
            ("", "项目支出表列在“{code}”的项目合计 {stated}，支出表中该科目的项目支出为 {printed}{likely}。", "The projects listed under “{code}” add up to {stated}; the form of expenditure has {printed} for it{likelyEn}.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        if (context.Edition.FormOf("projects") is not { Shape: FormShape.Register } form || form.Texts.All(t => t.Key != "code")) return;
        if (context.Edition.FormOf("general") is not { } general || ProjectColumn(general) is not { } column) return;
        if (context.Statement(form.Id) is not { State: StatementState.Read } projects || context.Statement(general.Id) is not { } expenditure || projects.AmountUnit != expenditure.AmountUnit)
        {
            log.NotRun(Id, NotRead);
            return;
        }

        // Other money than the general public budget has forms of its own.
        if (context.Edition.FormOf("governmentFund") is { } fund && context.Statement(fund.Id) is { State: not StatementState.Empty }) return;
        Dictionary<string, List<(Cell Cell, Address Address)>> byCode = [];
        foreach (StatementRow row in projects.Rows)
        {
            if (row.Text("code") is not { Length: 7 } code || row.Cell(form.Columns[0].Number) is not { Figure: not null } cell) continue;
            if (!byCode.TryGetValue(code, out List<(Cell, Address)>? cells)) byCode[code] = cells = [];
            cells.Add((cell, new Address(form.Id, row.Key, cell.Column)));
        }

        List<(string Code, List<(Cell Cell, Address Address)> Cells, CellReading Printed)> wrong = [];
        foreach ((string code, List<(Cell Cell, Address Address)> cells) in byCode)
        {
            CellReading printed = context.Read(general.Id, code, column);
            if (printed.State is CellState.Unknown)
            {
                log.NotRun(Id, NotRead);
                continue;
            }

            Interval sum = Interval.Point(0);
            foreach ((Cell cell, _) in cells) sum += context.IntervalOf(cell.Figure!.Value);
            Interval stated = printed.State is CellState.Blank ? Interval.Point(0) : context.IntervalOf(printed.Figure);
            if (sum.Low <= stated.High) log.Pass(Id);
            else wrong.Add((code, cells, printed));
        }

        if (wrong.Count > 0) log.Fail(Finding(context, general, column, wrong));
    }

    private static Finding Finding(CheckContext context, FormDefinition general, string column, List<(string Code, List<(Cell Cell, Address Address)> Cells, CellReading Printed)> wrong)
    {
        (string code, List<(Cell Cell, Address Address)> cells, CellReading printed) = wrong[0];
        string name = context.Row(general.Id, code)?.Caption ?? "";
        Finding finding = (context.Mark(Id, Severity.Warning, cells[0].Cell.Span) with
        {
            Where = new Place(cells[0].Cell.Span, cells[0].Address),
            Stated = Figures.Plain(cells.Sum(c => c.Cell.Figure!.Value.Value)),
        }).With("code", $"{code} {Names.Squeeze(name)}".TrimEnd()).With("printed", printed.State is CellState.Blank ? "空" : printed.Figure.ToString());
        if (wrong.Count == 1 && SameAmount(context, general, column, cells) is { } other)
            finding = finding.With("likely", $"，而“{other.Key} {Names.Squeeze(other.Caption)}”的项目支出正是此数").With("likelyEn", $"; “{other.Key} {Names.Squeeze(other.Caption)}” has exactly this amount");
        return finding
            .ShowingRelation(ComputationKind.Sum, Comparison.AtMost, new Text("该科目各项目之和不超过支出表该科目的项目支出", "the projects of a code are within its project expenditure"), context.Disclosure.AmountUnit,
                [.. cells.Select(c => new CellReading(CellState.Figure, c.Cell.Figure!.Value, c.Cell).As(c.Address, context.Row(c.Address.Form, c.Address.Row)?.Text("project") ?? "", context))],
                [printed.As(new Address(general.Id, code, column), FormNames.Of(context.Edition, general.Id), context)])
            .Because(cells.Skip(1).Select(c => c.Cell.AsEvidence(c.Address)))
            .Because(wrong.Where(w => w.Printed.Cell is not null).Select(w => w.Printed.Cell!.AsEvidence(new Address(general.Id, w.Code, column), w.Code)))
            .Because(wrong.Skip(1).SelectMany(w => w.Cells.Select(c => c.Cell.AsEvidence(c.Address, w.Code))));
    }

    /// <summary>The only item whose project expenditure is the sum of the projects listed under another; null if there is none or there are several.</summary>
    private static StatementRow? SameAmount(CheckContext context, FormDefinition general, string column, List<(Cell Cell, Address Address)> cells)
    {
        decimal sum = cells.Sum(c => c.Cell.Figure!.Value.Value);
        StatementRow[] same = [.. context.Statement(general.Id)!.Rows.Where(r => r.Key.Length == 7 && r.Cell(column)?.Figure?.Value == sum)];
        return same is [var only] ? only : null;
    }

    private static string? ProjectColumn(FormDefinition form) =>
        form.Columns.FirstOrDefault(c => c.Caption is "项目支出" || c.Captions is ["项目支出", "小计"])?.Number;
}
