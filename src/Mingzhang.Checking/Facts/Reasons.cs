using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Facts;

/// <summary>Why a test could not be made, in both languages.</summary>
internal static class Reasons
{
    /// <summary>A cell that the test needs was not read.</summary>
    public static readonly Text CellUnread = new("所需的单元格未读出", "a cell that it needs was not read");

    /// <summary>Rows of the form were not read, so that a sum over them proves nothing.</summary>
    public static readonly Text RowsUnread = new("表中有未读出的行，合计不能作准", "rows of the form were not read, so that their sum proves nothing");

    /// <summary>The relation is stated only where certain cells are zero, and they are not.</summary>
    public static readonly Text ConditionUnmet = new("本部门不符合该关系的前提（如有财政拨款以外的收支或结转）", "the document does not meet the relation's condition (such as no other money, nothing carried over)");

    /// <summary>The text qualifies the figure.</summary>
    public static readonly Text Approximate = new("文字为约数", "the text gives an approximate figure");

    /// <summary>The other figure of the comparison is not in the document.</summary>
    public static readonly Text NothingToCompare = new("文件中没有可与之比较的数", "the document has no figure to compare it with");

    /// <summary>The reason that a form is not in the document, or was not read.</summary>
    public static Text FormMissing(string form) => new($"没有读到公开{form}表", $"form {form} was not read");
}
