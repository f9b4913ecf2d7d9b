using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Layout;
using Mingzhang.Reading.Claims.Paragraphs;

namespace Mingzhang.Reading.Claims.Lists;

/// <summary>
/// The functional classifications that 五(二) and 五(三) go through: together they make up the whole stated first, each amount by its measure.
/// An item under another (by numbering or by code) is a part of that one.
/// </summary>
internal sealed class ItemLists(ClaimCollector claims)
{
    private readonly List<Item> _items = [];
    private bool _doubt;

    private sealed class Item(MarkStyle style, string? code)
    {
        internal MarkStyle Style { get; } = style;

        internal string? Code { get; } = code;

        internal List<int> Amounts { get; } = [];
    }

    /// <summary>A classification is taken up.</summary>
    internal void Begin(MarkStyle style, string? code) => _items.Add(new Item(style, code));

    /// <summary>An amount of the classification taken up last.</summary>
    internal void Offer(int index)
    {
        if (_items.Count > 0) _items[^1].Amounts.Add(index);
    }

    /// <summary>A figure among the items was not understood.</summary>
    internal void Doubt() => _doubt = true;

    /// <summary>Ends the section: <paramref name="wholes"/> are the amounts of the whole by measure.</summary>
    internal void End(IReadOnlyDictionary<Measure, int> wholes)
    {
        Dictionary<string, Item> byCode = [];
        List<(Item Item, Item? Parent)> placed = new(_items.Count);
        Item? lastTop = null;
        foreach (Item item in _items)
        {
            if (item.Style == _items[0].Style) lastTop = item;
            Item? above = item.Style > _items[0].Style ? lastTop : null;
            if (item.Code is { Length: > 3 } code) above = byCode.GetValueOrDefault(code[..(code.Length - 2)]) ?? byCode.GetValueOrDefault(code[..3]) ?? above;
            if (item.Code is { } own) byCode.TryAdd(own, item);
            placed.Add((item, above));
        }

        // A heading without an amount (（一）公共安全支出（类）) stands for the items below it.
        foreach ((Measure measure, int whole) in wholes)
            Add(whole, measure, placed.Where(p => p.Parent is null ? p.Item.Amounts.Count > 0 || !placed.Exists(c => c.Parent == p.Item) : p.Parent.Amounts.Count == 0).Select(p => p.Item));
        foreach (IGrouping<Item, Item> parts in placed.Where(p => p.Parent is not null).GroupBy(p => p.Parent!, p => p.Item))
        {
            foreach (int whole in parts.Key.Amounts) Add(whole, claims.Claims[whole].Measure, parts);
        }

        _items.Clear();
        _doubt = false;
    }

    private void Add(int whole, Measure measure, IEnumerable<Item> items)
    {
        var parts = ImmutableArray.CreateBuilder<int>();
        bool complete = !_doubt;
        foreach (Item item in items)
        {
            int part = item.Amounts.FindIndex(a => claims.Claims[a].Measure == measure);
            if (part < 0) complete = false;
            else parts.Add(item.Amounts[part]);
        }

        if (parts.Count > 0) claims.Add(new Breakdown(whole, parts.ToImmutable(), complete));
    }
}
