using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Statutes.Classifications;

/// <summary>Which classification a list is of.</summary>
public enum ClassificationKind
{
    /// <summary>支出功能分类: 201, 20131, 2013101.</summary>
    Functional,

    /// <summary>部门预算支出经济分类: 301, 30101; and 政府预算支出经济分类: 501, 50101.</summary>
    Economic,
}

/// <summary>What an official list gave.</summary>
/// <param name="File">The file read.</param>
/// <param name="Kind">Functional or economic.</param>
/// <param name="Year">The year that it is the list of.</param>
/// <param name="Entries">Codes with their names, in code order.</param>
/// <param name="Rejected">Rows that should be entries and are none, in the file's order. Titles above the header and blank rows are not among them.</param>
public sealed record ImportedClassification(
    string File,
    ClassificationKind Kind,
    FiscalYear Year,
    ImmutableArray<ClassificationEntry> Entries,
    ImmutableArray<RejectedRow> Rejected);

/// <summary>A row of an official list that could not be taken.</summary>
/// <param name="File">The file.</param>
/// <param name="Sheet">The sheet of a workbook; empty for CSV.</param>
/// <param name="Row">The row, 1-based.</param>
/// <param name="Content">Its cells as they stand, parted by blanks.</param>
/// <param name="Reason">Why not.</param>
public sealed record RejectedRow(string File, string Sheet, int Row, string Content, Text Reason);
