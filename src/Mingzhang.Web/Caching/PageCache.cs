using Mingzhang.Store.Publications;

namespace Mingzhang.Web.Caching;

/// <summary>The pages kept, up to a bound in memory: those not asked for the longest go first. A publication drops those that it may have changed.</summary>
/// <param name="most">Most bytes.</param>
internal sealed class PageCache(long most)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = new();
    private PublishedMoment _now;
    private long _bytes;

    /// <summary>Bytes in use.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock) return _bytes;
        }
    }

    /// <summary>The page of an address; null if it is not kept.</summary>
    public KeptPage? Find(string address)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(address, out LinkedListNode<Entry>? node)) return null;
            if (node != _byUse.First)
            {
                _byUse.Remove(node);
                _byUse.AddFirst(node);
            }

            return node.Value.Page;
        }
    }

    /// <summary>Keeps a page, or counts it anew after it has grown.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="drawn">The moment at which its drawing began; where something was published since, it is not kept.</param>
    /// <param name="page">The page.</param>
    /// <param name="department">The one whose publications alone it shows; null where those of others may change it.</param>
    public void Keep(string address, PublishedMoment drawn, KeptPage page, int? department = null)
    {
        int size = page.Size + (2 * address.Length);
        if (size > most / 4) return;
        lock (_lock)
        {
            if (drawn != _now) return;
            if (_entries.Remove(address, out LinkedListNode<Entry>? old)) Forget(old);
            _entries[address] = _byUse.AddFirst(new Entry(address, page, size, department));
            _bytes += size;
            while (_bytes > most) Drop(_byUse.Last!);
        }
    }

    /// <summary>Something was published: drops the pages of all departments and those of the departments that published.</summary>
    public void Advance(PublishedChange change)
    {
        lock (_lock)
        {
            // Where the count does not go on, nothing of before is known to hold.
            bool goesOn = change.Now.History == _now.History && change.Now.Revision >= _now.Revision;
            var published = change.Departments.ToHashSet();
            for (LinkedListNode<Entry>? node = _byUse.First, next; node is not null; node = next)
            {
                next = node.Next;
                if (!goesOn || node.Value.Department is not { } department || published.Contains(department)) Drop(node);
            }

            _now = change.Now;
        }
    }

    private void Drop(LinkedListNode<Entry> node)
    {
        _entries.Remove(node.Value.Address);
        Forget(node);
    }

    private void Forget(LinkedListNode<Entry> node)
    {
        _byUse.Remove(node);
        _bytes -= node.Value.Size;
    }

    private readonly record struct Entry(string Address, KeptPage Page, int Size, int? Department);
}
