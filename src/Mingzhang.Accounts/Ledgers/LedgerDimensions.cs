using System.Collections.Immutable;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>The values of each dimension that a ledger uses; the first of each is the empty text.</summary>
internal sealed record LedgerDimensions(
    ImmutableArray<string> Units,
    ImmutableArray<string> Accounts,
    ImmutableArray<string> Functional,
    ImmutableArray<string> Economic,
    ImmutableArray<string> GovernmentEconomic,
    ImmutableArray<string> Projects,
    ImmutableArray<string> Counterparties);
