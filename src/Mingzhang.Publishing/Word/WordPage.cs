using DocumentFormat.OpenXml.Wordprocessing;

namespace Mingzhang.Publishing.Word;

/// <summary>A4 pages with official margins, upright or across.</summary>
internal static class WordPage
{
    private const uint Short = 11906, Long = 16838;

    /// <summary>Width of the text in twentieths of a point.</summary>
    public static int TextWidth(bool across) => across ? (int)Long - 1984 - 2098 : (int)Short - 1587 - 1474;

    /// <summary>Height of the text in twentieths of a point.</summary>
    public static int TextHeight(bool across) => across ? (int)Short - 1587 - 1474 : (int)Long - 2098 - 1984;

    /// <summary>Properties of a section.</summary>
    /// <param name="across">Landscape.</param>
    /// <param name="footer">Relationship of the footer.</param>
    /// <param name="cover">Whether it begins with the cover, whose page shows no number.</param>
    public static SectionProperties Section(bool across, string footer, bool cover)
    {
        SectionProperties section = new(
            new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
            new SectionType { Val = SectionMarkValues.NextPage },
            across ? new PageSize { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape } : new PageSize { Width = Short, Height = Long },
            across
                ? new PageMargin { Top = 1587, Bottom = 1474, Left = 1984, Right = 2098, Header = 851, Footer = 992, Gutter = 0 }
                : new PageMargin { Top = 2098, Bottom = 1984, Left = 1587, Right = 1474, Header = 851, Footer = 1417, Gutter = 0 });
        if (cover) section.Append(new TitlePage());
        return section;
    }
}
