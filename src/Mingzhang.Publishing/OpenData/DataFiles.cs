using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Publishing.OpenData;

/// <summary>The data files of a disclosure, tidy: a row for each figure, claim, indicator.</summary>
internal static class DataFiles
{
    private static readonly DataField Evaluation = new("evaluation", "integer", "自评表序号", "文件中的顺序，从 1 起");

    /// <summary>The files; one without rows is left out.</summary>
    public static ImmutableArray<DataFile> Of(Disclosure disclosure)
    {
        DataFile[] files = [Cells(disclosure), Claims(disclosure), Evaluations(disclosure), Indicators(disclosure), KeyWork(disclosure)];
        return [.. files.Where(f => f.Rows.Any())];
    }

    private static DataFile Cells(Disclosure disclosure) => new(
        "cells",
        "决算表单元格",
        ["address"],
        [
            new("address", "string", "地址", "表[行].栏，如 03[2013101].2"),
            new("form", "string", "表号", "公开01表至公开09表的表号"),
            new("formTitle", "string", "表名"),
            new("row", "string", "行", "行次、科目编码或合计"),
            new("code", "string", "科目编码", "支出功能分类（公开02、03、05、07、08表）或部门预算支出经济分类（公开06表）编码"),
            new("caption", "string", "行名称"),
            new("column", "string", "栏次"),
            new("columnCaption", "string", "栏名称", "多层表头以 / 连接"),
            new("value", "number", "数值", "按表内所印"),
            new("unit", "string", "单位"),
        ],
        disclosure.Statements.SelectMany(s => CellsOf(disclosure, s)));

    private static IEnumerable<string?[]> CellsOf(Disclosure disclosure, Statement statement)
    {
        FormDefinition? form = disclosure.Edition.Form(statement.Form);
        foreach (StatementRow row in statement.Rows)
        {
            bool isCode = form?.Shape is FormShape.FunctionalCodes or FormShape.EconomicBlocks or FormShape.EconomicCodes && char.IsAsciiDigit(row.Key[0]);
            foreach (Cell cell in row.Cells)
            {
                yield return
                [
                    new Address(statement.Form, row.Key, cell.Column).ToString(), statement.Form, statement.Title, row.Key, isCode ? row.Key : "", row.Caption, cell.Column,
                    form?.Column(cell.Column) is { } column ? string.Join('/', column.Captions) : "", cell.Figure?.ToString(), statement.AmountUnit ?? disclosure.AmountUnit,
                ];
            }
        }
    }

    private static DataFile Claims(Disclosure disclosure) => new(
        "claims",
        "决算情况说明中的数据",
        ["claim"],
        [
            new("claim", "integer", "序号"),
            new("section", "string", "章节", "部分/节(小节)，如 三/五(三)"),
            new("kind", "string", "种类", "", Names<ClaimKind>()),
            new("subject", "string", "对象"),
            new("key", "string", "对象键", "决算表地址或词汇路径，词汇见 docs/claims.md"),
            new("address", "string", "决算表地址"),
            new("measure", "string", "口径", "", Names<Measure>()),
            new("basis", "string", "比较基准", "", Names<Measure>()),
            new("whole", "string", "占比的整体", "其对象键"),
            new("value", "number", "数值", "按文字所印；增减数不带正负号"),
            new("decimals", "integer", "小数位数"),
            new("unit", "string", "单位"),
            new("direction", "string", "方向", "", Names<Direction>()),
            new("approximate", "boolean", "是否约数"),
            new("quote", "string", "原文"),
        ],
        disclosure.Claims.Select(c => new[]
        {
            Number(c.Index + 1), c.Section, Name(c.Kind), c.Subject.Name, c.Subject.Key, c.Subject.Address?.ToString(), Name(c.Measure), c.Basis is { } basis ? Name(basis) : null, c.Whole?.Key,
            c.Value?.ToString(), c.Value is { } value ? Number(value.Decimals) : null, c.Unit, c.Direction is { } direction ? Name(direction) : null, c.Approximate ? "true" : "false",
            disclosure.Source.Quote(c.Span).Replace("\n", "", StringComparison.Ordinal),
        }));

    private static DataFile Evaluations(Disclosure disclosure) => new(
        "evaluations",
        "绩效自评表",
        ["evaluation"],
        [
            Evaluation,
            new("scope", "string", "范围", "整体或项目", Names<EvaluationScope>()),
            new("name", "string", "名称"),
            new("title", "string", "表名"),
            new("budget", "number", "预算数"),
            new("executed", "number", "执行数"),
            new("amountUnit", "string", "金额单位"),
            new("rate", "number", "执行率", "百分数"),
            new("rateScore", "number", "执行率得分", "分"),
            new("total", "number", "总分", "分"),
        ],
        disclosure.Evaluations.Select((e, i) => new[]
        {
            Number(i + 1), Name(e.Scope), e.Name.Text, e.Title.Text, Figure(e.Budget), Figure(e.Executed), e.AmountUnit ?? disclosure.AmountUnit, Figure(e.Rate), Figure(e.RateScore), Figure(e.Total),
        }));

    private static DataFile Indicators(Disclosure disclosure) => new(
        "indicators",
        "绩效指标",
        ["evaluation", "indicator"],
        [
            Evaluation,
            new("indicator", "integer", "指标序号", "表中的顺序，从 1 起"),
            new("goal", "string", "年度目标"),
            new("level1", "string", "一级指标"),
            new("level2", "string", "二级指标"),
            new("name", "string", "三级指标"),
            new("weight", "number", "分值", "分"),
            new("target", "string", "年初目标值", "按表内所印，含符号和单位"),
            new("actual", "string", "实际完成值", "按表内所印，含单位"),
            new("score", "number", "得分", "分"),
        ],
        disclosure.Evaluations.SelectMany((e, i) => e.Indicators.Select((x, at) => new[]
        {
            Number(i + 1), Number(at + 1), x.Block >= 0 && x.Block < e.Blocks.Length ? e.Blocks[x.Block].Goal : "", x.Level1, x.Level2, x.PlainName.Length > 0 ? x.PlainName : x.Name.Text,
            Figure(x.Weight), x.Target?.Text, x.Actual?.Text, Figure(x.Score),
        })));

    private static DataFile KeyWork(Disclosure disclosure) => new(
        "keywork",
        "重点工作完成情况",
        [],
        [new("number", "string", "序号"), new("matter", "string", "重要事项"), new("goal", "string", "工作内容及目标"), new("completion", "string", "完成情况")],
        disclosure.KeyWork.Select(k => new string?[] { k.Number, k.Matter, k.Goal, k.Completion }));

    private static string? Figure(Field? field) => field?.Figure?.ToString();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Name<T>(T value)
        where T : struct, Enum => Data.ContractWriter.Name(value);

    private static string Names<T>()
        where T : struct, Enum => string.Join(' ', Enum.GetValues<T>().Select(Name));
}
