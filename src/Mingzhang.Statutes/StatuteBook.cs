using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes.Data;
using Mingzhang.Statutes.Editions;

namespace Mingzhang.Statutes;

/// <summary>
/// The statutory data of <c>forms/</c>: what is inside the program, with a folder of the user's laid over it. Editions are read when
/// they are asked for. Safe for use by several threads.
/// </summary>
public sealed class StatuteBook
{
    // The editions of all places for more years than documents of one run speak of; a run over documents of every year does not keep them all.
    private const int MostKept = 160;

    private readonly EditionLoader _loader;
    private readonly ConcurrentDictionary<(string Id, FiscalYear Year), Lazy<Edition>> _editions = new();

    private StatuteBook(StatuteFiles files)
    {
        _loader = new EditionLoader(files);
        EditionIds = [.. files.Below("").Where(p => p.EndsWith("/edition.yaml", StringComparison.Ordinal)).Select(p => p[..p.LastIndexOf('/')])];
    }

    /// <summary>Folder names of the editions, <c>final-accounts/2023</c>, in order.</summary>
    public ImmutableArray<string> EditionIds { get; }

    /// <summary>
    /// Opens the data inside the program and, if given, a folder over it (docs/editions.md). All editions are then
    /// read at once, so that the folder's mistakes show here.
    /// </summary>
    /// <exception cref="StatuteException">A file of the folder is broken: file, line, column, what is wrong and what was expected.</exception>
    public static StatuteBook Load(string? overlayFolder = null)
    {
        var files = new StatuteFiles(overlayFolder);
        var book = new StatuteBook(files);
        if (overlayFolder is not null)
        {
            foreach (string id in book.EditionIds) book.Read(id, new FiscalYear(YearOf(id)));
        }

        return book;
    }

    /// <summary>
    /// The edition for a year: its own, else the nearest that there is (a later one before an earlier one as near); null if the kind
    /// has no edition for the place. The classifications are always those of the year itself.
    /// </summary>
    /// <param name="kind">Budget or final accounts.</param>
    /// <param name="year">The fiscal year.</param>
    /// <param name="place">The place (<see cref="Core.Statutes.Edition.Place"/>); empty for the national edition.</param>
    public Edition? Edition(DisclosureKind kind, FiscalYear year, string place = "")
    {
        string? nearest = IdsOf(kind)
            .Where(id => PlaceOf(id) == place)
            .OrderBy(id => Math.Abs(YearOf(id) - year.Value))
            .ThenByDescending(YearOf)
            .FirstOrDefault();
        return nearest is null ? null : Read(nearest, year);
    }

    /// <summary>The edition of every place for a year, the national one first, then by place.</summary>
    public ImmutableArray<Edition> Editions(DisclosureKind kind, FiscalYear year) =>
        [.. IdsOf(kind).Select(PlaceOf).Distinct().Order(StringComparer.Ordinal).Select(place => Edition(kind, year, place)!)];

    /// <summary>The years that a place has editions of a kind for, in order.</summary>
    public ImmutableArray<FiscalYear> Years(DisclosureKind kind, string place) => [.. IdsOf(kind).Where(id => PlaceOf(id) == place).Select(YearOf).Order().Select(y => new FiscalYear(y))];

    private IEnumerable<string> IdsOf(DisclosureKind kind) =>
        EditionIds.Where(id => id.StartsWith(kind == DisclosureKind.Budget ? "budget/" : "final-accounts/", StringComparison.Ordinal));

    private static string PlaceOf(string id) => id.Split('/') is [_, var place, _] ? place : "";

    private Edition Read(string id, FiscalYear year)
    {
        if (_editions.Count > MostKept) _editions.Clear();
        return _editions.GetOrAdd((id, year), key => new Lazy<Edition>(() => Make(key.Id, key.Year))).Value;
    }

    private Edition Make(string id, FiscalYear year)
    {
        var own = new FiscalYear(YearOf(id));
        return own == year ? _loader.Load(id) : _loader.WithClassifications(Read(id, own), year);
    }

    private static int YearOf(string id) =>
        int.Parse(id.AsSpan(id.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture);
}
