using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Engine;

/// <summary>Why a test could not be made, in both languages.</summary>
internal static class Reasons
{
    /// <summary>A cell that the test needs was not read.</summary>
    internal static readonly Text CellUnread = new("所需的单元格未读出", "a cell that it needs was not read");

    /// <summary>Rows of the form were not read, so that a sum over them proves nothing.</summary>
    internal static readonly Text RowsUnread = new("表中有未读出的行，合计不能作准", "rows of the form were not read, so that their sum proves nothing");

    /// <summary>The relation is stated only where certain cells are zero, and they are not.</summary>
    internal static readonly Text ConditionUnmet = new("本部门不符合该关系的前提（如没有其他资金、没有结转、没有项目支出）", "the document does not meet the condition of the relation (such as no other money, nothing carried over, no projects)");

    /// <summary>The text qualifies the figure.</summary>
    internal static readonly Text Approximate = new("文字为约数", "the text gives an approximate figure");

    /// <summary>The other figure of the comparison is not in the document.</summary>
    internal static readonly Text NothingToCompare = new("文件中没有可与之比较的数", "the document has no figure to compare it with");

    /// <summary>The document is a template that was not filled in.</summary>
    internal static readonly Text Blank = new("文件是未填写的模板", "the document is a template that was not filled in");

    internal static readonly Text NoExecution = new("自评表未列预算数、执行数或执行率", "the table gives no budget, executed amount or rate");
    internal static readonly Text NoBudget = new("预算数为零，执行率无意义", "the budget is zero, so there is no execution rate");
    internal static readonly Text NoRateScore = new("自评表未列预算执行得分", "the table gives no score for execution");
    internal static readonly Text NoScores = new("自评表未列得分", "the table gives no scores");
    internal static readonly Text NoWeights = new("自评表未列分值", "the table gives no weights");
    internal static readonly Text ScoresMissing = new("部分指标的得分为空或未能读取", "some scores are blank or unread");
    internal static readonly Text WeightsMissing = new("部分指标的分值为空或未能读取", "some weights are blank or unread");
    internal static readonly Text Qualitative = new("定性指标，得分由评定档次决定", "a qualitative indicator: its band decides the score");
    internal static readonly Text NotComparable = new("目标值与完成值不能相比", "target and actual value cannot be compared");
    internal static readonly Text NoForm = new("对应的决算表未能读取", "the form it is compared with was not read");
    internal static readonly Text NoTable = new("没有对应的自评表", "no evaluation table corresponds");
    internal static readonly Text NoInitialBudget = new("自评表未列年初预算数", "the table gives no initial budget");
    internal static readonly Text RowMissing = new("缺少指标行，已由分值检查报告", "a row of indicators is missing, which the check of weights reports");
    internal static readonly Text NoTotal = new("自评表未列总分", "the table gives no total");

    /// <summary>What a document owes is not known where its edition is not.</summary>
    internal static readonly Text EditionUnknown = new("文件的表式未知，不知应公开哪些内容", "the document is of no known edition, so that what it owes is not known");

    /// <summary>The form is in the document, and nothing of it could be read.</summary>
    internal static Text FormUnread(FormDefinition form) => new($"《{form.Title}》的内容没有读出，表内和与它有关的关系都没有核对", $"nothing of form {form.Id} could be read: neither its own relations nor those with others were tested");

    /// <summary>The reason that a form is not in the document, or was not read.</summary>
    internal static Text FormMissing(string form) => new(form.StartsWith('B') ? $"没有读到 {form} 表" : $"没有读到公开{form}表", $"form {form} was not read");
}
