using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Publishing.Excel;

/// <summary>The sheet of relations: every relation on every row with both sides, the difference and the verdict as live formulas.</summary>
internal static class RelationSheet
{
    /// <summary>Its name.</summary>
    public const string Name = "勾稽关系";

    private const string True = "成立", False = "不成立", Doubtful = "请核实";

    private static readonly ImmutableArray<(string Caption, double Width)> Columns =
        [("规则", 24), ("公式", 34), ("含义", 40), ("行", 14), ("左边", 13), ("关系", 6), ("右边", 13), ("差额", 10), ("尾差限", 9), ("结论", 9), ("说明", 8)];

    /// <summary>Fills the sheet.</summary>
    public static SheetDraft Of(ImmutableArray<RelationCells> relations, FormSheets sheets, SheetStyles styles)
    {
        SheetDraft sheet = new(Name, styles) { Across = true, Frozen = 2, Repeated = (1, 2) };
        CellLook head = new(1, Border: true, Bold: true, Filled: true), text = new(0, Border: true, Size: 9), figure = new(2, Border: true, Size: 9), mark = new(1, Border: true, Size: 9);
        sheet.Text(1, 1, "表内、表间勾稽关系（左右两边和结论均为公式，随各表数字重算；差额在尾差限以内是换算万元造成的尾差）", new CellLook(0, Border: false, Bold: true, Size: 11));
        sheet.Merge(1, 1, 1, Columns.Length, new CellLook(0, Border: false));
        for (int i = 0; i < Columns.Length; i++)
        {
            sheet.Widths.Add(Columns[i].Width);
            sheet.Text(2, i + 1, Columns[i].Caption, head);
        }

        int row = 3;
        foreach (RelationCells relation in relations)
        {
            if (Formulas.Sum(relation.Left, sheets, Name) is not { } left || Formulas.Sum(relation.Right, sheets, Name) is not { } right) continue;
            string at = row.ToString(CultureInfo.InvariantCulture);
            decimal difference = relation.LeftValue - relation.RightValue;
            int decimals = Math.Max(2, (int)Math.Max(relation.LeftValue.Scale, relation.RightValue.Scale));
            sheet.Text(row, 1, relation.Relation.Id, text);
            sheet.Text(row, 2, relation.Relation.Text, text);
            sheet.Text(row, 3, relation.Relation.Meaning, text);
            sheet.Text(row, 4, relation.At, text);
            sheet.Number(row, 5, new Printed(relation.LeftValue, decimals), figure, $"ROUND({left},{decimals})");
            sheet.Text(row, 6, relation.Relation.Comparison switch { Comparison.AtMost => "≤", Comparison.AtLeast => "≥", _ => "＝" }, mark);
            sheet.Number(row, 7, new Printed(relation.RightValue, decimals), figure, $"ROUND({right},{decimals})");
            sheet.Number(row, 8, new Printed(difference, decimals), figure, $"ROUND(E{at}-G{at},{decimals})");
            sheet.Number(row, 9, new Printed(relation.Bound, Math.Max(3, (int)relation.Bound.Scale)), figure);
            string test = relation.Relation.Comparison switch { Comparison.AtMost => $"H{at}<=I{at}+0.0000001", Comparison.AtLeast => $"H{at}>=-I{at}-0.0000001", _ => $"ABS(H{at})<=I{at}+0.0000001" };
            // What usually holds, but can be otherwise for a reason, is not called wrong.
            string otherwise = relation.Relation.Severity == Severity.Error ? False : Doubtful;
            sheet.Verdict(row, 10, $"IF({test},\"{True}\",\"{otherwise}\")", relation.Holds ? True : otherwise, mark);
            sheet.Text(row, 11, relation.Relation.Comparison == Comparison.Equal && difference != 0 && relation.Holds ? "尾差" : "", mark);
            row++;
        }

        return sheet;
    }
}
