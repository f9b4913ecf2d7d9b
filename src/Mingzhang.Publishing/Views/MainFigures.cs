using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;
using Mingzhang.Publishing.Documents;

namespace Mingzhang.Publishing.Views;

/// <summary>The figures that are looked for first, found by what the edition's forms and columns are, so that they have the same names in all editions.</summary>
public static class MainFigures
{
    /// <summary>The names, in the order in which they are shown.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "income", "expenditure", "basic", "project", "general", "personnel", "operating",
        "threePublic", "overseas", "cars", "carsPurchase", "carsRunning", "reception", "agencyOperating",
    ];

    internal static ImmutableArray<MainFigure> Of(Disclosure disclosure)
    {
        Edition edition = disclosure.Edition;
        ThreePublicCells three = ThreePublicCells.Of(edition);
        (string Name, Address? Cell)[] cells =
        [
            ("income", Total("income", null)),
            ("expenditure", Total("expenditure", null)),
            ("basic", Total("expenditure", "基本支出")),
            ("project", Total("expenditure", "项目支出")),
            ("personnel", edition.FormOf("basic") is { } p ? new Address(p.Id, "人员经费合计", p.Columns[0].Number) : null),
            ("operating", edition.FormOf("basic") is { } o ? new Address(o.Id, "公用经费合计", o.Columns[0].Number) : null),
            ("general", Total("general", null)),
            ("threePublic", three.Total),
            ("overseas", three.Overseas),
            ("cars", three.Cars),
            ("carsPurchase", three.CarsPurchase),
            ("carsRunning", three.CarsRunning),
            ("reception", three.Reception),
            ("agencyOperating", three.AgencyOperating),
        ];
        var found = ImmutableArray.CreateBuilder<MainFigure>();
        foreach ((string name, Address? cell) in cells)
        {
            if (cell is not { } address || disclosure.Statement(address.Form) is not { } statement || statement.Cell(address.Row, address.Column)?.Figure is not { } figure) continue;
            found.Add(new MainFigure(name, address.ToString(), Anchors.Of(address), figure.ToString(), statement.AmountUnit ?? disclosure.AmountUnit));
        }

        return found.ToImmutable();

        // The total row of a code table, in its first column or the one with this caption.
        Address? Total(string subject, string? caption)
        {
            if (edition.FormOf(subject) is not { } form || form.Columns.IsEmpty) return null;
            FormColumn? column = caption is null ? form.Columns[0] : form.Columns.FirstOrDefault(c => c.Caption == caption);
            return column is null ? null : new Address(form.Id, Address.Total, column.Number);
        }
    }
}
