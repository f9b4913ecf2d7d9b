using Mingzhang.Reading.Formats.Pdf.Objects;
using Mingzhang.Reading.Formats.Programs;

namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>What the file's own objects tell of its pages: how many there are, and what each draws. Nothing where its structure cannot be followed.</summary>
internal sealed class PageObjects
{
    private readonly PdfFile? _file;
    private readonly List<PdfDictionary> _pages = [];

    /// <summary>Looks for the pages of a file.</summary>
    internal PageObjects(byte[] bytes, ReadingOptions options)
    {
        try
        {
            _file = PdfFile.Read(bytes, options.MaxUnpackedBytes, new Deadline(options.ExtractionTime));
            _pages = _file.Pages(options.MaxPages);
        }
        catch (Exception e) when (ZipPackage.IsDamage(e))
        {
            // What draws the lines is broken; poppler may still find the words.
        }
    }

    /// <summary>How many pages were found.</summary>
    internal int Count => _pages.Count;

    /// <summary>The lines drawn on every page; none where one of the pages is broken.</summary>
    internal List<PageDrawing> Drawings()
    {
        try
        {
            return _file is null ? [] : [.. _pages.Select(page => LineDrawing.Of(_file, page))];
        }
        catch (Exception e) when (ZipPackage.IsDamage(e))
        {
            return [];
        }
    }
}
