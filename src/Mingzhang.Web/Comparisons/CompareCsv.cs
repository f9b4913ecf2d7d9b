using System.Globalization;
using Mingzhang.Web.Layout;
using Mingzhang.Web.OpenData;

namespace Mingzhang.Web.Comparisons;

/// <summary>A comparison as CSV: a line for each department and year, with what a value was computed from, and why one is missing.</summary>
internal static class CompareCsv
{
    private static readonly string[] Columns = ["departmentId", "department", "kind", "year", "line", "name", "measure", "value", "unit", "amount", "basis", "basisBorrowed", "missing"];

    public static byte[] Of(CompareModel model, Reader reader, bool mark) => Csv.Of(Columns, model.Rows.Concat(model.Unranked).SelectMany(r => r.Values.Select((v, i) => Cells(model, reader, r, v, model.Years[i]))), mark);

    private static string[] Cells(CompareModel model, Reader reader, CompareRow row, Measured value, int year) =>
    [
        row.Department.ToString(CultureInfo.InvariantCulture), Csv.Safe(row.Name), model.Question.Kind, year.ToString(CultureInfo.InvariantCulture), Csv.Safe(model.Line.Key), Csv.Safe(reader.Say(model.Line.Name)),
        CompareQuestion.Name(model.Question.Measure), Number(value.Value), model.Unit.Zh, Number(value.Amount), Number(value.Basis), value.IsBorrowed ? "1" : "", value.Why is WhyMissing.None ? "" : reader.Say(model.Say(value.Why)),
    ];

    private static string Number(decimal? number) => number is { } n ? ApiTexts.Plain(n).ToString(CultureInfo.InvariantCulture) : "";
}
