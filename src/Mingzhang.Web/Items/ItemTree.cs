using Mingzhang.Core.Statutes;

namespace Mingzhang.Web.Items;

/// <summary>The items of a classification as a tree: those of the statutory list, and others that disclosures show.</summary>
internal static class ItemTree
{
    /// <summary>The tree, from the classes.</summary>
    /// <param name="classification">The statutory list.</param>
    /// <param name="known">Codes that disclosures show, with their names there.</param>
    public static IReadOnlyList<ItemName> Of(Classification classification, ILookup<string, string> known)
    {
        var names = new SortedDictionary<string, ItemName>(StringComparer.Ordinal);
        foreach (ClassificationEntry entry in classification.Entries) names[entry.Code] = new ItemName(entry.Code, entry.Name, known.Contains(entry.Code));
        foreach (IGrouping<string, string> code in known.Where(k => classification.Fits(k.Key))) names.TryAdd(code.Key, new ItemName(code.Key, code.First(), IsUsed: true));
        ILookup<string, ItemName> byParent = names.Values.Where(n => n.Code.Length > 3).ToLookup(n => n.Code[..^2]);
        return [.. names.Values.Where(n => n.Code.Length == 3).Select(With)];

        ItemName With(ItemName name) => name with { Parts = [.. byParent[name.Code].Select(With)] };
    }
}
