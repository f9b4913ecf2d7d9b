namespace Mingzhang.Accounts.Books;

/// <summary>How large the files of a book may be. Beyond a limit a file is refused with a message; it is never read in part.</summary>
public sealed record BookLimits
{
    /// <summary>The limits in force where none are given.</summary>
    public static BookLimits Default { get; } = new();

    /// <summary>Bytes of <c>ledger.csv</c>.</summary>
    public long LedgerBytes { get; init; } = 1L << 30;

    /// <summary>Bytes of <c>budget.csv</c>, <c>opening.csv</c>, <c>prior.json</c>, and of a spreadsheet to import.</summary>
    public long TableBytes { get; init; } = 64L << 20;

    /// <summary>Bytes of a YAML file and of <c>prose.md</c>.</summary>
    public long TextBytes { get; init; } = 4L << 20;

    /// <summary>Bytes that a workbook to import may unpack to.</summary>
    public long UnpackedBytes { get; init; } = 512L << 20;

    /// <summary>Rows of <c>budget.csv</c> and <c>opening.csv</c>, and of a spreadsheet to import.</summary>
    public int Rows { get; init; } = 1_000_000;

    /// <summary>Columns of a spreadsheet to import.</summary>
    public int Columns { get; init; } = 256;

    /// <summary>Cells of a spreadsheet to import, all sheets together.</summary>
    public long Cells { get; init; } = 8_000_000;

    /// <summary>Files in <c>projects/</c> and in <c>performance/</c>.</summary>
    public int Files { get; init; } = 2_000;

    /// <summary>Problems listed for one file; how many more there are is said.</summary>
    public int ProblemsPerFile { get; init; } = 200;
}
