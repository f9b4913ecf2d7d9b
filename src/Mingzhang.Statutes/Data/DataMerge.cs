namespace Mingzhang.Statutes.Data;

/// <summary>
/// States an edition as a difference (docs/editions.md): mappings are merged key by key, <c>~</c> removes a key, and everything else
/// replaces what was there (the rule of JSON Merge Patch, RFC 7396). A mapping tagged <c>!replace</c> is not merged either.
/// </summary>
internal static class DataMerge
{
    internal static DataNode Merge(DataNode? earlier, DataNode later)
    {
        if (later is not DataMap changes) return later;
        DataMap? known = changes.Replaces ? null : earlier as DataMap;
        var merged = new List<DataEntry>();
        if (known is not null)
        {
            foreach (DataEntry entry in known.Entries)
            {
                DataNode? change = changes.Find(entry.Key.Value);
                if (change is DataText { IsNull: true }) continue;
                merged.Add(change is null ? entry : new DataEntry(entry.Key, Merge(entry.Value, change)));
            }
        }

        foreach (DataEntry entry in changes.Entries)
        {
            if (entry.Value is DataText { IsNull: true }) continue;
            if (known?.Find(entry.Key.Value) is null) merged.Add(new DataEntry(entry.Key, Merge(null, entry.Value)));
        }

        return new DataMap(changes.File, changes.Line, changes.Column, merged);
    }
}
