using System.Collections.Immutable;
using Microsoft.Extensions.Caching.Memory;
using Mingzhang.Core.Sources;
using Mingzhang.Reading;
using Mingzhang.Reading.Formats.Pdf.Pictures;
using Mingzhang.Reading.Formats.Programs;
using Mingzhang.Store.Examinations;
using Mingzhang.Web.Load;

namespace Mingzhang.Web.Examinations;

/// <summary>
/// Pictures of the pages of uploaded PDF files, also of those in archives: drawn a few at a time when the first of them is looked at, then kept with the examination. A visit
/// has one drawn at a time; a drawing that nobody waits for any more ends.
/// </summary>
internal sealed class PagePictureStore(ExaminationStore store, ExaminationRecords records, MingzhangProgram program, ExaminationLimits limits) : IDisposable
{
    private const int Together = 4, MostFailures = 10_000;

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly Lanes _lanes = new(each: 1, all: 2, waiting: 200);
    private readonly Shared<(Guid, PageSource), ImmutableDictionary<int, byte[]>> _drawing = new();
    private readonly MemoryCache _failed = new(new MemoryCacheOptions { SizeLimit = MostFailures });

    /// <summary>The picture of a page as PNG; null where it cannot be drawn.</summary>
    /// <param name="id">The examination.</param>
    /// <param name="source">The page.</param>
    /// <param name="visitor">Whose examination it is.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<byte[]?> Of(Guid id, PageSource source, Visitor visitor, CancellationToken cancel)
    {
        if (await records.Page(id, source, cancel) is { } kept) return kept;
        if (_failed.TryGetValue((id, source), out _)) return null;
        PageSource first = source with { Page = ((source.Page - 1) / Together * Together) + 1 };
        // Who looks at the next page of the same few waits for them.
        return (await _drawing.Of((id, first), end => Draw(id, first, visitor.Name, end), cancel)).GetValueOrDefault(source.Page);
    }

    public void Dispose()
    {
        _lanes.Dispose();
        _failed.Dispose();
    }

    private async Task<ImmutableDictionary<int, byte[]>> Draw(Guid id, PageSource first, string visitor, CancellationToken cancel)
    {
        using Lanes.Lane? lane = await _lanes.Enter(visitor, cancel);
        if (lane is null) return [];
        int[] pages = [.. Enumerable.Range(first.Page, Together)];
        ImmutableDictionary<int, byte[]> drawn = await Pdf(id, first, cancel) is { } pdf ? await Drawn(pdf, pages, cancel) : [];
        await records.KeepPages(id, drawn.Select(p => (first with { Page = p.Key }, p.Value)), cancel);
        // It would fail again for as long as it is looked at, and take its time each time.
        foreach (int page in pages.Where(p => !drawn.ContainsKey(p))) _failed.Set((id, first with { Page = page }), true, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Remembered });
        return drawn;
    }

    // What may be drawn at all is drawn in one go; where one page breaks that, each on its own. All of it takes no longer than one export may.
    private async Task<ImmutableDictionary<int, byte[]>> Drawn(byte[] pdf, int[] pages, CancellationToken cancel)
    {
        ImmutableDictionary<int, PagePicture> drawn = await Try(pages, limits.ExportTime / 2);
        foreach (int page in drawn.IsEmpty ? pages : []) drawn = drawn.AddRange(await Try([page], limits.ExportTime / (2 * pages.Length)));
        return drawn.ToImmutableDictionary(p => p.Key, p => p.Value.Png.ToArray());

        async Task<ImmutableDictionary<int, PagePicture>> Try(int[] some, TimeSpan time)
        {
            ImmutableDictionary<int, PagePicture> got = await Task.Run(() => PagePictures.Of(pdf, some, new ReadingOptions { ExtractionTime = time }, cancel), cancel);
            cancel.ThrowIfCancellationRequested();
            return got;
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
