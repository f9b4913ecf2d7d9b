using System.Collections.Immutable;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Books;

/// <summary>Everything that a department's final accounts of one year are made from. Amounts are exact, in 元. The files are described in docs/books.md.</summary>
public sealed record Book
{
    /// <summary>The fiscal year.</summary>
    public required FiscalYear Year { get; init; }

    /// <summary>The edition of the statutory forms in force for the year.</summary>
    public required Edition Edition { get; init; }

    /// <summary><c>unit.yaml</c>.</summary>
    public required Department Department { get; init; }

    /// <summary><c>ledger.csv</c>.</summary>
    public required Ledger Ledger { get; init; }

    /// <summary><c>opening.csv</c>.</summary>
    public ImmutableArray<OpeningBalance> Openings { get; init; } = [];

    /// <summary><c>budget.csv</c>.</summary>
    public ImmutableArray<BudgetLine> Budget { get; init; } = [];

    /// <summary><c>projects/*.yaml</c>, in order of their codes.</summary>
    public ImmutableArray<Project> Projects { get; init; } = [];

    /// <summary><c>particulars.yaml</c>.</summary>
    public Particulars Particulars { get; init; } = new();

    /// <summary><c>performance/*.yaml</c>: the department's evaluation first, then the projects' in the order of the file names.</summary>
    public ImmutableArray<SelfEvaluation> Performance { get; init; } = [];

    /// <summary><c>prior.json</c>; null where there is none (a new unit, or the first year with Mingzhang).</summary>
    public PriorYear? Prior { get; init; }

    /// <summary><c>prose.md</c>.</summary>
    public Prose Prose { get; init; } = Prose.Empty;
}
