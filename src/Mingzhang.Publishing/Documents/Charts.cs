using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Publishing.Documents;

/// <summary>The charts of part three, made of what the disclosure says; one whose figures are not known is left out, and so are the parts of what has only one.</summary>
internal static class Charts
{
    /// <summary>The charts by the topic of the section that they stand in.</summary>
    public static ImmutableDictionary<string, Chart> Of(Disclosure disclosure)
    {
        var charts = ImmutableDictionary.CreateBuilder<string, Chart>();
        void Add(string topic, Chart? chart)
        {
            if (chart is not null) charts.Add(topic, chart);
        }

        Add("explanations.totals", Change(disclosure, "explanations.totals", "01", "收支总计变动情况", "收支总计"));
        Add("explanations.income", Shares(disclosure, "收入决算结构", Income(disclosure)));
        Add("explanations.expenditure", Shares(disclosure, "支出决算结构", Expenditure(disclosure)));
        Add("explanations.appropriation", Change(disclosure, "explanations.appropriation", "04", "财政拨款收支总计变动情况", "财政拨款收支总计"));
        return charts.ToImmutable();
    }

    /// <summary>The form's total this year, and last year's by the change that the section states.</summary>
    private static Chart? Change(Disclosure disclosure, string topic, string form, string title, string name)
    {
        if (disclosure.Outline.FirstOrDefault(s => s.Topic == topic)?.Id is not { } section) return null;
        if (disclosure.Edition.Form(form)?.Lines.LastOrDefault(l => l.Caption == "总计" && l.Columns.Contains("1")) is not { } line) return null;
        if (disclosure.Statement(form)?.Cell(line.Number, "1")?.Figure is not { } total) return null;
        Claim? change = disclosure.Claims.FirstOrDefault(c => c.Section == section && c.Kind == ClaimKind.Change && c.Basis == Measure.PriorYear && c.Subject.Address is { } a && a.Form == form && IsTotal(disclosure, a));
        if (change is null || change.Approximate || (change.Value is not null && change.Unit != disclosure.AmountUnit)) return null;
        decimal difference = change.Value?.Value ?? 0;
        decimal? prior = change.Direction switch
        {
            Direction.Up => total.Value - difference,
            Direction.Down => total.Value + difference,
            Direction.Level => total.Value,
            _ => null,
        };
        if (prior is not { } before || before < 0 || total.Value < 0) return null;
        int decimals = Math.Max(total.Decimals, change.Value?.Decimals ?? 0);
        int year = disclosure.Year.Value;
        return new Chart(title, ChartKind.Columns, disclosure.AmountUnit, [new ChartPoint($"{year - 1}年{name}", new Printed(before, decimals)), new ChartPoint($"{year}年{name}", total)]);
    }

    private static bool IsTotal(Disclosure disclosure, Address address) => disclosure.Edition.Form(address.Form)?.Line(address.Row)?.Caption == "总计";

    private static IEnumerable<ChartPoint> Income(Disclosure disclosure)
    {
        if (disclosure.Edition.Form("01") is not { } form || disclosure.Statement("01") is not { } statement || form.Sides.IsEmpty) yield break;
        foreach (FormLine line in form.Lines.Where(l => l.Columns.SequenceEqual(form.Sides[0].Columns)).Take(form.Sides[0].Ordinals))
        {
            if (statement.Cell(line.Number, line.Columns[0])?.Figure is { Value: not 0 } figure) yield return new ChartPoint(line.Caption, figure);
        }
    }

    private static IEnumerable<ChartPoint> Expenditure(Disclosure disclosure)
    {
        if (disclosure.Edition.Form("03") is not { } form || disclosure.Statement("03") is not { } statement) yield break;
        foreach (FormColumn column in form.Columns.Skip(1))
        {
            if (statement.Cell(Address.Total, column.Number)?.Figure is { Value: not 0 } figure) yield return new ChartPoint(column.Caption, figure);
        }
    }

    private static Chart? Shares(Disclosure disclosure, string title, IEnumerable<ChartPoint> parts)
    {
        ImmutableArray<ChartPoint> points = [.. parts];
        return points.Length < 2 || points.Any(p => p.Figure.Value < 0) ? null : new Chart(title, ChartKind.Shares, disclosure.AmountUnit, points);
    }
}
