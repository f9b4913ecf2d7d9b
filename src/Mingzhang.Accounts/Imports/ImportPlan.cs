using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Imports.Mapping;
using Mingzhang.Accounts.Imports.Sheets;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Imports;

/// <summary>How a spreadsheet will be imported, to be shown before it is: the mapping with its reasons, and what hinders it.</summary>
/// <param name="File">The spreadsheet.</param>
/// <param name="Mapping">The mapping; null if the spreadsheet cannot be read or no header was found.</param>
/// <param name="Notes">What else was found out: which sheet was taken, amounts in 万元.</param>
/// <param name="Problems">What is wrong; with an error among them the plan cannot be run.</param>
public sealed record ImportPlan(string File, ColumnMapping? Mapping, ImmutableArray<Text> Notes, ImmutableArray<BookProblem> Problems)
{
    /// <summary>Whether it can be run.</summary>
    public bool CanRun => Mapping is not null && !Problems.Any(p => p.Severity == Severity.Error);

    /// <summary>Whether nothing hinders it but fields without a source: the mapping can be saved and completed by hand.</summary>
    public bool IsIncomplete => Mapping is not null && !CanRun && Problems.All(p => p.Severity != Severity.Error || p.Id == MappingFields.NoSource);

    internal List<Sheet> Sheets { get; init; } = [];

    internal BookLimits Limits { get; init; } = BookLimits.Default;
}

/// <summary>What an import gave.</summary>
/// <param name="Csv">The book's file as a whole, UTF-8; null if any row was rejected: nothing is imported by halves.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Skipped">Rows of the spreadsheet that are no entries (totals, repeated headers), with why.</param>
/// <param name="Problems">Every rejected row with file, row, column and reason; and warnings.</param>
public sealed record ImportResult(byte[]? Csv, int Rows, ImmutableArray<SkippedRow> Skipped, ImmutableArray<BookProblem> Problems);

/// <summary>A row of the spreadsheet that is no entry.</summary>
/// <param name="Row">The row, 1-based.</param>
/// <param name="Why">Why it was left out.</param>
public sealed record SkippedRow(int Row, Text Why);
