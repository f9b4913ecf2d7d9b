using Mingzhang.Accounts.Books;
using Mingzhang.Core.Forms;

namespace Mingzhang.Accounts.Statements;

/// <summary>A sum of money with everything that the forms ask of it.</summary>
/// <param name="Flow">Income, expenditure, opening balance, surplus used or distributed, or full-year budget.</param>
/// <param name="Kind">Of which kind.</param>
/// <param name="Fund">资金性质.</param>
/// <param name="Functional">功能分类 to 项; empty if it has none.</param>
/// <param name="Economic">部门经济分类 to 款; empty if it has none.</param>
/// <param name="Project">Project code; empty if it has none.</param>
/// <param name="Agency">Whether the unit's running costs are 机关运行经费.</param>
/// <param name="Cents">The amount in 分.</param>
internal readonly record struct Money(FillFlow Flow, FlowKind Kind, Fund Fund, string Functional, string Economic, string Project, bool Agency, long Cents)
{
    /// <summary>What a cell filled in this way takes of it: +1, −1 or nothing.</summary>
    internal int Sign(Fill fill)
    {
        if ((fill.Funds & (FundSet)(1 << (int)Fund)) == FundSet.None) return 0;
        if (fill.Flow == FillFlow.Closing)
        {
            return Flow switch
            {
                FillFlow.Opening or FillFlow.Income or FillFlow.SurplusUsed => 1,
                FillFlow.Expenditure or FillFlow.SurplusDistributed => -1,
                _ => 0,
            };
        }

        if (fill.Flow != Flow || (fill.Kind != FlowKind.Any && fill.Kind != Kind)) return 0;
        return fill.Items.IsEmpty || fill.Items.Contains(Economic) ? 1 : 0;
    }
}
