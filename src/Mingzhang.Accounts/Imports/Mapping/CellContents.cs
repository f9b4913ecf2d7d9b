using System.Collections.Frozen;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Imports.Rows;
using Mingzhang.Accounts.Imports.Sheets;

namespace Mingzhang.Accounts.Imports.Mapping;

/// <summary>What the cells of a field look like.</summary>
internal enum CellContents
{
    Any,
    Date,
    Month,
    Day,
    Account,
    Functional,
    Economic,
    Government,
    Unit,
    Project,
    Fund,
    Purpose,
    BudgetKind,
    OpeningKind,
    Amount,
    Side,
}

/// <summary>Judges by its contents whether a column can feed a field.</summary>
internal sealed class ContentJudge(ImportContext context)
{
    private readonly FrozenSet<string> _units = context.Department.Units.SelectMany(u => new[] { u.Code, u.Name }).ToFrozenSet();
    private readonly FrozenSet<string> _projects = context.Projects.SelectMany(p => new[] { p.Code, p.Name }).ToFrozenSet();

    /// <summary>Contents by which a column is recognised even without a heading.</summary>
    internal static bool IsTelling(CellContents contents) =>
        contents is CellContents.Date or CellContents.Account or CellContents.Functional or CellContents.Economic or CellContents.Government or CellContents.Fund or CellContents.Purpose or CellContents.Unit;

    /// <summary>Whether a cell can belong to a field.</summary>
    internal bool Fits(SheetCell cell, CellContents contents) => contents switch
    {
        CellContents.Any => true,
        CellContents.Date => DateCell.TryRead(cell, out _),
        CellContents.Month => WholeWithin(cell, 12),
        CellContents.Day => WholeWithin(cell, 31),
        CellContents.Account => CodeCell.Account(cell.Text) is { Length: >= 4 } code && code[0] is >= '1' and <= '8',
        CellContents.Functional => CodeCell.Leading(cell.Text) is { Length: 3 or 5 or 7 } code && code[0] == '2' && IsDigits(code),
        CellContents.Economic => CodeCell.Leading(cell.Text) is { Length: 3 or 5 } code && code[0] == '3' && IsDigits(code),
        CellContents.Government => CodeCell.Leading(cell.Text) is { Length: 3 or 5 } code && code[0] == '5' && IsDigits(code),
        CellContents.Unit => CodeCell.Known(cell, _units) is not null,
        // Projects come before the book has all of them; a column of words can be one.
        CellContents.Project => CodeCell.Known(cell, _projects) is not null || !cell.IsNumber,
        CellContents.Fund => BookTerms.Funds.TryRead(CodeCell.Name(cell.Word), out _),
        CellContents.Purpose => BookTerms.Purposes.TryRead(CodeCell.Name(cell.Word), out Purpose purpose) && purpose != Purpose.None,
        CellContents.BudgetKind => BookTerms.BudgetKinds.TryRead(cell.Word, out _),
        CellContents.OpeningKind => BookTerms.OpeningKinds.TryRead(cell.Word, out _),
        CellContents.Amount => cell.Fault is not null || AmountCell.TryRead(cell, inWan: false, out _),
        CellContents.Side => cell.Word is "借" or "贷" or "借方" or "贷方" or "平",
        _ => false,
    };

    private static bool IsDigits(string code) => !code.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool WholeWithin(SheetCell cell, int most) => int.TryParse(cell.Word, out int number) && number >= 1 && number <= most;
}
