using System.Collections.Concurrent;
using System.Collections.Immutable;
using Mingzhang.Core.Sources;
using Mingzhang.Reading;
using Mingzhang.Reading.Formats.Pdf.Pictures;
using Mingzhang.Store.Examinations;

namespace Mingzhang.Web.Examinations;

/// <summary>Pictures of the pages of uploaded PDF files: drawn a few at a time when the first of them is looked at, then kept with the examination.</summary>
internal sealed class PagePictureStore(ExaminationStore store, ExaminationRecords records, ExaminationLimits limits) : IDisposable
{
    private const int Together = 4;

    private readonly SemaphoreSlim _room = new(2);
    private readonly ConcurrentDictionary<(Guid, int, int), SemaphoreSlim> _drawing = new();

    /// <summary>The picture of a page as PNG; null where it cannot be drawn.</summary>
    public async Task<byte[]?> Of(Guid id, int file, int page, CancellationToken cancel)
    {
        if (await records.Page(id, file, page, cancel) is { } kept) return kept;
        int first = ((page - 1) / Together * Together) + 1;
        // Who looks at the next page of the same few waits for them.
        SemaphoreSlim turn = _drawing.GetOrAdd((id, file, first), _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancel);
        try
        {
            return await records.Page(id, file, page, cancel) ?? await Draw(id, file, page, first, cancel);
        }
        finally
        {
            _drawing.TryRemove((id, file, first), out _);
            turn.Release();
        }
    }

    public void Dispose() => _room.Dispose();

    private async Task<byte[]?> Draw(Guid id, int file, int page, int first, CancellationToken cancel)
    {
        await _room.WaitAsync(cancel);
        try
        {
            using var pdf = new MemoryStream();
            if (!await store.CopyFile(id, file, pdf, cancel)) return null;
            var options = new ReadingOptions { ExtractionTime = limits.ExportTime };
            ImmutableDictionary<int, PagePicture> drawn = await Task.Run(() => PagePictures.Of(pdf.ToArray(), Enumerable.Range(first, Together), options), cancel);
            // The last few of a document may be fewer.
            if (drawn.IsEmpty) drawn = await Task.Run(() => PagePictures.Of(pdf.ToArray(), [page], options), cancel);
            await records.KeepPages(id, file, drawn.Select(p => (p.Key, p.Value.Png.ToArray())), cancel);
            return drawn.TryGetValue(page, out PagePicture? picture) ? [.. picture.Png] : null;
        }
        finally
        {
            _room.Release();
        }
    }
}
