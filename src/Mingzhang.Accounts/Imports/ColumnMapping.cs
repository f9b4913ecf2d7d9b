using System.Collections.Immutable;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Imports;

/// <summary>Which file of the book a spreadsheet becomes.</summary>
public enum ImportKind
{
    /// <summary><c>ledger.csv</c>.</summary>
    Ledger,

    /// <summary><c>budget.csv</c>.</summary>
    Budget,

    /// <summary><c>opening.csv</c>.</summary>
    Opening,
}

/// <summary>How sure a guess is.</summary>
public enum Confidence
{
    /// <summary>By a heading that means nothing else, with fitting contents; or written by hand.</summary>
    High,

    /// <summary>By a heading that may mean something else, or by contents alone.</summary>
    Medium,

    /// <summary>Several columns come into question.</summary>
    Low,
}

/// <summary>Where the value of a field comes from.</summary>
public enum SourceKind
{
    /// <summary>From a column.</summary>
    Column,

    /// <summary>The same value in every row.</summary>
    Constant,

    /// <summary>支出性质 only: 项目支出 where the row has a project, else 基本支出; blank on accounts that are not divided so.</summary>
    ByProject,
}

/// <summary>How a spreadsheet becomes one of the book's CSV files: saved as <c>mapping.yaml</c>, to be read and edited by people.</summary>
public sealed record ColumnMapping
{
    /// <summary>Which file.</summary>
    public required ImportKind Kind { get; init; }

    /// <summary>The sheet's name; empty for CSV.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>First row of the header, 1-based.</summary>
    public required int HeaderRow { get; init; }

    /// <summary>Rows of the header (2 where headings stand above each other).</summary>
    public int HeaderRows { get; init; } = 1;

    /// <summary>Whether amounts are in 万元; else in 元.</summary>
    public bool InWan { get; init; }

    /// <summary>
    /// The sources by field, in the order of the file's columns. Besides these (<c>日期</c> …) <c>月</c> and <c>日</c> stand for 日期, and <c>借方</c>
    /// with <c>贷方</c>, or <c>金额</c> with <c>方向</c>, for 金额.
    /// </summary>
    public required ImmutableArray<FieldSource> Fields { get; init; }

    /// <summary>The source of a field; null if it has none.</summary>
    public FieldSource? Source(string field) => Fields.FirstOrDefault(f => f.Field == field);
}

/// <summary>Where the values of a field come from.</summary>
public sealed record FieldSource
{
    /// <summary>The field: a column name of the book's file, or one of 月, 日, 借方, 贷方, 方向.</summary>
    public required string Field { get; init; }

    /// <summary>A column, a constant, or a rule.</summary>
    public SourceKind Kind { get; init; }

    /// <summary>Letters of the column: <c>C</c>.</summary>
    public string Column { get; init; } = "";

    /// <summary>The column's heading as it stands, nested ones parted by <c>/</c>; a file in which the columns are in another order is read by it.</summary>
    public string Heading { get; init; } = "";

    /// <summary>The constant.</summary>
    public string Value { get; init; } = "";

    /// <summary>Values of the spreadsheet and what they stand for, where the words differ: <c>拨款 → 一般公共预算</c>.</summary>
    public ImmutableDictionary<string, string> Values { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How sure it is.</summary>
    public Confidence Confidence { get; init; }

    /// <summary>Why it was chosen; null where it was written by hand.</summary>
    public Text? Why { get; init; }
}
