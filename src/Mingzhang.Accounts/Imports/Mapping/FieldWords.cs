using System.Collections.Immutable;
using Mingzhang.Accounts.Books.Tables;

namespace Mingzhang.Accounts.Imports.Mapping;

/// <summary>A field that a spreadsheet may fill, and the words by which headings name it.</summary>
/// <param name="Name">The book's column, or 月, 日, 借方, 贷方, 方向.</param>
/// <param name="Contents">What its cells must look like.</param>
/// <param name="Exact">Headings that mean it alone.</param>
/// <param name="Within">Words that headings of it contain.</param>
/// <param name="Without">Words that headings of it do not contain.</param>
internal sealed record ImportField(string Name, CellContents Contents, ImmutableArray<string> Exact, ImmutableArray<string> Within, ImmutableArray<string> Without);

/// <summary>The fields of each kind of import, with the words that exports of accounting and budgeting programs use.</summary>
internal static class FieldWords
{
    internal const string Month = "月", Day = "日", Debit = "借方", Credit = "贷方", Side = "方向";

    private static readonly ImportField Unit = new(LedgerColumns.Unit.Name, CellContents.Unit,
        ["单位", "单位代码", "单位编码", "预算单位", "预算单位代码", "预算单位编码", "核算单位", "账套", "unit"], ["单位代码", "单位编码", "预算单位", "核算单位"], ["对方", "往来", "计量", "金额", "资金"]);

    private static readonly ImportField Fund = new(LedgerColumns.Fund.Name, CellContents.Fund,
        ["资金性质", "资金来源", "资金类型", "预算性质", "预算来源", "fund"], ["资金性质", "资金来源", "预算类型", "拨款性质"], []);

    private static readonly ImportField Functional = new(LedgerColumns.Functional.Name, CellContents.Functional,
        ["功能分类", "功能分类科目", "功能分类科目编码", "支出功能分类", "支出功能分类科目", "支出功能分类科目编码", "功能科目", "科目编码", "functional"], ["功能分类", "功能科目"], ["名称"]);

    private static readonly ImportField Economic = new(LedgerColumns.Economic.Name, CellContents.Economic,
        ["部门经济分类", "部门经济分类科目", "部门预算支出经济分类科目", "部门支出经济分类科目", "部门预算支出经济分类", "部门支出经济分类", "部门预算经济分类", "支出经济分类", "经济分类", "经济分类科目", "经济科目", "economic"], ["部门经济", "部门预算支出经济", "部门支出经济", "经济分类", "经济科目"], ["政府", "名称"]);

    private static readonly ImportField Government = new(LedgerColumns.GovernmentEconomic.Name, CellContents.Government,
        ["政府经济分类", "政府经济分类科目", "政府预算支出经济分类科目", "政府支出经济分类科目", "政府预算支出经济分类", "政府支出经济分类", "政府预算经济分类", "governmentEconomic"], ["政府预算支出经济", "政府经济", "政府支出经济", "政府预算经济"], ["名称"]);

    private static readonly ImportField Project = new(LedgerColumns.Project.Name, CellContents.Project,
        ["项目", "项目代码", "项目编码", "项目编号", "预算项目", "项目名称", "project"], ["项目代码", "项目编码", "项目编号", "预算项目", "项目名称"], ["类别", "类型", "性质"]);

    private static readonly ImportField Purpose = new(LedgerColumns.Purpose.Name, CellContents.Purpose,
        ["支出性质", "支出类型", "支出类别", "基本/项目", "基本项目", "项目类别", "purpose"], ["支出性质", "支出类型", "支出类别"], []);

    private static readonly ImmutableArray<string> NotAnAmount = ["余额", "累计", "数量", "单价", "外币", "汇率", "上年", "增减"];

    /// <summary>The fields of a kind of import.</summary>
    internal static ImmutableArray<ImportField> Of(ImportKind kind) => kind switch
    {
        ImportKind.Ledger => Ledger,
        ImportKind.Budget => Budget,
        _ => Opening,
    };

    private static readonly ImmutableArray<ImportField> Ledger =
    [
        new(LedgerColumns.Date.Name, CellContents.Date, ["日期", "记账日期", "凭证日期", "制单日期", "业务日期", "入账日期", "date"], ["日期"], ["打印", "审核", "到期"]),
        new(Month, CellContents.Month, ["月", "月份"], [], []),
        new(Day, CellContents.Day, ["日"], [], []),
        new(LedgerColumns.Voucher.Name, CellContents.Any, ["凭证号", "凭证号数", "凭证编号", "凭证字号", "记账凭证号", "凭证", "voucher"], ["凭证号", "凭证字号", "凭证编号"], ["原始", "日期", "摘要"]),
        Unit,
        new(LedgerColumns.Account.Name, CellContents.Account, ["科目", "科目编码", "科目代码", "会计科目", "会计科目编码", "会计科目代码", "预算会计科目", "account"], ["会计科目", "科目编码", "科目代码"], ["名称", "功能", "经济", "对方"]),
        Fund, Functional, Economic, Government, Project, Purpose,
        new(LedgerColumns.Counterparty.Name, CellContents.Unit, ["对方单位", "往来单位", "内部往来单位", "counterparty"], ["对方单位", "往来单位"], []),
        new(LedgerColumns.Amount.Name, CellContents.Amount, ["金额", "发生额", "本币金额", "金额（元）", "amount"], ["金额", "发生额"], [.. NotAnAmount, "借", "贷"]),
        new(Side, CellContents.Side, ["方向", "借贷方向", "借/贷", "借贷"], ["方向"], ["余额"]),
        new(Debit, CellContents.Amount, ["借方", "借方金额", "借方发生额", "本期借方", "借"], ["借方"], NotAnAmount),
        new(Credit, CellContents.Amount, ["贷方", "贷方金额", "贷方发生额", "本期贷方", "贷"], ["贷方"], NotAnAmount),
        new(LedgerColumns.Summary.Name, CellContents.Any, ["摘要", "凭证摘要", "摘要内容", "summary"], ["摘要"], []),
    ];

    private static readonly ImmutableArray<ImportField> Budget =
    [
        new(BudgetColumns.Kind.Name, CellContents.BudgetKind, ["类型", "调整类型", "预算类型", "指标类型", "kind"], ["调整类型", "预算类型", "指标类型"], []),
        new(BudgetColumns.Document.Name, CellContents.Any, ["文号", "指标文号", "批复文号", "预算文号", "document"], ["文号"], []),
        Unit, Fund, Functional, Economic, Project, Purpose,
        new(BudgetColumns.Amount.Name, CellContents.Amount, ["金额", "预算数", "预算金额", "指标金额", "年初预算", "年初预算数", "批复数", "amount"], ["金额", "预算数", "指标金额", "年初预算"], [.. NotAnAmount, "执行", "决算", "支出数"]),
    ];

    private static readonly ImmutableArray<ImportField> Opening =
    [
        Unit, Fund, Functional, Project,
        new(OpeningColumns.Kind.Name, CellContents.OpeningKind, ["类型", "结转结余类型", "结转/结余", "kind"], ["结转结余类型"], []),
        new(OpeningColumns.Amount.Name, CellContents.Amount, ["金额", "年初数", "年初余额", "期初余额", "结转金额", "结余金额", "年初结转和结余", "年初结转结余", "结转结余金额", "amount"], ["年初", "期初", "结转", "结余", "金额"], ["类型", "期末", "年末", "累计"]),
    ];
}
