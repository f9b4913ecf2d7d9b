using Microsoft.Extensions.Caching.Memory;
using Mingzhang.Publishing.Views;
using Mingzhang.Store.Examinations;
using Mingzhang.Web.Load;

namespace Mingzhang.Web.Examinations;

/// <summary>
/// The views that were looked at a moment ago, unpacked: by one for all who wait for it. A result never changes, so what is kept is right. Of those that are larger than all others
/// may be together, those of archives with hundreds of documents, the last one is kept.
/// </summary>
/// <param name="store">Where they are.</param>
/// <param name="mostPacked">Most of all together, packed.</param>
internal sealed class ViewCache(ExaminationStore store, long mostPacked = ViewCache.MostPacked) : IDisposable
{
    // Unpacked, a view takes some ten times its packed size.
    private const long MostPacked = 6L * 1024 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = mostPacked }), _large = new(new MemoryCacheOptions());
    private readonly Shared<Guid, CheckView?> _unpacking = new();
    private readonly SemaphoreSlim _room = new(1);

    /// <summary>What pages show of an examination; null until its check is done.</summary>
    public async Task<CheckView?> Of(Guid id, CancellationToken cancel) => Known(id) ?? await _unpacking.Of(id, end => Unpack(id, end), cancel);

    /// <summary>Drops what was deleted.</summary>
    public void Drop(Guid id)
    {
        _cache.Remove(id);
        _large.Remove(id);
    }

    public void Dispose()
    {
        _cache.Dispose();
        _large.Dispose();
        _room.Dispose();
    }

    private CheckView? Known(Guid id) => _cache.TryGetValue(id, out CheckView? known) || _large.TryGetValue(id, out known) ? known : null;

    private async Task<CheckView?> Unpack(Guid id, CancellationToken cancel)
    {
        if (await store.View(id, cancel) is not { } packed) return null;
        var kept = new MemoryCacheEntryOptions { Size = packed.Length, SlidingExpiration = Kept };
        if (packed.Length < mostPacked) return _cache.Set(id, PackedView.Unpack(packed), kept);
        // One at a time: each takes hundreds of megabytes.
        await _room.WaitAsync(cancel);
        try
        {
            _large.Clear();
            return _large.Set(id, PackedView.Unpack(packed), kept);
        }
        finally
        {
            _room.Release();
        }
    }
}
