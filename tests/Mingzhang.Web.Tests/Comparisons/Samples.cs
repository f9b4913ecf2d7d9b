using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Publishing.Views;
using Mingzhang.Store;
using Mingzhang.Store.Publications;
using Mingzhang.Web.Portal;

namespace Mingzhang.Tests.Web.Comparisons;

/// <summary>Small disclosures for tests, with a page, figures and entries for the search.</summary>
internal static class Samples
{
    /// <summary>Publishes a disclosure whose forms have the main figures and functional items given.</summary>
    public static Task<PublishedVersion> Publish(
        Database database, string department, int year, (string Name, decimal Value)[] main, (string Code, string Name, decimal Amount)[]? items = null, string kind = "finalAccounts", decimal? staff = null) =>
        PublicationWriter.Publish(database, Of(department, year, main, items, kind, staff));

    /// <summary>The publication of such a disclosure.</summary>
    public static Publication Of(string department, int year, (string Name, decimal Value)[] main, (string Code, string Name, decimal Amount)[]? items = null, string kind = "finalAccounts", decimal? staff = null)
    {
        var view = new DisclosureView
        {
            Kind = kind,
            Year = year,
            Unit = department,
            Title = $"{department}{year}年度部门{(kind == "budget" ? "预算" : "决算")}",
            Edition = kind == "budget" ? "budget/wuhan/2023" : "final-accounts/2023",
            AmountUnit = "万元",
            Cover = [department],
            Pieces =
            [
                new HeadingPiece { Anchor = "s-explanations", Level = 1, Text = "第三部分 决算情况说明" },
                new ParagraphPiece { Anchor = "p-1", Text = $"{department}{year}年度按计划完成各项工作。" },
                .. items is null ? (Piece[])[] : [Form(items)],
            ],
            Main = [.. main.Select(m => new MainFigure(m.Name, "03[合计].1", "form-03", m.Value.ToString("F2", CultureInfo.InvariantCulture), "万元"))],
            Particulars = staff is { } count ? [new ParticularFigure("staff/在职", count.ToString(CultureInfo.InvariantCulture), "人")] : [],
            Check = new PublishedCheck { Passed = 10 },
            Figures = [.. (items ?? []).Select((item, i) => new CellFigure(kind == "budget" ? "B05" : "03", item.Code, "1", i + 1, item.Name, item.Amount.ToString("F2", CultureInfo.InvariantCulture), "万元"))],
        };
        return ViewPublication.Of(view, []);
    }

    private static FormPiece Form((string Code, string Name, decimal Amount)[] items) => new()
    {
        Anchor = "form-03",
        Form = "03",
        Title = "支出决算表",
        Number = "公开03表",
        AmountUnit = "万元",
        State = "read",
        Codes = "functional",
        Grid = new TableGrid(2, 1, [1, 1], [new TableRow([new TableCell("科目名称", 0, default, Scope: "col"), new TableCell("本年支出合计", 1, default, Scope: "col")]), .. items.Select(Row)]),
        Rows = [.. items.Select(i => new Caption(i.Code, i.Name))],
        Columns = [new Caption("1", "本年支出合计")],
    };

    private static TableRow Row((string Code, string Name, decimal Amount) item) =>
        new([new TableCell(item.Name, 0, default, Scope: "row"), new TableCell(item.Amount.ToString("F2", CultureInfo.InvariantCulture), 1, default, Address: $"03[{item.Code}].1", Anchor: $"c-03-{item.Code}-1")], item.Code, "item");
}
