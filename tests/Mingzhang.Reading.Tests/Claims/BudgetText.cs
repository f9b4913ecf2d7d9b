using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Claims;
using Mingzhang.Reading.Outlines;
using Mingzhang.Statutes;

namespace Mingzhang.Reading.Tests.Claims;

/// <summary>Reads the claims of a section of a budget's text, by the edition of a place, with a few rows of its forms to resolve names by.</summary>
internal static class BudgetText
{
    private static readonly StatuteBook Book = StatuteBook.Load();

    private static readonly (string Code, string Caption)[] Functional =
        [("204", "公共安全支出"), ("20406", "司法"), ("2040601", "行政运行"), ("2040602", "一般行政管理事务"), ("221", "住房保障支出"), ("22102", "住房改革支出"), ("2210201", "住房公积金")];

    private static readonly (string Code, string Caption)[] Economic =
        [("301", "工资福利支出"), ("30101", "基本工资"), ("30108", "机关事业单位基本养老保险缴费"), ("302", "商品和服务支出"), ("30201", "办公费"), ("303", "对个人和家庭的补助"), ("30302", "退休费")];

    internal static Edition Jiangsu { get; } = Book.Edition(DisclosureKind.Budget, new FiscalYear(2019), "jiangsu")!;

    internal static Edition Shanghai { get; } = Book.Edition(DisclosureKind.Budget, new FiscalYear(2024), "shanghai")!;

    internal static Edition Wuhan { get; } = Book.Edition(DisclosureKind.Budget, new FiscalYear(2023), "wuhan")!;

    internal static ClaimReading Read(Edition edition, string topic, string text)
    {
        SourceText source = SourceText.FromString("t.txt", text);
        Section section = new("三/x", "", TextSpan.None, 1, source.Lines.Length, topic);
        ImmutableArray<Statement> statements =
            [.. edition.Forms.Select(f => (f.Id, f.Subject)).Where(f => f.Subject is "general" or "appropriationByFunction").Select(f => Form(f.Id, Functional)), .. edition.Forms.Where(f => f.Subject is "basic" or "appropriationBasic").Select(f => Form(f.Id, Economic))];
        return ClaimReader.Read(source, new Outline([section], [], 1), statements, [], edition);
    }

    internal static string[] Lines(Edition edition, string topic, string text) => [.. Read(edition, topic, text).Claims.Select(ClaimText.Line)];

    private static Statement Form(string form, (string Code, string Caption)[] rows) => new()
    {
        Form = form,
        Title = "",
        Heading = TextSpan.None,
        State = StatementState.Read,
        Rows = [.. rows.Select(r => new StatementRow { Key = r.Code, Caption = r.Caption, Span = TextSpan.None })],
    };
}
