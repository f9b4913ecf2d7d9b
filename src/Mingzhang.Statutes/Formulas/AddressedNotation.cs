using System.Collections.Immutable;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Statutes.Formulas;

/// <summary>
/// Relations over addresses: <c>01[本年收入合计].1 = 02[合计].1</c>, <c>01[类].2 = 03[类].1</c>, <c>03[上级].各栏 = 03[Σ下级].各栏</c>.
/// <code>
/// relation = sum comparison sum
/// sum      = [ "-" ] cell { ("+" | "-") cell }
/// cell     = form "[" row "]" "." column
/// row      = line number | line caption | code | 合计 … | 各行 | 类 | 类款项 | 上级 | Σ下级
/// column   = number | 各栏
/// </code>
/// </summary>
internal static class AddressedNotation
{
    internal static Relation? Parse(FormulaScanner scan, Func<string, FormDefinition?> forms, string id)
    {
        var reading = new Reading(scan, forms);
        int start = scan.At;
        if (!reading.Sum(out List<Term> left)) return null;
        if (!scan.TakeComparison(out Comparison comparison))
        {
            scan.FailHere("＋、－、＝、≤ 或 ≥", "+, -, =, ≤ or ≥");
            return null;
        }

        if (!reading.Sum(out List<Term> right)) return null;
        if (!reading.Consistent([.. left, .. right])) return null;
        return new Relation
        {
            Id = id,
            Text = scan.Text[start..scan.At].Trim(),
            Left = [.. left],
            Comparison = comparison,
            Right = [.. right],
            Over = reading.Over,
            OverColumns = reading.OverColumns,
        };
    }

    private sealed class Reading(FormulaScanner scan, Func<string, FormDefinition?> forms)
    {
        internal Quantifier Over { get; private set; }

        internal ImmutableArray<string> OverColumns { get; private set; } = [];

        internal bool Sum(out List<Term> terms)
        {
            terms = [];
            int sign = scan.Take('-') ? -1 : 1;
            while (true)
            {
                if (!Cell(sign, terms)) return false;
                if (scan.Take('+')) sign = 1;
                else if (scan.Take('-')) sign = -1;
                else return true;
            }
        }

        internal bool Consistent(List<Term> terms)
        {
            if (terms.Exists(t => t.RowKind == RowKind.ChildrenOfBound) && Over != Quantifier.EachParent)
                return scan.Fail("[Σ下级] 要求另一边有 [上级]", "[Σ下级] needs [上级] on the other side");
            return true;
        }

        private bool Cell(int sign, List<Term> terms)
        {
            scan.Peek();
            int formAt = scan.At;
            if (!scan.TakeUntil('[', out string formId, out _)) return scan.FailHere("单元格 表[行].栏", "a cell form[row].column");
            if (forms(formId) is not { } form) return scan.Fail($"没有“{formId}”表", $"there is no form \"{formId}\"", formAt);
            if (!scan.TakeUntil(']', out string row, out int rowAt)) return scan.Fail("行之后缺少 ]", "] is missing behind the row");
            if (!scan.Take('.')) return scan.FailHere(" . 和栏次", ". and a column");
            scan.Peek();
            int columnAt = scan.At;
            if (!Column(form, out string column)) return false;
            if (!Row(form, row, column, rowAt, columnAt, out RowKind kind, out string key)) return false;
            terms.Add(new Term(sign, form.Id, kind, key, column));
            return true;
        }

        private bool Column(FormDefinition form, out string column)
        {
            column = "*";
            if (scan.Take("各栏") || scan.Take('*'))
            {
                ImmutableArray<string> all = [.. form.Columns.Select(c => c.Number)];
                if (!OverColumns.IsEmpty && !OverColumns.SequenceEqual(all)) return scan.Fail("“各栏”在所涉各表中代表的栏不同", "各栏 stands for different columns in the forms of this relation");
                OverColumns = all;
                return true;
            }

            int at = scan.At;
            if (!scan.TakeNumber(out int number)) return scan.FailHere("栏次或“各栏”", "a column number or 各栏");
            column = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return form.Column(column) is not null || scan.Fail($"公开{form.Id}表没有第 {column} 栏", $"form {form.Id} has no column {column}", at);
        }

        private bool Row(FormDefinition form, string row, string column, int rowAt, int columnAt, out RowKind kind, out string key)
        {
            kind = RowKind.Bound;
            key = "";
            switch (row)
            {
                case "各行": return Bind(Quantifier.EachRow, rowAt);
                case "类": return Bind(Quantifier.EachClass, rowAt);
                case "类款项" or "款项": return Bind(Quantifier.EachCode, rowAt);
                case "上级": return Bind(Quantifier.EachParent, rowAt);
                case "Σ下级" or "∑下级":
                    kind = RowKind.ChildrenOfBound;
                    return true;
                case "Σ各行" or "∑各行":
                    kind = RowKind.TopRows;
                    return form.Shape is not (FormShape.Lines or FormShape.SingleRow)
                        || scan.Fail($"公开{form.Id}表的行没有上下级，不能用 [Σ各行]", $"the rows of form {form.Id} have no hierarchy, so [Σ各行] cannot be used", rowAt);
            }

            kind = RowKind.Fixed;
            (string? found, Text? problem, bool aboutColumn) = RowNames.Resolve(form, row, column);
            key = found ?? "";
            return problem is null || scan.Fail(problem, aboutColumn ? columnAt : rowAt);
        }

        private bool Bind(Quantifier over, int at)
        {
            if (Over != Quantifier.None && Over != over) return scan.Fail("一个关系只能对一种行重复", "a relation is repeated over one kind of rows only", at);
            Over = over;
            return true;
        }
    }
}
