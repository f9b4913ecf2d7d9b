using System.Collections.Immutable;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Books.Tables;

/// <summary>Reads <c>budget.csv</c>.</summary>
internal static class BudgetFile
{
    internal static ImmutableArray<BudgetLine> Read(CsvTable table, BookNames names, FileProblems log)
    {
        var lines = ImmutableArray.CreateBuilder<BudgetLine>(table.Rows.Count);
        var moved = new Dictionary<string, (Amount Sum, int Line)>();
        var row = new RowReader(table, names, log);
        foreach ((int, string[]) cells in table.Rows)
        {
            row.MoveTo(cells);
            BudgetLine line = Line(row);
            CheckPurpose(row, line);
            CheckDocument(row, line);
            if (!row.Sound) continue;
            lines.Add(line);
            if (line.Kind != BudgetKind.Moved) continue;
            (Amount sum, int first) = moved.GetValueOrDefault(line.Document, (Amount.Zero, row.Line));
            moved[line.Document] = (sum + line.Amount, first);
        }

        foreach (string document in moved.Keys.Order(StringComparer.Ordinal))
        {
            (Amount sum, int first) = moved[document];
            if (sum == Amount.Zero) continue;
            log.Error("book.budget.unbalanced-move", first, BudgetColumns.Amount.Name,
                new($"文号“{document}”的调剂合计 {sum}，应为 0", $"the amounts that {document} moves sum to {sum}, not to 0"),
                new("调出用负数，调入用正数，同一文号合计为零", "what is given is negative, what is received positive; a document's rows sum to nothing"));
        }

        return lines.ToImmutable();
    }

    private static BudgetLine Line(RowReader row)
    {
        BudgetKind kind = row.Term(BudgetColumns.Kind, BookTerms.BudgetKinds);
        return new BudgetLine
        {
            Kind = kind,
            Document = row.Text(BudgetColumns.Document),
            Unit = row.Unit(BudgetColumns.Unit),
            Fund = row.Term(BudgetColumns.Fund, BookTerms.Funds),
            Functional = row.Functional(BudgetColumns.Functional, mayBeBlank: false),
            Economic = row.Economic(BudgetColumns.Economic),
            Project = row.Project(BudgetColumns.Project),
            Purpose = row.Term(BudgetColumns.Purpose, BookTerms.Purposes),
            Amount = row.Amount(BudgetColumns.Amount, mayBeNegative: kind == BudgetKind.Moved),
            Line = new(row.Line),
        };
    }

    private static void CheckPurpose(RowReader row, BudgetLine line)
    {
        if (!row.Sound) return;
        if (line.Purpose == Purpose.Project && line.Project.Length == 0)
            row.Error("book.budget.purpose", BudgetColumns.Project, new("项目支出没有写项目", "project expenditure without a project"), new("填写项目代码", "fill in the project's code"));
        else if (line.Purpose == Purpose.Basic && line.Project.Length > 0)
            row.Error("book.budget.purpose", BudgetColumns.Purpose, new($"基本支出写了项目“{line.Project}”", $"basic expenditure with the project \"{line.Project}\""), new("支出性质改为项目支出，或删去项目", "make it 项目支出, or leave the project blank"));
    }

    private static void CheckDocument(RowReader row, BudgetLine line)
    {
        if (!row.Sound || line.Document.Length > 0) return;
        if (line.Kind == BudgetKind.Moved)
            row.Error("book.budget.document", BudgetColumns.Document, new("调剂没有文号", "money is moved without a document number"), new("填写文号，同一文号的调出、调入合计为零", "fill it in; the rows of one document sum to nothing"));
        else if (line.Kind is BudgetKind.Added or BudgetKind.Cut)
            row.Warn("book.budget.document", BudgetColumns.Document, new($"{BookTerms.BudgetKinds.Write(line.Kind)}没有文号", "an adjustment without a document number"), new("填写预算调整的文号", "fill in the number of the document that adjusts the budget"));
    }
}
