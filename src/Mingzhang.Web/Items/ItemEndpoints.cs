using Microsoft.AspNetCore.Http.HttpResults;
using Mingzhang.Core.Statutes;
using Mingzhang.Store.Comparisons;
using Mingzhang.Web.Caching;
using Mingzhang.Web.Comparisons;
using Mingzhang.Web.Layout;

namespace Mingzhang.Web.Items;

/// <summary>The items of the classifications: the tree of all, and a page for each across all departments.</summary>
internal static class ItemEndpoints
{
    public static void Map(WebApplication web)
    {
        web.MapGet("/items", All).Published();
        web.MapGet("/items/{code}", One).Published();
    }

    private static async Task<RazorComponentResult> All(ItemReader reader, Lines lines, CancellationToken cancel)
    {
        ILookup<string, string> known = await reader.Known(cancel);
        Edition edition = lines.Newest;
        return new RazorComponentResult<ItemsPage>(new { Functional = ItemTree.Of(edition.Functional, known), Economic = ItemTree.Of(edition.Economic, known) });
    }

    private static async Task<IResult> One(string code, string? kind, string? year, string? sort, string? page, ItemReader reader, Lines lines, CancellationToken cancel)
    {
        if (lines.ClassificationOf(code) is not { } classification) return Unknown(code);
        ILookup<string, string> known = await reader.Known(cancel);
        if (NameOf(lines, known, code) is not { } name) return Unknown(code);
        string which = Asked.Kind(kind) ?? "finalAccounts";
        LineSource source = lines.OfItem(code);
        IReadOnlyList<ItemYear> years = await reader.Years(code, source, which, cancel);
        if (years.Count == 0 && kind is null && await reader.Years(code, source, "budget", cancel) is { Count: > 0 } budgets) (years, which) = (budgets, "budget");
        int? asked = Asked.Number(year);
        ItemYear? shown = years.FirstOrDefault(y => y.Year == asked) ?? (years.Count > 0 ? years[^1] : null);
        bool rises = sort == "amount";
        int at = Math.Clamp(Asked.Number(page) ?? 1, 1, 1000);
        return new RazorComponentResult<ItemPage>(new
        {
            Model = new ItemModel
            {
                Code = code,
                Name = name,
                Kind = which,
                Above = [.. new[] { 3, 5 }.Where(length => length < code.Length).Select(length => code[..length]).Select(c => new ItemName(c, NameOf(lines, known, c) ?? c, IsUsed: true))],
                Below = Below(classification, known, code),
                Years = years,
                Year = shown,
                Amounts = shown is null ? [] : await reader.Amounts(code, source, which, shown.Year, rises, (at - 1) * ItemModel.PageSize, ItemModel.PageSize, cancel),
                Rises = rises,
                Page = at,
            },
        });
    }

    private static string? NameOf(Lines lines, ILookup<string, string> known, string code) => lines.NameOf(code) ?? known[code].FirstOrDefault();

    private static ItemName[] Below(Classification classification, ILookup<string, string> known, string code) =>
        [.. classification.Entries.Select(e => e.Code).Concat(known.Select(k => k.Key))
            .Where(c => c.Length == code.Length + 2 && c.StartsWith(code, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(c => new ItemName(c, classification.Find(c)?.Name ?? known[c].First(), known.Contains(c)))];

    private static RazorComponentResult<UnknownItemPage> Unknown(string code) =>
        new(new { Code = Asked.Text(code, 20) }) { StatusCode = StatusCodes.Status404NotFound };
}
