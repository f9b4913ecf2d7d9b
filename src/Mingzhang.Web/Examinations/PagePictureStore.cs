using System.Collections.Concurrent;
using System.Collections.Immutable;
using Mingzhang.Core.Sources;
using Mingzhang.Reading;
using Mingzhang.Reading.Formats.Pdf.Pictures;
using Mingzhang.Reading.Formats.Programs;
using Mingzhang.Store.Examinations;

namespace Mingzhang.Web.Examinations;

/// <summary>Pictures of the pages of uploaded PDF files, also of those in archives: drawn a few at a time when the first of them is looked at, then kept with the examination.</summary>
internal sealed class PagePictureStore(ExaminationStore store, ExaminationRecords records, MingzhangProgram program, ExaminationLimits limits) : IDisposable
{
    private const int Together = 4;

    private readonly SemaphoreSlim _room = new(2);
    private readonly ConcurrentDictionary<(Guid, PageSource), SemaphoreSlim> _drawing = new();

    /// <summary>The picture of a page as PNG; null where it cannot be drawn.</summary>
    public async Task<byte[]?> Of(Guid id, PageSource source, CancellationToken cancel)
    {
        if (await records.Page(id, source, cancel) is { } kept) return kept;
        PageSource first = source with { Page = ((source.Page - 1) / Together * Together) + 1 };
        // Who looks at the next page of the same few waits for them.
        SemaphoreSlim turn = _drawing.GetOrAdd((id, first), _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancel);
        try
        {
            return await records.Page(id, source, cancel) ?? await Draw(id, source, first.Page, cancel);
        }
        finally
        {
            _drawing.TryRemove((id, first), out _);
            turn.Release();
        }
    }

    public void Dispose() => _room.Dispose();

    private async Task<byte[]?> Draw(Guid id, PageSource source, int first, CancellationToken cancel)
    {
        await _room.WaitAsync(cancel);
        try
        {
            if (await Pdf(id, source, cancel) is not { } pdf) return null;
            var options = new ReadingOptions { ExtractionTime = limits.ExportTime };
            ImmutableDictionary<int, PagePicture> drawn = await Task.Run(() => PagePictures.Of(pdf, Enumerable.Range(first, Together), options), cancel);
            // The last few of a document may be fewer.
            if (drawn.IsEmpty) drawn = await Task.Run(() => PagePictures.Of(pdf, [source.Page], options), cancel);
            await records.KeepPages(id, drawn.Select(p => (source with { Page = p.Key }, p.Value.Png.ToArray())), cancel);
            return drawn.TryGetValue(source.Page, out PagePicture? picture) ? [.. picture.Png] : null;
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>The bytes of the PDF; those in an archive are taken out by the command.</summary>
    private async Task<byte[]?> Pdf(Guid id, PageSource source, CancellationToken cancel)
    {
        if (source.Member.Length > 0)
        {
            using WorkFolder folder = await WorkFolder.Of(store, id, source.File, cancel);
            if (folder.Files is not [var archive]) return null;
            (byte[] bytes, ProgramResult result) = await program.Run(folder.Path, ["read", archive.Name, "--member=" + source.Member, "--max-size", program.MaxSize], limits.ExportTime, cancel);
            return result.IsGood && bytes.Length > 0 ? bytes : null;
        }

        using var pdf = new MemoryStream();
        return await store.CopyFile(id, source.File, pdf, cancel) ? pdf.ToArray() : null;
    }
}
