using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Formats.Word;

/// <summary>A row of a table as it is read.</summary>
internal sealed class WordRow
{
    /// <summary>Word has 63 columns at most.</summary>
    private const int MostColumns = 100;

    private readonly List<string> _fields = [];
    private readonly Dictionary<int, Origin> _origins = [];
    private List<string>? _only;
    private int _cells;

    /// <summary>Whether the row is deleted by a tracked change.</summary>
    internal bool IsDeleted { get; set; }

    /// <summary>Whether it begins a page.</summary>
    internal bool PageBefore { get; set; }

    /// <summary>See <see cref="WordParagraph.IsPaged"/>.</summary>
    internal bool IsPaged { get; set; }

    /// <summary>Leaves columns empty.</summary>
    internal void Skip(int columns)
    {
        for (int i = Math.Min(columns, MostColumns); i > 0; i--) _fields.Add("");
    }

    /// <summary>Adds a cell.</summary>
    /// <param name="lines">Its paragraphs.</param>
    /// <param name="span">How many columns it covers.</param>
    /// <param name="covered">Whether a cell above or on its left covers it.</param>
    /// <param name="origin">Its paragraphs in the file.</param>
    internal void Add(List<string> lines, int span, bool covered, Origin origin)
    {
        _origins[_fields.Count] = origin;
        _only = _cells++ == 0 && !covered && _fields.Count == 0 ? lines : null;
        _fields.Add(covered ? "" : string.Join('\n', lines));
        Skip(Math.Clamp(span, 1, MostColumns) - 1);
    }

    /// <summary>Writes it; a row of one cell as the paragraphs in it.</summary>
    internal void WriteTo(Manuscript manuscript)
    {
        if (PageBefore) manuscript.BeginPage();
        manuscript.IsPaged |= IsPaged;
        if (_only is null)
        {
            if (_fields.Count > 0) manuscript.Row(_fields, i => _origins.GetValueOrDefault(i));
            return;
        }

        foreach (string line in _only) manuscript.Paragraph(line, _origins[0]);
    }

    /// <summary>Its text on one line.</summary>
    public override string ToString() => string.Join(' ', _fields.Where(f => f.Length > 0).Select(CellText.Joined));
}
