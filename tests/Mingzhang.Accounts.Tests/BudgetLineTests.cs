using Mingzhang.Accounts.Books;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Tests;

public sealed class BudgetLineTests
{
    [Theory]
    [InlineData(BudgetKind.Initial, 100)]
    [InlineData(BudgetKind.Added, 100)]
    [InlineData(BudgetKind.Cut, -100)]
    [InlineData(BudgetKind.Moved, 100)]
    [InlineData(BudgetKind.CarriedOver, 100)]
    public void Only_a_cut_takes_away(BudgetKind kind, int effect)
    {
        var line = new BudgetLine { Kind = kind, Unit = "001", Fund = Fund.GeneralPublic, Functional = "2010301", Purpose = Purpose.Basic, Amount = Amount.FromYuan(100) };
        Assert.Equal(effect, line.Effect.Yuan);
    }
}
