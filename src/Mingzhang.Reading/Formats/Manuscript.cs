using System.Collections.Immutable;
using System.Text;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Formats;

/// <summary>
/// The text of a document as it comes out of a file format: a line for a paragraph and for a row of a table, with a tab between the fields
/// of a row and an empty field for every place that a merged cell covers. Keeps the limits of <see cref="ReadingOptions"/>.
/// </summary>
internal sealed class Manuscript(ReadingOptions options)
{
    private readonly ImmutableArray<string>.Builder _lines = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<int>.Builder _pages = ImmutableArray.CreateBuilder<int>();
    private readonly ImmutableArray<int>.Builder _breaks = ImmutableArray.CreateBuilder<int>();
    private readonly ImmutableArray<OriginMark>.Builder _origins = ImmutableArray.CreateBuilder<OriginMark>();
    private readonly ImmutableArray<PageMark>.Builder _marks = ImmutableArray.CreateBuilder<PageMark>();
    private readonly StringBuilder _row = new();
    private bool _pageBegins = true;
    private long _characters;
    private long _cells;

    /// <summary>Whether pages are known: set by formats that say where every page begins.</summary>
    internal bool IsPaged { get; set; }

    /// <summary>The next line begins something separate: see <see cref="SourceText.Breaks"/>.</summary>
    internal void Break()
    {
        if (_lines.Count > 0) _breaks.Add(_lines.Count + 1);
    }

    /// <summary>The next line that is not blank begins a page.</summary>
    internal void BeginPage() => _pageBegins = true;

    /// <summary>Adds a paragraph; line ends in it part lines, tabs become blanks.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="origin">Where it was taken from in an Office file.</param>
    internal void Paragraph(string text, Origin? origin = null)
    {
        foreach (Range line in text.AsSpan().Split('\n'))
        {
            Add(Untabbed(text[line]));
            NoteOrigin(0, _lines[^1].Length, origin);
        }
    }

    /// <summary>Adds a row of a table. A row of one cell is a paragraph.</summary>
    /// <param name="fields">The texts of its fields.</param>
    /// <param name="originOf">Where a field was taken from in an Office file.</param>
    internal void Row(IReadOnlyList<string> fields, Func<int, Origin?>? originOf = null)
    {
        _cells += fields.Count;
        if (_cells > options.MaxCells) throw UnreadableException.TooLarge("表格单元格数", "the number of table cells", options.MaxCells);
        _row.Clear();
        for (int i = 0; i < fields.Count; i++)
        {
            if (i > 0) _row.Append('\t');
            int start = _row.Length;
            _row.Append(CellText.Joined(fields[i]));
            if (originOf is not null && _row.Length > start) NoteOrigin(start, _row.Length, originOf(i), 1);
        }

        Add(_row.ToString());
    }

    /// <summary>Adds a paragraph of one line with the places of its words.</summary>
    internal void Paragraph(PlacedText text)
    {
        Add(Untabbed(text.Text));
        NoteMarks(text, 0, _lines.Count, _lines[^1].Length);
    }

    /// <summary>Adds a row of a table with the places of its words; its fields are single lines.</summary>
    internal void Row(IReadOnlyList<PlacedText> fields)
    {
        int line = _lines.Count + 1;
        Row([.. fields.Select(f => f.Text)]);
        for (int i = 0, start = 0; i < fields.Count; i++)
        {
            string text = fields[i].Text;
            int trimmed = text.Length - text.AsSpan().TrimStart(' ').Length, length = CellText.Joined(text).Length;
            NoteMarks(fields[i], start - trimmed, line, start + length);
            start += length + 1;
        }
    }

    /// <summary>The text of a document of so many pages, of which all words have places. Throws where there is none.</summary>
    internal SourceText ToSource(string path, IEnumerable<PageSize> pages)
    {
        ImmutableArray<PageSize> sizes = [.. pages];
        SourceText text = ToSource(path);
        int[] starts = new int[sizes.Length];
        int begun = 0;
        for (int i = 0; i < _marks.Count; i++)
        {
            // A line belongs to the page on which it begins; a page without the beginning of a line begins with the next page's.
            if (i > 0 && _marks[i].Line == _marks[i - 1].Line) continue;
            for (; begun < Math.Min(_marks[i].Page, starts.Length); begun++) starts[begun] = begun == 0 ? 1 : _marks[i].Line;
        }

        while (begun < starts.Length) starts[begun++] = _lines.Count + 1;
        return text with { PageStarts = [.. starts], Marks = _marks.ToImmutable(), PageSizes = sizes };
    }

    /// <summary>The text. Throws where there is none.</summary>
    internal SourceText ToSource(string path)
    {
        if (_lines.All(l => l.AsSpan().IsWhiteSpace()))
        {
            throw new UnreadableException(
                ReadProblemKind.Empty, "文件里没有任何文字。请确认导出是否成功。", "the file has no text. Check that its export succeeded.");
        }

        return new SourceText(Path.GetFileName(path), _lines.ToImmutable(), IsPaged ? _pages.ToImmutable() : []) { Breaks = _breaks.ToImmutable(), Origins = _origins.ToImmutable() };
    }

    /// <summary>Notes where characters of the last line, or of the one so far behind it, were taken from.</summary>
    private void NoteOrigin(int start, int end, Origin? origin, int ahead = 0)
    {
        if (origin is not null && end > start) _origins.Add(new OriginMark(_lines.Count + ahead, start, end, origin));
    }

    /// <summary>Notes the places of characters of a line.</summary>
    private void NoteMarks(PlacedText text, int shift, int line, int end)
    {
        foreach (WordPlace place in text.Places)
        {
            int from = Math.Max(place.Start + shift, 0), to = Math.Min(place.End + shift, end);
            if (to > from) _marks.Add(new PageMark(line, from, to, place.Page, place.Box, place.Confidence));
        }
    }

    private static string Untabbed(string text) => text.Replace('\t', ' ').TrimEnd();

    private void Add(string line)
    {
        _characters += line.Length + 1;
        if (line.Length > options.MaxLineLength) throw UnreadableException.TooLarge($"第 {_lines.Count + 1} 段的字数 {line.Length}", $"paragraph {_lines.Count + 1} with {line.Length} characters", options.MaxLineLength);
        if (_lines.Count >= options.MaxLines) throw UnreadableException.TooLarge("行数", "the number of lines", options.MaxLines);
        if (_characters > options.MaxCharacters) throw UnreadableException.TooLarge("文字总数", "the number of characters", options.MaxCharacters);
        if (_pageBegins && !line.AsSpan().IsWhiteSpace())
        {
            _pages.Add(_pages.Count == 0 ? 1 : _lines.Count + 1);
            _pageBegins = false;
        }

        _lines.Add(line);
    }
}
