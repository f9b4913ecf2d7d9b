namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>Tells pages whose text is worth nothing: images, and fonts without a table of what their glyphs mean.</summary>
internal static class PageText
{
    private const double LeastImage = 0.3, MostUnknown = 0.2;
    private const int FewCharacters = 12;

    /// <summary>Whether the page is an image, all but a few characters such as its number.</summary>
    internal static bool IsImage(PdfPage page)
    {
        int characters = page.Words.Sum(w => w.Text.Length);
        if (characters > FewCharacters) return false;
        double covered = page.Drawing.Images.Sum(i => Math.Max(0, Math.Min(i.Right, page.Width) - Math.Max(i.Left, 0)) * Math.Max(0, Math.Min(i.Bottom, page.Height) - Math.Max(i.Top, 0)));
        return covered >= page.Width * page.Height * LeastImage;
    }

    /// <summary>Whether its characters stand for nothing: private, replacement or control characters.</summary>
    internal static bool IsUnmapped(PdfPage page)
    {
        int all = 0, unknown = 0;
        foreach (PdfWordBox word in page.Words)
        {
            all += word.Text.Length;
            foreach (char c in word.Text)
            {
                if (c is (>= '\uE000' and <= '\uF8FF') or '\uFFFD' || (char.IsControl(c) && c != '\n')) unknown++;
            }
        }

        return all > 0 && unknown > all * MostUnknown;
    }
}
