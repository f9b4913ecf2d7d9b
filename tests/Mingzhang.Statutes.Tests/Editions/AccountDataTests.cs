using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Statutes.Tests.Editions;

public sealed class AccountDataTests
{
    private static readonly Edition Edition = StatuteBook.Load().Edition(DisclosureKind.FinalAccounts, new FiscalYear(2023))!;

    [Theory]
    [InlineData("6001", AccountKind.Income, FlowKind.Appropriation, false)]
    [InlineData("710101", AccountKind.Expenditure, FlowKind.Any, true)]
    [InlineData("7501", AccountKind.Expenditure, FlowKind.Aid, true)]
    [InlineData("8001", AccountKind.Cash, FlowKind.Any, true)]
    [InlineData("8202", AccountKind.Surplus, FlowKind.Any, false)]
    public void An_account_is_found_by_its_code_or_a_sub_account(string code, AccountKind kind, FlowKind feeds, bool debit)
    {
        BudgetaryAccount account = Edition.Accounts.Find(code)!;
        Assert.Equal((kind, feeds, debit), (account.Kind, account.Feeds, account.Debit));
    }

    [Theory]
    [InlineData("1002")]
    [InlineData("61")]
    [InlineData("7101x")]
    public void Financial_accounting_and_other_texts_are_no_accounts(string code) => Assert.Null(Edition.Accounts.Find(code));

    [Theory]
    [InlineData("2010301", FundSet.GeneralPublic, true)]
    [InlineData("2120803", FundSet.GovernmentFund, true)]
    [InlineData("2120803", FundSet.GeneralPublic, false)]
    [InlineData("2010301", FundSet.GovernmentFund, false)]
    [InlineData("2230105", FundSet.StateCapital, true)]
    public void Functional_codes_are_paid_by_their_funds(string code, FundSet fund, bool allowed) => Assert.Equal(allowed, (Edition.Accounts.Allowed(code) & fund) != FundSet.None);

    [Fact]
    public void Every_column_of_every_form_is_filled_or_given_by_a_relation()
    {
        foreach (FormDefinition form in Edition.Forms.Where(f => f.Shape != FormShape.Lines))
        {
            foreach (FormColumn column in form.Columns)
                Assert.True(column.Fill is not null || form.Relations.Any(r => r.Left is [var left] && left.Column == column.Number), $"column {column.Number} of form {form.Id}");
        }
    }

    [Fact]
    public void Every_line_with_a_caption_is_filled_or_given_by_a_relation()
    {
        foreach (FormDefinition form in Edition.Forms)
        {
            foreach (FormLine line in form.Lines.Where(l => l.Caption.Length > 0))
                Assert.True(line.Fill is not null || line.Class is not null || form.Relations.Any(r => r.Left is [var left] && left.Row == line.Number), $"line {line.Number} of form {form.Id}");
        }
    }

    [Fact]
    public void Every_form_that_may_be_empty_has_its_sentence() => Assert.All(Edition.Forms, f => Assert.Equal(f.MayBeEmpty, f.EmptyNote.Length > 0));

    [Fact]
    public void Every_form_has_notes() => Assert.All(Edition.Forms, f => Assert.NotEmpty(f.Notes));

    [Fact]
    public void A_line_and_its_column_say_together_what_fills_a_cell()
    {
        FormDefinition form = Edition.Form("04")!;
        Fill fill = Fill.Join(form.Line("60")!.Fill!, form.Column("4")!.Fill!);
        Assert.Equal((FillFlow.Closing, FundSet.GovernmentFund), (fill.Flow, fill.Funds));
    }
}
