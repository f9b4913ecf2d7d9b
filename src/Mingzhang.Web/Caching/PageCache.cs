namespace Mingzhang.Web.Caching;

/// <summary>The pages kept, up to a bound in memory: those not asked for the longest go first, and all go when something is published.</summary>
/// <param name="most">Most bytes.</param>
internal sealed class PageCache(long most)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = new();
    private long _revision = -1;
    private long _bytes;

    /// <summary>Bytes in use.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock) return _bytes;
        }
    }

    /// <summary>The page of an address; null if it is not kept for this revision.</summary>
    public KeptPage? Find(string address, long revision)
    {
        lock (_lock)
        {
            if (revision != _revision || !_entries.TryGetValue(address, out LinkedListNode<Entry>? node)) return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Page;
        }
    }

    /// <summary>Keeps a page, or counts it anew after it has grown.</summary>
    public void Keep(string address, long revision, KeptPage page)
    {
        int size = page.Size + (2 * address.Length);
        if (size > most / 4) return;
        lock (_lock)
        {
            // A page that was drawn before the last publication is nobody's any more.
            if (revision < _revision) return;
            if (revision > _revision)
            {
                _entries.Clear();
                _byUse.Clear();
                (_revision, _bytes) = (revision, 0);
            }

            if (_entries.Remove(address, out LinkedListNode<Entry>? old)) Drop(old);
            _entries[address] = _byUse.AddFirst(new Entry(address, page, size));
            _bytes += size;
            while (_bytes > most)
            {
                LinkedListNode<Entry> last = _byUse.Last!;
                _entries.Remove(last.Value.Address);
                Drop(last);
            }
        }
    }

    private void Drop(LinkedListNode<Entry> node)
    {
        _byUse.Remove(node);
        _bytes -= node.Value.Size;
    }

    private readonly record struct Entry(string Address, KeptPage Page, int Size);
}
