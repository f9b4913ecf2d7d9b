using System.Collections.Immutable;
using System.Text;
using Mingzhang.Core.Findings;

namespace Mingzhang.Core.Sources;

/// <summary>The text of a document as it stands, line by line; every other type points into it by <see cref="TextSpan"/>.</summary>
/// <param name="Name">File name, for messages and reports; without folders.</param>
/// <param name="Lines">The lines without their ends. Line n is <c>Lines[n - 1]</c>.</param>
/// <param name="PageStarts">The first line (1-based) that begins on every page of a paged document, in order: a page on which none begins has that of the next. Empty where pages are not known.</param>
public sealed record SourceText(string Name, ImmutableArray<string> Lines, ImmutableArray<int> PageStarts)
{
    /// <summary>A document without text.</summary>
    public static SourceText Empty { get; } = new("", [], []);

    /// <summary>Lines (1-based) at which something separate begins, such as the next sheet of a workbook: no table goes on over them.</summary>
    public ImmutableArray<int> Breaks { get; init; } = [];

    /// <summary>Where the words stand on the pages, ordered by line and column; empty where that is not known.</summary>
    public ImmutableArray<PageMark> Marks { get; init; } = [];

    /// <summary>Sizes of the pages; empty where they are not known.</summary>
    public ImmutableArray<PageSize> PageSizes { get; init; } = [];

    /// <summary>Where the words were taken from in an Office file, ordered by line and column; empty where that is not known.</summary>
    public ImmutableArray<OriginMark> Origins { get; init; } = [];

    /// <summary>The files, where several were read as one document; else empty.</summary>
    public ImmutableArray<SourceFile> Files { get; init; } = [];

    /// <summary>What a reader of the result should know of how the text was taken: comments left out, pages recognised from images.</summary>
    public ImmutableArray<Text> Remarks { get; init; } = [];

    /// <summary>Number of pages; null where pages are not known.</summary>
    public int? Pages => PageStarts.IsEmpty ? null : PageStarts.Length;

    /// <summary>Splits text at line ends (\n, \r\n, \r); a form feed begins a page.</summary>
    public static SourceText FromString(string name, string text)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var pages = ImmutableArray.CreateBuilder<int>();
        int start = 0;
        while (start <= text.Length)
        {
            int end = text.AsSpan(start).IndexOfAny('\n', '\r');
            end = end < 0 ? text.Length : start + end;
            string line = text[start..end];
            if (line.Contains('\f'))
            {
                line = line.Replace('\f', ' ');
                pages.Add(lines.Count + 1);
            }

            lines.Add(line);
            if (end == text.Length) break;
            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }

        if (pages.Count > 0 && pages[0] != 1) pages.Insert(0, 1);
        return new SourceText(name, lines.ToImmutable(), pages.ToImmutable());
    }

    /// <summary>The page (1-based) that a line stands on; null where pages are not known.</summary>
    public int? PageOf(int line)
    {
        if (PageStarts.IsEmpty || line <= 0 || FileOf(line)?.FirstPage == 0) return null;
        int low = 0, high = PageStarts.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (PageStarts[middle] <= line) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The file that a line was read from; null where the text is that of one file.</summary>
    public SourceFile? FileOf(int line)
    {
        SourceFile? file = null;
        foreach (SourceFile next in Files)
        {
            if (next.FirstLine > line) break;
            file = next;
        }

        return file;
    }

    /// <summary>The page that a stretch begins on, which can be further on than that of its line; null where pages are not known.</summary>
    public int? PageOf(TextSpan span) => MarksIn(span) is [var first, ..] ? first.Page : PageOf(span.Line);

    /// <summary>Where a stretch stands: a rectangle for each line of print on each page, in order; empty where that is not known.</summary>
    public ImmutableArray<PagePlace> PlacesOf(TextSpan span)
    {
        var places = ImmutableArray.CreateBuilder<PagePlace>();
        foreach (PageMark whole in MarksIn(span))
        {
            PageMark mark = Within(whole, span);
            if (places.Count > 0 && places[^1] is var last && last.Page == mark.Page && OnOneLine(last.Box, mark.Box)) places[^1] = last with { Box = last.Box.Around(mark.Box) };
            else places.Add(new PagePlace(mark.Page, mark.Box));
        }

        return places.ToImmutable();
    }

    /// <summary>The lowest confidence of recognition within a stretch, 0 to 1; 1 where nothing was recognised from an image.</summary>
    public float ConfidenceOf(TextSpan span)
    {
        float least = 1;
        foreach (PageMark mark in MarksIn(span)) least = Math.Min(least, mark.Confidence);
        return least;
    }

    /// <summary>Where a stretch was taken from in an Office file, in order; empty where that is not known.</summary>
    public ReadOnlySpan<OriginMark> OriginsOf(TextSpan span)
    {
        if (!span.IsSome || Origins.IsEmpty) return [];
        int first = 0, high = Origins.Length;
        while (first < high)
        {
            int middle = (first + high) / 2;
            if ((Origins[middle].Line, Origins[middle].EndColumn).CompareTo((span.Line, span.Column + 1)) < 0) first = middle + 1;
            else high = middle;
        }

        int last = first;
        while (last < Origins.Length && (Origins[last].Line, Origins[last].Column).CompareTo((span.EndLine, span.EndColumn)) < 0) last++;
        return Origins.AsSpan(first, last - first);
    }

    private ReadOnlySpan<PageMark> MarksIn(TextSpan span)
    {
        if (!span.IsSome || Marks.IsEmpty) return [];
        int first = FirstMark(span.Line, span.Column), last = first;
        while (last < Marks.Length && (Marks[last].Line, Marks[last].Column).CompareTo((span.EndLine, span.EndColumn)) < 0) last++;
        return Marks.AsSpan(first, last - first);
    }

    /// <summary>Index of the first mark that ends behind a place.</summary>
    private int FirstMark(int line, int column)
    {
        int low = 0, high = Marks.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if ((Marks[middle].Line, Marks[middle].EndColumn).CompareTo((line, column + 1)) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The part of a word that lies in a stretch; its characters are taken to be as wide as their kind.</summary>
    private PageMark Within(PageMark mark, TextSpan span)
    {
        int from = mark.Line == span.Line ? Math.Max(mark.Column, span.Column) : mark.Column, to = mark.Line == span.EndLine ? Math.Min(mark.EndColumn, span.EndColumn) : mark.EndColumn;
        if ((from <= mark.Column && to >= mark.EndColumn) || mark.EndColumn > Lines[mark.Line - 1].Length) return mark;
        ReadOnlySpan<char> word = Lines[mark.Line - 1].AsSpan(mark.Column, mark.EndColumn - mark.Column);
        float all = WidthOf(word), before = WidthOf(word[..(from - mark.Column)]) / all, behind = WidthOf(word[(to - mark.Column)..]) / all;
        (float width, float height) = (mark.Box.Right - mark.Box.Left, mark.Box.Bottom - mark.Box.Top);
        PageBox box = height > width * 2 && word.Length > 2
            ? mark.Box with { Top = mark.Box.Top + (height * before), Bottom = mark.Box.Bottom - (height * behind) }
            : mark.Box with { Left = mark.Box.Left + (width * before), Right = mark.Box.Right - (width * behind) };
        return mark with { Column = from, EndColumn = to, Box = box };
    }

    private static float WidthOf(ReadOnlySpan<char> word)
    {
        float width = 0;
        foreach (char c in word) width += c < '\u2E80' ? 1 : 2;
        return width;
    }

    private static bool OnOneLine(PageBox a, PageBox b) => Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top) > 0.5f * Math.Min(a.Bottom - a.Top, b.Bottom - b.Top) && b.Left >= a.Left;

    /// <summary>The characters of a stretch as they stand, line ends as \n; empty for no place.</summary>
    public string Quote(TextSpan span)
    {
        if (!span.IsSome || span.EndLine > Lines.Length) return "";
        if (span.Line == span.EndLine) return Lines[span.Line - 1][span.Column..span.EndColumn];
        var quote = new StringBuilder(Lines[span.Line - 1], span.Column, Lines[span.Line - 1].Length - span.Column, 256);
        for (int line = span.Line + 1; line < span.EndLine; line++) quote.Append('\n').Append(Lines[line - 1]);
        return quote.Append('\n').Append(Lines[span.EndLine - 1], 0, span.EndColumn).ToString();
    }
}
