using Microsoft.Extensions.Caching.Memory;
using Mingzhang.Publishing.Views;
using Mingzhang.Store.Examinations;

namespace Mingzhang.Web.Examinations;

/// <summary>The views that were looked at a moment ago, unpacked. A result never changes, so what is kept is right.</summary>
internal sealed class ViewCache(ExaminationStore store) : IDisposable
{
    // Unpacked, a view takes some ten times its packed size.
    private const long MostPacked = 6L * 1024 * 1024;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostPacked });

    /// <summary>What pages show of an examination; null until its check is done.</summary>
    public async Task<CheckView?> Of(Guid id, CancellationToken cancel)
    {
        if (_cache.TryGetValue(id, out CheckView? known)) return known;
        if (await store.View(id, cancel) is not { } packed) return null;
        CheckView view = PackedView.Unpack(packed);
        if (packed.Length < MostPacked) _cache.Set(id, view, new MemoryCacheEntryOptions { Size = packed.Length, SlidingExpiration = TimeSpan.FromMinutes(5) });
        return view;
    }

    /// <summary>Drops what was deleted.</summary>
    public void Drop(Guid id) => _cache.Remove(id);

    public void Dispose() => _cache.Dispose();
}
