using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Publishing.Reports;

/// <summary>The words that reports share, in Chinese and English.</summary>
internal static class Words
{
    public static Text Of(Severity severity) => severity switch
    {
        Severity.Error => new("错误", "error"),
        Severity.Warning => new("警告", "warning"),
        Severity.Rounding => new("尾差", "rounding"),
        _ => new("提示", "info"),
    };

    public static Text Of(StatementState state) => state switch
    {
        StatementState.Read => new("已读", "read"),
        StatementState.Empty => new("空表", "empty"),
        StatementState.Partial => new("部分未读", "partly unread"),
        _ => new("未读", "unread"),
    };

    public static Text Of(UnreadReason reason) => reason switch
    {
        UnreadReason.NoPlacementFits => new("没有一种填列方式符合本表的勾稽关系", "no placement of the figures satisfies the form's arithmetic"),
        UnreadReason.SeveralPlacementsFit => new("有几种填列方式都符合本表的勾稽关系，无法确定", "several placements of the figures satisfy the form's arithmetic"),
        UnreadReason.CellMissing => new("缺少该行应有的单元格", "a cell that the row needs is not there"),
        UnreadReason.NotAFigure => new("单元格内不是数字", "the cell holds text that is no figure"),
        UnreadReason.UnknownRow => new("本表没有这一行", "the row does not belong to the form"),
        UnreadReason.NotUnderstood => new("看不出这个数说的是什么", "what the figure speaks of is not understood"),
        UnreadReason.UnitMissing => new("数字后面没有单位", "the figure lacks its unit"),
        _ => new("表头无法识别", "the table's header could not be recognised"),
    };

    public static Text Of(Disclosure disclosure) => (disclosure.Kind, disclosure.Scope) switch
    {
        (DisclosureKind.FinalAccounts, DisclosureScope.Department) => new("部门决算", "final accounts"),
        (DisclosureKind.FinalAccounts, _) => new("单位决算", "a unit's final accounts"),
        (_, DisclosureScope.Department) => new("部门预算", "budget"),
        _ => new("单位预算", "a unit's budget"),
    };

    /// <summary>What another document is to the one under check.</summary>
    public static Text Of(LinkKind kind) => kind switch
    {
        LinkKind.PriorYear => new("上年公开", "last year's"),
        LinkKind.Budget => new("当年预算公开", "the year's budget"),
        LinkKind.PriorAccounts => new("上年决算公开", "last year's final accounts"),
        _ => new("部门汇总", "the department's"),
    };

    /// <summary>The documents that one was checked against, in one line; empty where there are none.</summary>
    public static string Links(CheckResult result, string language) =>
        string.Join(language == "en" ? "; " : "；", result.Links.Select(l => $"{Of(l.Kind).In(language)} {l.File}"));

    /// <summary>Unit, year and kind: what the document is.</summary>
    public static string Heading(Disclosure disclosure, string language)
    {
        string year = disclosure.Year.Value.ToString(CultureInfo.InvariantCulture);
        string unit = disclosure.Unit;
        string kind = Of(disclosure).In(language);
        if (language == "en") return unit.Length == 0 ? $"{kind} {year}" : $"{unit}: {kind} {year}";
        return unit.Length == 0 ? $"{year}年度{kind}" : $"{unit} {year}年度{kind}";
    }

    /// <summary>The edition that a document was read by: <c>表式  上海市（final-accounts/shanghai/2024）</c>, and that it is only the nearest where the document is of none that is known.</summary>
    public static string EditionOf(Disclosure disclosure, string language)
    {
        Edition edition = disclosure.Edition;
        string name = edition.Name.Length == 0 ? edition.Id : language == "en" ? $"{edition.Id} ({edition.Name})" : $"{edition.Name}（{edition.Id}）";
        if (disclosure.EditionBasis is not { } basis) return name;
        string evidence = string.Join(language == "en" ? "; " : "；", basis.Evidence.Select(e => e.In(language)));
        if (basis.Known) return language == "en" ? $"{name}: {evidence}" : $"{name}：{evidence}";
        return language == "en"
            ? $"of no known edition; read by the nearest, {name}, as far as titles, captions and arithmetic carry: {evidence}"
            : $"未知表式，按最接近的 {name} 读取，只用到相同的标题、栏目和勾稽关系：{evidence}";
    }

    /// <summary><c>第 12 行（第 3 页）</c>, <c>公开01表!C12</c> in a workbook, of several files in the numbers of the file named; empty for no place.</summary>
    public static string Line(SourceText source, TextSpan span, string language)
    {
        if (!span.IsSome) return "";
        string file = source.FileOf(span.Line) is { } named ? named.Name + " " : "";
        if (FindingPlace.CellOf(source, span) is { } cell) return $"{file}{cell.Sheet}!{cell.Reference}";
        int? page = source.PageOf(span);
        int line = span.Line;
        if (source.FileOf(line) is { } within)
        {
            line -= within.FirstLine - 1;
            page -= within.FirstPage - 1;
        }

        if (language == "en") return page is null ? $"{file}line {line}" : $"{file}line {line} (page {page})";
        return page is null ? $"{file}第 {line} 行" : $"{file}第 {line} 行（第 {page} 页）";
    }
}
