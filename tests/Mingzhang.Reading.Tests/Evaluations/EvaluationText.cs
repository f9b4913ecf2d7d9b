using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Evaluations;
using Mingzhang.Reading.Outlines;
using Mingzhang.Statutes;

namespace Mingzhang.Reading.Tests.Evaluations;

/// <summary>Reads evaluations from lines; | stands for a tab.</summary>
internal static class EvaluationText
{
    public const string ProjectHead = """
        2023年度图书采购项目自评表
        项目名称||图书采购|||||
        预算执行情况（万元）（20分）||预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）||
        ||年度财政资金总额|1,200.50|1,080.45|90%|18分||
        年度绩效目标（80分）|一级指标|二级指标|三级指标||年初目标值（A）|实际完成值（B）|得分

        """;

    private static readonly Edition Edition = StatuteBook.Load().Edition(DisclosureKind.FinalAccounts, new FiscalYear(2023))!;

    public static Evaluation Only(string lines) => Assert.Single(Read(lines).Evaluations);

    public static EvaluationReading Read(string lines)
    {
        SourceText text = SourceText.FromString("test.txt", lines.Replace('|', '\t'));
        return Read(text);
    }

    public static EvaluationReading Read(SourceText text) =>
        EvaluationReader.Read(text, new Outline([], [], 1), Edition);

    /// <summary>An indicator as <c>level1/level2 name target actual score</c>; a dash for what is missing.</summary>
    public static string Row(Indicator i) =>
        $"{i.Level1}/{i.Level2} {i.PlainName} {i.Target?.Text ?? "-"} {i.Actual?.Text ?? "-"} {i.Score?.Text ?? "-"}";
}
