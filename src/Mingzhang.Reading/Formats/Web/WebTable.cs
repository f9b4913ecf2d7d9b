using System.Globalization;
using AngleSharp.Dom;

namespace Mingzhang.Reading.Formats.Web;

/// <summary>Lays the rows of a table out in columns: cells covered by a span are empty.</summary>
internal sealed class WebTable(Action<string> line, Action<IReadOnlyList<string>> row)
{
    /// <summary>The limit of HTML.</summary>
    private const int MostColumns = 1000;

    // For every column: how many further rows a cell from above covers.
    private readonly List<int> _covered = [];

    /// <summary>Writes a row; a row of one cell as the lines in it.</summary>
    internal void Row(IElement tr)
    {
        var fields = new List<string>();
        List<string>? only = null;
        int cells = 0;
        foreach (IElement cell in tr.Children.Where(c => c.LocalName is "td" or "th"))
        {
            FillCovered(fields);
            if (fields.Count >= MostColumns) break;
            List<string> lines = WebElements.IsShown(cell) ? Lines(cell) : [];
            only = cells++ == 0 && fields.Count == 0 ? lines : null;
            int width = Math.Min(Span(cell, "colspan", 1), MostColumns - fields.Count), height = Span(cell, "rowspan", int.MaxValue);
            for (int i = 0; i < width; i++)
            {
                Cover(fields.Count, height - 1);
                fields.Add(i == 0 ? string.Join('\n', lines) : "");
            }
        }

        FillCovered(fields);
        int covered = fields.Count;
        while (covered < _covered.Count)
        {
            if (_covered[covered] > 0) _covered[covered]--;
            fields.Add("");
            covered++;
        }

        if (only is not null && (fields.Count == 1 || Span(tr.Children[0], "colspan", 1) >= _covered.Count)) only.ForEach(line);
        else if (fields.Count > 0) row(fields);
    }

    private void FillCovered(List<string> fields)
    {
        while (fields.Count < _covered.Count && _covered[fields.Count] > 0)
        {
            _covered[fields.Count]--;
            fields.Add("");
        }
    }

    private void Cover(int column, int rows)
    {
        while (_covered.Count <= column) _covered.Add(0);
        _covered[column] = rows;
    }

    private static List<string> Lines(IElement cell)
    {
        var lines = new List<string>();
        new WebBlocks(lines.Add, row: null).Read(cell);
        return lines;
    }

    private static int Span(IElement cell, string attribute, int whenZero) =>
        !int.TryParse(cell.GetAttribute(attribute)?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int span) ? 1 : span == 0 ? whenZero : span;
}
