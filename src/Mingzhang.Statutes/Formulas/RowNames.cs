using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Statutes.Formulas;

/// <summary>
/// Names of rows in addresses. On forms of numbered lines a line may be named by its caption, so that a relation need not be stated
/// again for the edition that renumbers it: <c>01[本年支出合计].2</c> is <c>01[58].2</c> in 2023 and <c>01[57].2</c> in 2024.
/// </summary>
internal static class RowNames
{
    /// <summary>The row's key; or what is wrong, and whether that concerns the column rather than the row.</summary>
    internal static (string? Key, Text? Problem, bool AboutColumn) Resolve(FormDefinition form, string row, string column) => form.Shape switch
    {
        FormShape.Lines => Line(form, row, column),
        FormShape.FunctionalCodes => row == Address.Total || FunctionalCode.TryParse(row, out _)
            ? (row, null, false)
            : (null, new Text($"公开{form.Id}表的行是功能分类编码和{Address.Total}，不能是“{row}”", $"form {form.Id} has functional codes and {Address.Total} as rows, not \"{row}\""), false),
        FormShape.EconomicBlocks => EconomicCode.TryParse(row, out _) || form.Codes.Any(c => c.Key == row)
            ? (row, null, false)
            : (null, new Text($"公开{form.Id}表的行是经济分类编码和{Totals(form)}，不能是“{row}”", $"form {form.Id} has economic codes and {Totals(form)} as rows, not \"{row}\""), false),
        FormShape.EconomicCodes => row == Address.Total || EconomicCode.TryParse(row, out _)
            ? (row, null, false)
            : (null, new Text($"公开{form.Id}表的行是经济分类编码和{Address.Total}，不能是“{row}”", $"form {form.Id} has economic codes and {Address.Total} as rows, not \"{row}\""), false),
        FormShape.Register => row == Address.Total
            ? (row, null, false)
            : (null, new Text($"公开{form.Id}表逐项列示，公式中只能用{Address.Total}行，不能是“{row}”", $"form {form.Id} is a register: of its rows only {Address.Total} can be named, not \"{row}\""), false),
        _ => row == "1" ? (row, null, false) : (null, new Text($"公开{form.Id}表只有一行，名为 1，不能是“{row}”", $"form {form.Id} has one row, named 1, not \"{row}\""), false),
    };

    /// <summary>Reads <c>form[row].column</c> and resolves its row.</summary>
    internal static Address? Resolve(string text, Func<string, FormDefinition?> forms, out FormulaError? error)
    {
        error = null;
        if (!Address.TryParse(text, out Address address))
        {
            error = new FormulaError(0, new($"应是地址 表[行].栏，不能是“{text}”", $"an address form[row].column was expected, not \"{text}\""));
            return null;
        }

        int rowAt = text.IndexOf('[', StringComparison.Ordinal) + 1, columnAt = text.LastIndexOf('.') + 1;
        if (forms(address.Form) is not { } form) error = new FormulaError(0, new($"没有“{address.Form}”表", $"there is no form \"{address.Form}\""));
        else if (form.Column(address.Column) is null) error = new FormulaError(columnAt, new($"公开{form.Id}表没有第“{address.Column}”栏", $"form {form.Id} has no column \"{address.Column}\""));
        else
        {
            (string? key, Text? problem, bool aboutColumn) = Resolve(form, address.Row, address.Column);
            if (problem is null) return address with { Row = key! };
            error = new FormulaError(aboutColumn ? columnAt : rowAt, problem);
        }

        return null;
    }

    private static (string? Key, Text? Problem, bool AboutColumn) Line(FormDefinition form, string row, string column)
    {
        if (form.Line(row) is { } numbered)
        {
            return column == "*" || numbered.Columns.Contains(column)
                ? (row, null, false)
                : (null, OnlyIn(form, row, numbered), true);
        }

        ImmutableArray<FormLine> named = [.. form.Lines.Where(l => Named(l, row))];
        if (named.IsEmpty) return (null, new Text($"公开{form.Id}表没有“{row}”行", $"form {form.Id} has no line \"{row}\""), false);
        ImmutableArray<FormLine> here = [.. named.Where(l => column == "*" || l.Columns.Contains(column))];
        return here.Length switch
        {
            1 => (here[0].Number, null, false),
            0 => (null, OnlyIn(form, row, named[0]), true),
            _ => (null, new Text($"公开{form.Id}表有几行“{row}”（第 {string.Join("、", here.Select(l => l.Number))} 行），请用行次", $"form {form.Id} has several lines \"{row}\" ({string.Join(", ", here.Select(l => l.Number))}); use the number"), false),
        };
    }

    private static Text OnlyIn(FormDefinition form, string row, FormLine line) => new(
        $"公开{form.Id}表“{row}”行的数只在第 {string.Join("、", line.Columns)} 栏",
        $"line \"{row}\" of form {form.Id} has figures in column {string.Join(", ", line.Columns)} only");

    private static string Totals(FormDefinition form) => string.Join('、', form.Codes.Where(c => !char.IsAsciiDigit(c.Key[0])).Select(c => c.Key));

    private static bool Named(FormLine line, string caption) =>
        line.Caption.Length > 0 && (line.Caption == caption || (!line.OtherCaptions.IsDefault && line.OtherCaptions.Contains(caption)));
}
