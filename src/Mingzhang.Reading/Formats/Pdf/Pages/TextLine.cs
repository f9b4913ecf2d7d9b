using System.Text.RegularExpressions;

namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>Words on one line, from left to right.</summary>
internal sealed partial class TextLine
{
    private const double WordGap = 0.12, PlainGap = 0.2, LooseGap = 0.45, WideGap = 2;

    private readonly List<PdfWordBox> _words;

    private TextLine(List<PdfWordBox> words)
    {
        words.Sort(static (a, b) => a.Box.Left.CompareTo(b.Box.Left));
        _words = words;
        Box = words[0].Box;
        foreach (PdfWordBox word in words) Box = Box.Around(word.Box);
        Em = EmOf(words);
        (Placed, HasWideGap) = Join();
    }

    /// <summary>Where it stands.</summary>
    internal Box Box { get; }

    /// <summary>The width of a Chinese character in it.</summary>
    internal double Em { get; }

    /// <summary>Its text: blanks only where the page has clear gaps; two where a gap is wide.</summary>
    internal string Text => Placed.Text;

    /// <summary>Its words from left to right.</summary>
    internal IReadOnlyList<PdfWordBox> Words => _words;

    /// <summary>Its text with the places of its words.</summary>
    internal PlacedText Placed { get; }

    /// <summary>Whether parts of it stand far apart: it is laid out, not running text.</summary>
    internal bool HasWideGap { get; }

    /// <summary>Groups words into lines, from top to bottom.</summary>
    internal static List<TextLine> Of(IEnumerable<PdfWordBox> words)
    {
        var lines = new List<TextLine>();
        var line = new List<PdfWordBox>();
        Box box = default;
        foreach (PdfWordBox word in words.OrderBy(w => w.Box.CentreY))
        {
            bool same = line.Count > 0 && word.Box.CentreY < box.CentreY + (Math.Min(box.Height, word.Box.Height) * 0.4);
            if (!same && line.Count > 0)
            {
                lines.Add(new TextLine(line));
                line = [];
            }

            // The line stays where its first word is, so that a slope of small steps does not run lines together.
            if (line.Count == 0) box = word.Box;
            line.Add(word);
        }

        if (line.Count > 0) lines.Add(new TextLine(line));
        return lines;
    }

    private static double EmOf(List<PdfWordBox> words)
    {
        double width = 0, characters = 0;
        foreach (PdfWordBox word in words)
        {
            double wide = 0;
            foreach (char c in word.Text) wide += c >= '\u2E80' ? 1 : 0;
            if (wide == 0) continue;
            width += word.Box.Width;
            characters += wide + ((word.Text.Length - wide) / 2);
        }

        return characters > 0 && width > 0 ? width / characters : Math.Max(1, words.Max(w => w.Box.Height) / 1.15);
    }

    private (PlacedText Text, bool HasWideGap) Join()
    {
        var text = new PlacedTextBuilder();
        bool wide = false;
        for (int i = 0; i < _words.Count; i++)
        {
            if (i > 0)
            {
                double gap = (_words[i].Box.Left - _words[i - 1].Box.Right) / Em;
                // Between Chinese and other characters typesetting leaves a gap that no blank stands for.
                bool before = char.IsAscii(text.Last), after = char.IsAscii(_words[i].Text[0]);
                if (gap > (before && after ? WordGap : before == after ? PlainGap : LooseGap)) text.Gap(gap > WideGap ? "  " : " ");
                wide |= gap > WideGap;
            }

            text.Append(_words[i].Text, _words[i].Page, _words[i].Place, _words[i].Confidence);
        }

        PlacedText joined = text.ToText();
        return (HasDots(joined.Text) ? joined.Replace(Leaders(), "……") : joined, wide);
    }

    /// <summary>Whether leaders may be in a text at all.</summary>
    private static bool HasDots(string text)
    {
        int dots = 0;
        foreach (char c in text)
        {
            if (c is '.' or '…' or '·' or '．' && ++dots == 4) return true;
        }

        return false;
    }

    /// <summary>The dots between a title and its page in a table of contents.</summary>
    [GeneratedRegex(@"(?:[.…·．] ?){4,}", RegexOptions.NonBacktracking)]
    private static partial Regex Leaders();
}
