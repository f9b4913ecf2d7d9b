using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Core.Forms;

namespace Mingzhang.Statutes.Formulas;

/// <summary>
/// The notation printed under the forms: <c>27行=(1+2+…+8)行</c>, <c>1栏各行=（2＋3）栏各行</c>, <c>6栏=(1+2-3)栏</c>.
/// <code>
/// formula    = side comparison side
/// side       = part { ("+" | "-") part }
/// part       = number unit | "(" number { ("+" | "-") ( number | "…" "+" number ) } ")" unit
/// unit       = "行" | "栏" [ "各行" ]
/// </code>
/// </summary>
internal static class PrintedNotation
{
    private const int MaxTerms = 200;

    private enum Unit
    {
        None,
        Line,
        Column,
    }

    internal static Relation? Parse(FormulaScanner scan, FormDefinition form, string id)
    {
        int start = scan.At;
        if (!Side(scan, out List<(int Sign, int Number, int At)> left, out Unit leftUnit)) return null;
        if (!scan.TakeComparison(out Comparison comparison))
        {
            scan.FailHere("＝、≤ 或 ≥", "=, ≤ or ≥");
            return null;
        }

        if (!Side(scan, out List<(int Sign, int Number, int At)> right, out Unit rightUnit)) return null;
        if (leftUnit != rightUnit)
        {
            scan.Fail("行不能与栏比较", "lines (行) cannot be compared with columns (栏)");
            return null;
        }

        Relation? relation = leftUnit == Unit.Line ? Lines(scan, form, left, right) : Columns(scan, form, left, right);
        return relation is null ? null : relation with { Id = id, Text = scan.Text[start..scan.At].Trim(), Comparison = comparison };
    }

    private static Relation? Lines(FormulaScanner scan, FormDefinition form, List<(int Sign, int Number, int At)> left, List<(int Sign, int Number, int At)> right)
    {
        ImmutableArray<string> columns = default;
        foreach ((_, int number, int at) in left.Concat(right))
        {
            if (form.Line(Key(number)) is not { } line)
            {
                scan.Fail($"公开{form.Id}表没有第 {number} 行", $"form {form.Id} has no line (行) {number}", at);
                return null;
            }

            if (columns.IsDefault) columns = line.Columns;
            else if (!columns.SequenceEqual(line.Columns))
            {
                scan.Fail($"公开{form.Id}表第 {number} 行的数在第 {string.Join("、", line.Columns)} 栏，与前面各行（第 {string.Join("、", columns)} 栏）不同", $"line {number} of form {form.Id} has figures in other columns ({string.Join(", ", line.Columns)}) than the lines before it ({string.Join(", ", columns)})", at);
                return null;
            }
        }

        string column = columns.Length == 1 ? columns[0] : "*";
        return new Relation
        {
            Id = "",
            Text = "",
            Left = [.. left.Select(t => new Term(t.Sign, form.Id, RowKind.Fixed, Key(t.Number), column))],
            Right = [.. right.Select(t => new Term(t.Sign, form.Id, RowKind.Fixed, Key(t.Number), column))],
            OverColumns = columns.Length == 1 ? [] : columns,
        };
    }

    private static Relation? Columns(FormulaScanner scan, FormDefinition form, List<(int Sign, int Number, int At)> left, List<(int Sign, int Number, int At)> right)
    {
        foreach ((_, int number, int at) in left.Concat(right))
        {
            if (form.Column(Key(number)) is null)
            {
                scan.Fail($"公开{form.Id}表没有第 {number} 栏", $"form {form.Id} has no column (栏) {number}", at);
                return null;
            }
        }

        bool single = form.Shape == FormShape.SingleRow;
        return new Relation
        {
            Id = "",
            Text = "",
            Left = [.. left.Select(Cell)],
            Right = [.. right.Select(Cell)],
            Over = single ? Quantifier.None : Quantifier.EachRow,
        };

        Term Cell((int Sign, int Number, int At) term) =>
            new(term.Sign, form.Id, single ? RowKind.Fixed : RowKind.Bound, single ? "1" : "", Key(term.Number));
    }

    private static bool Side(FormulaScanner scan, out List<(int Sign, int Number, int At)> terms, out Unit unit)
    {
        terms = [];
        unit = Unit.None;
        int sign = scan.Take('-') ? -1 : 1;
        while (true)
        {
            if (!Part(scan, sign, terms, out Unit partUnit)) return false;
            if (unit != Unit.None && unit != partUnit) return scan.Fail("行不能与栏相加减", "lines (行) cannot be added to columns (栏)");
            unit = partUnit;
            if (scan.Take('+')) sign = 1;
            else if (scan.Take('-')) sign = -1;
            else return true;
        }
    }

    private static bool Part(FormulaScanner scan, int sign, List<(int Sign, int Number, int At)> terms, out Unit unit)
    {
        unit = Unit.None;
        if (scan.Take('('))
        {
            if (!Sum(scan, sign, terms)) return false;
            if (!scan.Take(')')) return scan.FailHere("＋、－ 或 ）", "+, - or )");
        }
        else if (!Number(scan, sign, terms)) return false;

        // Print shops and scanners make "1." of "1" before 栏.
        scan.Take('.');
        if (scan.Take('行')) unit = Unit.Line;
        else if (scan.Take('栏') || scan.Take('列'))
        {
            unit = Unit.Column;
            scan.Take("各行");
        }
        else return scan.FailHere("“行”或“栏”", "行 or 栏");
        return true;
    }

    private static bool Sum(FormulaScanner scan, int sign, List<(int Sign, int Number, int At)> terms)
    {
        int termSign = sign * (scan.Take('-') ? -1 : 1);
        while (true)
        {
            if (scan.TakeEllipsis())
            {
                if (!Range(scan, termSign, terms)) return false;
            }
            else if (!Number(scan, termSign, terms)) return false;

            if (scan.Take('+')) termSign = sign;
            else if (scan.Take('-')) termSign = -sign;
            else if (scan.Peek() == '…') termSign = sign;
            else return true;
        }
    }

    /// <summary>After <c>…</c>: everything from the number before it to the number behind it.</summary>
    private static bool Range(FormulaScanner scan, int sign, List<(int Sign, int Number, int At)> terms)
    {
        if (terms.Count == 0) return scan.Fail("… 之前应有数字", "a number must stand before …");
        int from = terms[^1].Number;
        scan.Take('+');
        scan.Peek();
        int at = scan.At;
        if (!scan.TakeNumber(out int to)) return scan.FailHere(" … 之后的数字", "a number behind …");
        if (to <= from) return scan.Fail($"… 应由小到大，但 {to} 不大于 {from}", $"… must lead upwards, but {to} is not above {from}", at);
        if (to - from > MaxTerms) return scan.Fail($"… 代表的数字超过 {MaxTerms} 个", $"… stands for more than {MaxTerms} numbers", at);
        for (int number = from + 1; number <= to; number++) terms.Add((sign, number, at));
        return true;
    }

    private static bool Number(FormulaScanner scan, int sign, List<(int Sign, int Number, int At)> terms)
    {
        scan.Peek();
        int at = scan.At;
        if (!scan.TakeNumber(out int number)) return scan.FailHere("数字", "a number");
        if (terms.Count >= MaxTerms) return scan.Fail($"超过 {MaxTerms} 项", $"more than {MaxTerms} terms");
        terms.Add((sign, number, at));
        return true;
    }

    private static string Key(int number) => number.ToString(CultureInfo.InvariantCulture);
}
