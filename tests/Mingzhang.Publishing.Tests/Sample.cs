using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Tests;

/// <summary>A small disclosure of our own making with findings, for tests of the writers.</summary>
internal static class Sample
{
    public const string Hostile = "</script><script>alert(1)</script>\"' onload=x <b>&amp;\u202e";

    public static readonly SourceText Source = SourceText.FromString("样例.txt", string.Join('\n',
    [
        "第二部分 2023年度部门决算表",
        "一般公共预算财政拨款支出决算表",
        "科目编码\t科目名称\t小计\t基本支出\t项目支出",
        "2080801\t死亡抚恤\t1,023.69\t1,023.69\t",
        "2013102\t一般行政管理事务\t#REF!\t\t8.92",
        "第三部分 2023年度部门决算情况说明",
        "死亡抚恤支出决算为 1023.39 万元，其中：" + Hostile,
        "货物 3.00 万元。",
        "应急保障用车 2 辆。",
        "看不懂的一行 12 34",
    ]));

    public static readonly Edition Edition = new()
    {
        Id = "final-accounts/2023",
        Kind = DisclosureKind.FinalAccounts,
        Year = new FiscalYear(2023),
        Forms = [],
        Functional = Classification.Empty,
        Economic = Classification.Empty,
        Scoring = new("test", 20, 80, 150, [], ""),
    };

    public static readonly Disclosure Disclosure = new()
    {
        Kind = DisclosureKind.FinalAccounts,
        Year = new FiscalYear(2023),
        Unit = "样例市样例局",
        Edition = Edition,
        Source = Source,
        Outline =
        [
            new("二", "部门决算表", TextSpan.InLine(1, 0, 4), 2, 5, "forms"),
            new("三", "部门决算情况说明", TextSpan.InLine(6, 0, 4), 7, 10, "explanations"),
        ],
        Statements = [Statement()],
        Evaluations = [Evaluation()],
        Claims = [Amount(0, "死亡抚恤", "05[2080801].1", 7, "1023.39", "万元"), Count(1)],
    };

    public static readonly ImmutableArray<RuleDefinition> Rules =
    [
        Rule("narrative.amount", Severity.Error, "文字写 {stated}，表内为 {expected}", "the text says {stated}, the form {expected}"),
        Rule("leftover.cell", Severity.Error, "单元格里是 {stated}", "the cell holds {stated}"),
        Rule("completeness.section", Severity.Warning, "缺少{name}", "{name} is missing"),
        Rule("form.05.rows", Severity.Rounding, "尾差", "rounding"),
    ];

    public static readonly CheckResult Result = new(
        Disclosure,
        [
            Finding("narrative.amount", Severity.Error, 7, "1023.39") with
            {
                Id = "a1",
                Stated = "1023.39",
                Expected = "1023.69",
                Evidence = [new(new Place(Find(4, "1,023.69"), Address.Parse("05[2080801].1")), "1,023.69", "公开05 死亡抚恤 小计")],
                Related = ["b2"],
            },
            Finding("leftover.cell", Severity.Error, 5, "#REF!") with { Id = "b2", Stated = "#REF!" },
            new Finding
            {
                Id = "c3",
                Rule = "completeness.section",
                Severity = Severity.Warning,
                Where = new Place(TextSpan.None, null, "三/十二"),
                Arguments = Arguments.Empty.With("name", "国有资产占用情况"),
            },
            Finding("form.05.rows", Severity.Rounding, 5, "8.92") with { Id = "d4" },
        ],
        [
            new("narrative.amount", Outcome.Passed, null, 40),
            new("narrative.amount", Outcome.Failed, null, 1),
            new("narrative.amount", Outcome.NotRun, new Text("没有读到公开07表", "form 07 was not read"), 3),
            new("leftover.cell", Outcome.Failed, null, 1),
        ]);

    public static CheckReport Report { get; } = new("文件/样例.txt", Result, Rules);

    public static IReadOnlyList<Examined> Checked { get; } =
    [
        Examined.Checked(Report),
    ];

    public static TextSpan Find(int line, string text) =>
        TextSpan.InLine(line, Source.Lines[line - 1].IndexOf(text, StringComparison.Ordinal), text.Length);

    private static Finding Finding(string rule, Severity severity, int line, string quote) =>
        new() { Rule = rule, Severity = severity, Where = new Place(Find(line, quote), null, line > 5 ? "三" : null), Quote = quote };

    private static RuleDefinition Rule(string id, Severity severity, string zh, string en) => new()
    {
        Id = id,
        Title = new Text("规则 " + id, "rule " + id),
        Severity = severity,
        Source = "财政部部门决算公开格式",
        Wordings = ImmutableDictionary<string, Text>.Empty.Add("", new Text(zh, en)),
    };

    private static Statement Statement() => new()
    {
        Form = "05",
        Title = "一般公共预算财政拨款支出决算表",
        Heading = TextSpan.InLine(2, 0, 15),
        LastLine = 5,
        State = StatementState.Partial,
        Rows =
        [
            new StatementRow { Key = "2080801", Caption = "死亡抚恤", Span = Find(4, "2080801"), Cells = [Cell("1", 4, "1,023.69"), Cell("2", 4, "1,023.69")] },
            new StatementRow { Key = "2013102", Span = Find(5, "2013102"), Cells = [Cell("1", 5, "#REF!")], UnreadColumns = ["3"] },
        ],
        Unread = [new Unread(TextSpan.InLine(10, 0, 6), "看不懂的一行 12 34", UnreadReason.UnknownRow)],
    };

    private static Evaluation Evaluation() => new()
    {
        Scope = EvaluationScope.Project,
        Title = new Field("2023年度项目自评表", TextSpan.InLine(10, 0, 3)),
        Name = new Field("档案管理费", TextSpan.InLine(10, 0, 3)),
        Rate = new Field("91.6%", TextSpan.InLine(10, 0, 3), Printed.Parse("91.6"), "%"),
        Total = new Field("98.32分", TextSpan.InLine(10, 0, 3), Printed.Parse("98.32"), "分"),
        Indicators = [new Indicator { Level1 = "产出指标", Name = new Field("培训次数(2分)", TextSpan.InLine(10, 0, 3)), PlainName = "培训次数", Weight = new Field("2分", TextSpan.InLine(10, 0, 3), Printed.Parse("2"), "分"), Span = TextSpan.InLine(10, 0, 3) }],
    };

    private static Cell Cell(string column, int line, string text) =>
        new(column, Printed.TryParse(text, out Printed figure) ? figure : null, text, Find(line, text));

    private static Claim Amount(int index, string name, string address, int line, string figure, string unit) => new()
    {
        Index = index,
        Kind = ClaimKind.Amount,
        Subject = Subject.Of(name, Address.Parse(address)),
        Value = Printed.Parse(figure),
        Unit = unit,
        Group = index,
        Section = "三",
        Span = Find(line, figure),
    };

    private static Claim Count(int index) => new()
    {
        Index = index,
        Kind = ClaimKind.Count,
        Subject = new Subject("应急保障用车", null, "vehicles/应急保障用车"),
        Value = Printed.Parse("2"),
        Unit = "辆",
        Group = index,
        Section = "三",
        Span = Find(9, "应急保障用车 2 辆"),
    };
}
