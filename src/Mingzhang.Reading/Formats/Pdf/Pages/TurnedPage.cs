namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>Turns pages whose text is drawn upwards or downwards, so that it reads from left to right; words keep the place where they are shown.</summary>
internal static class TurnedPage
{
    private const double Upright = 1.5, MostOfText = 0.7;

    /// <summary>The page as it reads.</summary>
    internal static PdfPage Turned(PdfPage page)
    {
        int tall = 0, all = 0, votes = 0;
        for (int i = 0; i < page.Words.Count; i++)
        {
            PdfWordBox word = page.Words[i];
            if (i > 0) votes += Vote(page.Words[i - 1].Box, word.Box);
            if (word.Text.Length < 2) continue;
            all += word.Text.Length;
            if (word.Box.Height < word.Box.Width * Upright) continue;
            tall += word.Text.Length;
        }

        if (all == 0 || tall < all * MostOfText) return page;
        bool upwards = votes >= 0;
        return page with
        {
            Width = page.Height,
            Height = page.Width,
            Words = [.. page.Words.Select(w => w with { Box = Turn(w.Box, page, upwards), Shown = w.Place })],
            Drawing = page.Drawing with
            {
                Rulings = [.. page.Rulings.Select(r => Turn(r, page, upwards))],
                Figures = [.. page.Figures.Select(f => Turn(f, page, upwards))],
                Shapes = [.. page.Shapes.Select(s => Turn(s, page, upwards))],
            },
        };
    }

    /// <summary>The next word of a line stands above the last one where text runs upwards.</summary>
    private static int Vote(Box last, Box word)
    {
        if (Math.Abs(last.CentreX - word.CentreX) > last.Width / 2) return 0;
        return word.CentreY < last.CentreY ? 1 : -1;
    }

    private static Box Turn(Box box, PdfPage page, bool upwards) => upwards
        ? new Box(page.Height - box.Bottom, box.Left, page.Height - box.Top, box.Right)
        : new Box(box.Top, page.Width - box.Right, box.Bottom, page.Width - box.Left);

    private static Ruling Turn(Ruling ruling, PdfPage page, bool upwards)
    {
        // A line across becomes one down, and the other way round.
        if (ruling.IsHorizontal) return upwards ? new Ruling(false, page.Height - ruling.At, ruling.From, ruling.To) : new Ruling(false, ruling.At, page.Width - ruling.To, page.Width - ruling.From);
        return upwards ? new Ruling(true, ruling.At, page.Height - ruling.To, page.Height - ruling.From) : new Ruling(true, page.Width - ruling.At, ruling.From, ruling.To);
    }
}
