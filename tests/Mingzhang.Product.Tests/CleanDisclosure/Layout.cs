using System.Text;

namespace Mingzhang.Product.Tests.CleanDisclosure;

/// <summary>How text taken from a published document is laid out.</summary>
internal enum LayoutKind
{
    /// <summary>Cells parted by tabs, paragraphs on one line, amounts with two decimals.</summary>
    Tabbed,

    /// <summary>
    /// Cells parted by single blanks with the empty ones gone, long captions and paragraphs wrapped, page numbers in the text,
    /// amounts in prose without trailing zeros.
    /// </summary>
    Spaced,
}

/// <summary>Writes lines, paragraphs and table rows in a layout.</summary>
internal sealed class Layout(LayoutKind kind)
{
    private const int LineWidth = 29;
    private const int LinesOnPage = 24;
    private const int CaptionWidth = 12;
    private readonly StringBuilder _text = new();
    private int _page = 1;
    private int _linesOnPage;

    public bool Tabbed => kind == LayoutKind.Tabbed;

    /// <summary>The document so far, with the markers of its figures.</summary>
    public string Text => _text.ToString();

    /// <summary>An amount as the prose of this layout prints it.</summary>
    public string Money(decimal wan) => Tabbed ? wan.ToString("0.00") : wan.ToString("0.##");

    /// <summary>A percentage as the prose of this layout prints it, halves away from zero.</summary>
    public string Percent(decimal ratio)
    {
        decimal percent = decimal.Round(ratio * 100m, 1, MidpointRounding.AwayFromZero);
        return Tabbed ? percent.ToString("0.0") + "%" : percent.ToString("0.#") + "%";
    }

    /// <summary>A line by itself.</summary>
    public void Line(string line = "") => _text.Append(line).Append('\n');

    /// <summary>A line with a blank line after it.</summary>
    public void Heading(string line)
    {
        Line(line);
        Line();
    }

    /// <summary>A paragraph of prose.</summary>
    public void Paragraph(string text)
    {
        if (Tabbed)
        {
            Heading(text);
            return;
        }

        foreach (string line in Wrap(text, LineWidth))
        {
            Heading(line);
            if (++_linesOnPage < LinesOnPage) continue;
            _linesOnPage = 0;
            Heading($"— {_page++} —");
        }
    }

    /// <summary>A row of a table; empty cells vanish where blanks part the cells.</summary>
    public void Row(params ReadOnlySpan<string> cells)
    {
        if (Tabbed) Line(string.Join('\t', cells.ToArray()));
        else Line(string.Join(' ', cells.ToArray().Where(c => c.Length > 0)));
    }

    /// <summary>A row of a code table: the code in the first of three columns, the caption, the figures.</summary>
    public void CodeRow(string code, string caption, IReadOnlyList<string> figures)
    {
        if (Tabbed)
        {
            Row([code == caption ? "" : code, "", "", caption, .. figures]);
        }
        else if (caption.Length <= CaptionWidth)
        {
            Row([code == caption ? "" : code, caption, .. figures]);
        }
        else
        {
            Line(code);
            foreach (string line in Wrap(caption, CaptionWidth)) Line(line);
            Row([.. figures]);
        }
    }

    /// <summary>Breaks text into lines of a number of characters; words of Latin letters and digits stay whole.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        int room = width;
        foreach (string word in Words(text))
        {
            int length = word.Count(c => !Figures.IsMarker(c));
            if (length > room && room < width)
            {
                yield return line.ToString();
                line.Clear();
                room = width;
            }

            line.Append(word);
            room -= length;
        }

        if (line.Length > 0) yield return line.ToString();
    }

    private static IEnumerable<string> Words(string text)
    {
        int start = 0;
        bool inFigure = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (Figures.IsStart(text[i])) inFigure = true;
            if (Figures.IsEnd(text[i])) inFigure = false;
            bool joined = inFigure || (i + 1 < text.Length && (ClosesAfter(text, i + 1) || ((IsWord(text[i]) || Figures.IsEnd(text[i])) && (IsWord(text[i + 1]) || Figures.IsEnd(text[i + 1])))));
            if (joined) continue;
            yield return text[start..(i + 1)];
            start = i + 1;
        }

        if (start < text.Length) yield return text[start..];
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '%';

    // No line begins with a mark that closes.
    private static bool ClosesAfter(string text, int at)
    {
        while (at < text.Length && Figures.IsEnd(text[at])) at++;
        return at < text.Length && text[at] is '，' or '。' or '；' or '、' or '）' or '：' or '”';
    }
}
