using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Publishing.Views;
using Mingzhang.Store.Publications;
using Mingzhang.Web.Search;

namespace Mingzhang.Web.Portal;

/// <summary>Makes a publication of the view that the command wrote and the files that go with it.</summary>
internal static class ViewPublication
{
    /// <summary>The publication.</summary>
    /// <param name="view">What the command wrote as <c>view.json</c>.</param>
    /// <param name="files">The files to download.</param>
    /// <param name="place">Where the department is; empty if that is not known.</param>
    public static Publication Of(DisclosureView view, ImmutableArray<PublishedFile> files, string place = "") => new()
    {
        Department = NameOf(view),
        Place = place,
        Kind = view.Kind,
        Year = view.Year,
        Title = view.Title,
        Unit = view.Unit,
        Edition = view.Edition,
        Counts = new CheckCounts(view.Check.Passed, view.Check.Failed, view.Check.NotRun, view.Check.Count("error"), view.Check.Count("warning"), view.Check.Count("rounding"), view.Check.Count("info")),
        // The figures go into a table of their own; the page shows the forms.
        View = DisclosureViewJson.Write(view with { Figures = [] }),
        Files = files,
        Figures = [.. view.Figures.Select(f => new PublishedFigure(f.Form, f.Row, f.Column, f.Order, f.Caption, InWan(f.Value, f.AmountUnit)))],
        Numbers =
        [
            .. view.Main.Select(m => new PublishedNumber("main/" + m.Name, InWan(m.Value, m.AmountUnit))),
            .. view.Particulars.Select(p => new PublishedNumber(p.Name, InWan(p.Value, p.Unit))),
        ],
        Along = [ViewEntries.Of(view)],
    };

    /// <summary>The department's name; a unit's own accounts are not those of the department of the same name.</summary>
    public static string NameOf(DisclosureView view) => view.Scope == "unit" && !view.Unit.Contains("本级", StringComparison.Ordinal) ? view.Unit + "（单位）" : view.Unit;

    /// <summary>The files of a folder, without the view itself.</summary>
    /// <param name="folder">Where they lie.</param>
    /// <param name="built">Whether a build wrote them; else documents lie among them that were given.</param>
    public static ImmutableArray<PublishedFile> FilesOf(string folder, bool built) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(f => f.Name is not "view.json" && !Path.GetFileName(f.Name).StartsWith('.'))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => new PublishedFile(f.Name, MediaTypes.Of(f.Name), File.ReadAllBytes(f.Path)) { IsBuilt = built }),
    ];

    // 元 become 万元; counts and 万元 stay.
    private static decimal InWan(string value, string unit) => decimal.Parse(value, CultureInfo.InvariantCulture) / (unit == "元" ? 10_000m : 1m);
}
