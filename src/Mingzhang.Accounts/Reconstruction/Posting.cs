using Mingzhang.Accounts.Books;

namespace Mingzhang.Accounts.Reconstruction;

/// <summary>A sum that the ledger of a reconstructed book must hold, before it is spread over the year.</summary>
internal sealed class Posting
{
    /// <summary>Account: 6xxx income, 7xxx expenditure; empty for money brought forward.</summary>
    public required string Account { get; init; }

    public required string Unit { get; set; }

    public required Fund Fund { get; init; }

    public required string Functional { get; init; }

    public string Economic { get; init; } = "";

    public Purpose Purpose { get; init; }

    public string Project { get; init; } = "";

    /// <summary>In 分; fitted until every printed cell comes out.</summary>
    public required long Fen { get; set; }

    public bool IsIncome => Account.StartsWith('6');

    public bool IsOpening => Account.Length == 0;
}
