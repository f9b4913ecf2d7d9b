using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;
using Mingzhang.Publishing.Views;
using Mingzhang.Statutes;
using Mingzhang.Store.Comparisons;
using Mingzhang.Web.Portal;

namespace Mingzhang.Web.Comparisons;

/// <summary>The lines that can be compared: the main figures, every functional and economic item, and any cell of a form.</summary>
/// <param name="book">The statutory forms.</param>
internal sealed class Lines(StatuteBook book)
{
    private readonly Lazy<Edition[]> _editions = new(() =>
        [.. new[] { DisclosureKind.FinalAccounts, DisclosureKind.Budget }.SelectMany(kind => AllOf(book, kind))]);

    /// <summary>The main figures, in the order in which they are shown.</summary>
    public static IReadOnlyList<Line> Main { get; } = [.. MainFigures.Names.Select(n => new Line(n, Figures.NameOf(n), LineSource.Named("main/" + n)))];

    /// <summary>The line of a key; null if it is none.</summary>
    public Line? Find(string? key)
    {
        if (string.IsNullOrEmpty(key)) return Main[0];
        if (Main.FirstOrDefault(l => l.Key == key) is { } main) return main;
        if (ClassificationOf(key) is not null)
        {
            string named = NameOf(key) is { } name ? $"{key} {name}" : key;
            return new Line(key, new Text(named, named), OfItem(key));
        }

        return Address.TryParse(key, out Address address) ? OfCell(key, address) : null;
    }

    /// <summary>Name of an item as the newest edition has it; null if it is not known.</summary>
    public string? NameOf(string code) => ClassificationOf(code)?.Find(code)?.Name;

    /// <summary>The edition whose classifications name items.</summary>
    public Edition Newest => _editions.Value.Where(e => e is { Kind: DisclosureKind.FinalAccounts, Place: "" }).MaxBy(e => e.Year.Value)!;

    /// <summary>The classification whose codes are built like this one; null if it cannot be the code of an item.</summary>
    public Classification? ClassificationOf(string code) => Newest.Functional.Fits(code) ? Newest.Functional : Newest.Economic.Fits(code) ? Newest.Economic : null;

    /// <summary>Where the editions show an item: functional ones among the expenditure, else the general public budget; economic ones among basic expenditure.</summary>
    public LineSource OfItem(string code)
    {
        var cells = new List<LineCell>();
        foreach (Edition edition in _editions.Value)
        {
            FormDefinition? form = ClassificationOf(code) == Newest.Economic
                ? Of(edition, FormShape.EconomicBlocks, "basic") ?? Of(edition, FormShape.EconomicCodes, "basic")
                : Of(edition, FormShape.FunctionalCodes, "expenditure") ?? Of(edition, FormShape.FunctionalCodes, "generalByItem") ?? Of(edition, FormShape.FunctionalCodes, "general");
            if (form is not null) cells.Add(new LineCell(edition.Id, form.Id, code, form.Columns[0].Number));
        }

        return LineSource.At(cells);
    }

    private Line? OfCell(string key, Address address)
    {
        Edition[] having = [.. _editions.Value.Where(e => e.Form(address.Form)?.Column(address.Column) is not null)];
        if (having.Length == 0) return null;
        FormDefinition form = having[0].Form(address.Form)!;
        string row = form.Line(address.Row)?.Caption ?? NameOf(address.Row) ?? (form.Shape is FormShape.SingleRow ? "" : address.Row);
        string column = string.Join(' ', form.Column(address.Column)!.Captions);
        string name = string.Join(" · ", new[] { form.Title, row, column }.Where(n => n.Length > 0));
        return new Line(key, new Text(name, name), LineSource.At([.. having.Select(e => new LineCell(e.Id, address.Form, address.Row, address.Column))]));
    }

    private static FormDefinition? Of(Edition edition, FormShape shape, string subject) => edition.FormOf(subject) is { } form && form.Shape == shape && !form.Columns.IsEmpty ? form : null;

    private static IEnumerable<Edition> AllOf(StatuteBook book, DisclosureKind kind)
    {
        string prefix = kind is DisclosureKind.Budget ? "budget/" : "final-accounts/";
        foreach (string id in book.EditionIds.Where(i => i.StartsWith(prefix, StringComparison.Ordinal)))
        {
            string[] parts = id.Split('/');
            yield return book.Edition(kind, new Core.Codes.FiscalYear(int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture)), parts.Length == 3 ? parts[1] : "")!;
        }
    }
}
