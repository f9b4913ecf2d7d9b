using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Claims;
using Mingzhang.Reading.Outlines;
using Mingzhang.Statutes;

namespace Mingzhang.Reading.Tests.Claims;

/// <summary>Reads the claims of a section's text, with a few rows of form 05 and 06 to resolve names by.</summary>
internal static class ClaimText
{
    private static readonly (string Code, string Caption)[] Functional =
    [
        ("201", "一般公共服务支出"), ("20103", "政府办公厅（室）及相关机构事务"), ("2010301", "行政运行"), ("2010302", "一般行政管理事务"), ("2010350", "事业运行"),
        ("20129", "群众团体事务"), ("2012901", "行政运行"), ("2012906", "工会事务"),
        ("208", "社会保障和就业支出"), ("20805", "行政事业单位养老支出"), ("2080505", "机关事业单位基本养老保险缴费支出"),
        ("210", "卫生健康支出"), ("21011", "行政事业单位医疗"), ("2101199", "其他行政事业单位医疗支出"),
        ("212", "城乡社区支出"), ("221", "住房保障支出"), ("22102", "住房改革支出"), ("2210201", "住房公积金"),
    ];

    private static readonly (string Code, string Caption)[] Economic =
    [
        ("301", "工资福利支出"), ("30101", "基本工资"), ("30114", "医疗费"), ("303", "对个人和家庭的补助"), ("30307", "医疗费补助"), ("30399", "其他对个人和家庭的补助"),
        ("302", "商品和服务支出"), ("30201", "办公费"), ("30213", "维修（护）费"), ("310", "资本性支出"), ("31002", "办公设备购置"),
    ];

    internal static Edition Edition { get; } = StatuteBook.Load().Edition(DisclosureKind.FinalAccounts, new FiscalYear(2023))!;

    internal static ClaimReading Read(string topic, string text, ImmutableArray<Evaluation> evaluations = default)
    {
        SourceText source = SourceText.FromString("t.txt", text);
        Section section = new("三/x", "", TextSpan.None, 1, source.Lines.Length, topic);
        return ClaimReader.Read(source, new Outline([section], [], 1), Statements, evaluations.IsDefault ? [] : evaluations, Edition);
    }

    /// <summary>The claims as lines: kind, key, measure, basis or whole, value, unit, way.</summary>
    internal static string[] Lines(string topic, string text) => [.. Read(topic, text).Claims.Select(Line)];

    internal static string Line(Claim claim)
    {
        string line = $"{claim.Kind} {claim.Subject.Key}";
        if (claim.Measure != Measure.Final) line += $" {claim.Measure}";
        if (claim.Basis is { } basis) line += $" vs {basis}";
        if (claim.Whole is { } whole) line += $" of {whole.Key}";
        if (claim.Value is { } value) line += $" {value}{claim.Unit}";
        return claim.Direction is { } way ? $"{line} {way}" : line;
    }

    private static ImmutableArray<Statement> Statements { get; } = [Form("05", Functional), Form("06", Economic)];

    private static Statement Form(string form, (string Code, string Caption)[] rows) => new()
    {
        Form = form,
        Title = "",
        Heading = TextSpan.None,
        State = StatementState.Read,
        Rows = [.. rows.Select(r => new StatementRow { Key = r.Code, Caption = r.Caption, Span = TextSpan.None })],
    };
}
