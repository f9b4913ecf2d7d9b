using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Evaluations;

namespace Mingzhang.Reading.KeyWork;

/// <summary>Where the columns of a key-work table stand, 0-based; −1 if it has none.</summary>
internal readonly record struct KeyWorkColumns(int Number, int Matter, int Goal, int Completion);

/// <summary>A key-work table with separated cells.</summary>
internal sealed class KeyWorkTable(SourceText source, KeyWorkColumns columns)
{
    private const int MaxJoined = 20_000, MaxLabel = 2_000;

    private readonly ImmutableArray<KeyWorkRow>.Builder _rows = ImmutableArray.CreateBuilder<KeyWorkRow>();
    private readonly List<TableCell> _cells = [];
    private KeyWorkColumns _columns = columns;
    private string _number = "", _matter = "";

    /// <summary>The columns of a header; null if the row is none.</summary>
    public static KeyWorkColumns? Header(List<TableCell> cells)
    {
        int number = -1, matter = -1, goal = -1, completion = -1;
        foreach (TableCell cell in cells)
        {
            string label = PrintedText.Squeeze(cell.Text);
            if (label == "序号") number = cell.Column;
            else if (label.Contains("完成情况", StringComparison.Ordinal) || label.Contains("落实情况", StringComparison.Ordinal)) completion = cell.Column;
            else if (label.Contains("内容", StringComparison.Ordinal) || label.Contains("目标", StringComparison.Ordinal)) goal = cell.Column;
            else if (label.Contains("事项", StringComparison.Ordinal) || label.Contains("工作", StringComparison.Ordinal)) matter = cell.Column;
        }

        return completion > 0 && (goal >= 0 || matter >= 0) && cells.TrueForAll(c => c.Text.Length <= 20) ? new KeyWorkColumns(number, matter, goal, completion) : null;
    }

    /// <summary>The rows between the header and the last line of the part; repeated headers are passed over.</summary>
    public ImmutableArray<KeyWorkRow> Read(int header, int last)
    {
        for (int line = header + 1; line <= last; line++)
        {
            if (!TableRows.Split(source.Lines[line - 1], line, _cells) || _cells.Count == 0) continue;
            if (Header(_cells) is { } again) _columns = again;
            else Row();
        }

        return _rows.ToImmutable();
    }

    private void Row()
    {
        TableCell completion = _cells[^1];
        TableCell? number = null, matter = null, goal = null;
        foreach (TableCell cell in _cells)
        {
            if (cell.Column == _columns.Number || (cell.Column < Math.Max(_columns.Matter, 1) && IsNumber(cell.Text))) number = cell;
            else if (cell.Column == _columns.Matter) matter = cell;
            else if (cell.Column == _columns.Goal) goal = cell;
            else if (cell.Column >= _columns.Completion) completion = cell;
        }

        if (_cells.Count == 1 && _rows.Count > 0 && _rows[^1].Completion.Length < MaxJoined)
        {
            Join(completion);
            return;
        }

        if (number is { } n && n.Text != _number)
        {
            _number = n.Text;
            _matter = "";
        }

        _matter = matter?.Text ?? _matter;
        bool own = completion != number && completion != matter && completion != goal;
        _rows.Add(new KeyWorkRow(_number, _matter, goal?.Text ?? "", own ? completion.Text : "", _cells[0].Span.To(_cells[^1].Span)));
    }

    /// <summary>A cell alone in its row continues the cell above it.</summary>
    private void Join(TableCell cell)
    {
        KeyWorkRow row = _rows[^1];
        TextSpan span = row.Span.To(cell.Span);
        _rows[^1] = cell.Column == _columns.Matter && _matter.Length < MaxLabel ? row with { Matter = _matter += cell.Text, Span = span }
            : cell.Column == _columns.Goal && row.Goal.Length < MaxLabel ? row with { Goal = row.Goal + cell.Text, Span = span }
            : row with { Completion = row.Completion + cell.Text, Span = span };
    }

    private static bool IsNumber(string text) => text.Length <= 3 && text.All(char.IsAsciiDigit);
}
