using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Books;

/// <summary><c>prior.json</c>: the forms of last year's disclosure, in the shape that <c>mingzhang read --format json</c> and <c>build</c> write.</summary>
/// <param name="Year">The year before.</param>
/// <param name="Cells">The figures as printed, in 万元, by address. Line numbers are those of that year's edition (<paramref name="EditionYear"/>).</param>
/// <param name="EditionYear">The edition by which the addresses are to be understood.</param>
public sealed record PriorYear(FiscalYear Year, ImmutableDictionary<Address, Printed> Cells, FiscalYear EditionYear)
{
    /// <summary>That edition, by which a line that was renumbered is found; null takes the addresses as this year's.</summary>
    public Edition? Edition { get; init; }

    /// <summary>Numbers of the forms that were not read in full: a cell of theirs that is not among <see cref="Cells"/> is unknown, not blank.</summary>
    public ImmutableHashSet<string> PartialForms { get; init; } = [];
}
