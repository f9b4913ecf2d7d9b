namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>
/// A table without lines between its columns: lines of print with amounts, whose fields leave the same strips of the page free. The strips part the
/// columns. Where they do not part them clearly, the lines stay spaced text, which the reader takes by the form's arithmetic.
/// </summary>
internal sealed class SpacedTable : IPageTable
{
    // Sizes by the type's size; the distance of lines by that of most rows.
    private const double LeastStrip = 0.5, Same = 2, Rest = 0.72, MostDistance = 3.2;
    private const int LeastRows = 3, LeastColumns = 2, MostHead = 6, MostFields = 60;

    private readonly List<(double Left, double Right)> _columns;
    private readonly List<List<(TextLine Line, List<Segment> Segments)>> _rows;

    private SpacedTable(List<(double Left, double Right)> columns, List<List<(TextLine Line, List<Segment> Segments)>> rows)
    {
        (_columns, _rows) = (columns, rows);
        Box = rows.SelectMany(r => r).Select(l => l.Line.Box).Aggregate((a, b) => a.Around(b));
    }

    /// <inheritdoc/>
    public Box Box { get; }

    /// <summary>Finds the tables in a page's lines outside of ruled tables and takes their lines away.</summary>
    internal static List<SpacedTable> TakeFrom(List<TextLine> lines, IReadOnlyList<Box> taken)
    {
        var tables = new List<SpacedTable>();
        for (int first = 0; first < lines.Count; first++)
        {
            if (!IsRow(Segment.Of(lines[first]))) continue;
            int last = LastLine(lines, first, taken), head = FirstLine(lines, first, taken);
            if (Of([.. lines[head..(last + 1)].Select(l => (l, Segment.Of(l)))], first - head) is { } table)
            {
                tables.Add(table);
                lines.RemoveRange(head, last - head + 1);
                first = head - 1;
            }
            else
            {
                first = last;
            }
        }

        return tables;
    }

    /// <inheritdoc/>
    public List<TableRow> Rows()
    {
        var rows = new List<TableRow>();
        foreach (List<(TextLine Line, List<Segment> Segments)> lines in _rows)
        {
            var words = new List<PdfWordBox>[_columns.Count];
            foreach (Segment segment in lines.SelectMany(l => l.Segments)) (words[Column(_columns, segment.Box)] ??= []).AddRange(segment.Words);
            rows.Add(new TableRow([.. words.Select((w, i) => w is null ? PlacedText.Empty : CellWords.Text(w, _columns[i].Left, _columns[i].Right - _columns[i].Left).Text)], new bool[_columns.Count], IsWhole: false));
        }

        return rows;
    }

    /// <inheritdoc/>
    public bool HasColumnsOf(IPageTable other) =>
        other is SpacedTable table && table._columns.Count == _columns.Count && _columns.Zip(table._columns).All(c => Math.Min(c.First.Right, c.Second.Right) > Math.Max(c.First.Left, c.Second.Left));

    private static bool IsRow(List<Segment> segments) => segments.Count is >= 2 and <= MostFields && segments.Exists(s => s.IsAmount);

    /// <summary>The last line of the table that begins here: rows go on while lines of fields follow, with captions that wrap between them.</summary>
    private static int LastLine(List<TextLine> lines, int first, IReadOnlyList<Box> taken)
    {
        int last = first;
        for (int i = first + 1; i < lines.Count && Follows(lines[i - 1], lines[i], taken); i++)
        {
            List<Segment> segments = Segment.Of(lines[i]);
            if (IsRow(segments)) last = i;
            else if (i - last > 2 || IsSentence(lines[i])) break;
        }

        return last;
    }

    /// <summary>The first line of its head: lines of several fields above the first row.</summary>
    private static int FirstLine(List<TextLine> lines, int first, IReadOnlyList<Box> taken)
    {
        int head = first;
        for (int i = first - 1; i >= Math.Max(0, first - MostHead) && Follows(lines[i], lines[i + 1], taken); i--)
        {
            if (Segment.Of(lines[i]).Count < 2 || lines[i].Text.Contains('：') || lines[i].Text.Contains(':')) break;
            head = i;
        }

        return head;
    }

    private static bool Follows(TextLine line, TextLine next, IReadOnlyList<Box> taken) =>
        next.Box.Top - line.Box.Bottom < line.Box.Height * MostDistance && !taken.Any(t => t.Top > line.Box.Top && t.Top < next.Box.Top);

    private static bool IsSentence(TextLine line) => line.Text.Length > 0 && line.Text[^1] is '。' or '；' or '：' || line.Text.StartsWith('注');

    private static SpacedTable? Of(List<(TextLine Line, List<Segment> Segments)> lines, int head)
    {
        List<(TextLine Line, List<Segment> Segments)> body = [.. lines.Skip(head).Where(l => IsRow(l.Segments))];
        if (body.Count < LeastRows) return null;
        double em = body.Select(l => l.Line.Em).Order().ElementAt(body.Count / 2);
        List<(double Left, double Right)> columns = Columns([.. lines.Skip(head).Where(l => l.Segments.Count > 1).SelectMany(l => l.Segments).Select(s => s.Box)], em * LeastStrip);
        // A column that holds no figure here shows only in the head.
        foreach (Segment caption in lines.Take(head).SelectMany(l => l.Segments).OrderBy(s => s.Box.Left))
        {
            if (!columns.Exists(c => c.Right > caption.Box.Left - Same && c.Left < caption.Box.Right + Same)) columns.Add((caption.Box.Left, caption.Box.Right));
        }

        columns.Sort();
        if (columns.Count < LeastColumns + 1 && !(columns.Count == LeastColumns && body.TrueForAll(b => b.Segments.Count == 2))) return null;
        // Two fields of one line in one column: the strips do not part the table.
        if (body.Exists(b => b.Segments.GroupBy(s => Column(columns, s.Box)).Any(g => g.Count(s => s.IsNumber) > 1))) return null;
        if (body.Count(b => b.Segments.Exists(s => s.IsAmount)) < LeastRows) return null;
        return new SpacedTable(columns, Grouped(lines, head, body));
    }

    /// <summary>The strips that fields take, each with its neighbours where less than a strip lies between.</summary>
    private static List<(double Left, double Right)> Columns(List<Box> fields, double leastStrip)
    {
        var columns = new List<(double Left, double Right)>();
        foreach (Box field in fields.OrderBy(f => f.Left))
        {
            if (columns.Count > 0 && field.Left < columns[^1].Right + leastStrip) columns[^1] = (columns[^1].Left, Math.Max(columns[^1].Right, field.Right));
            else columns.Add((field.Left, field.Right));
        }

        return columns;
    }

    /// <summary>Lines as rows: a caption that wraps stands closer to its row than the next row does.</summary>
    private static List<List<(TextLine Line, List<Segment> Segments)>> Grouped(List<(TextLine Line, List<Segment> Segments)> lines, int head, List<(TextLine Line, List<Segment> Segments)> body)
    {
        List<double> distances = [.. body.Skip(1).Select((b, i) => b.Line.Box.CentreY - body[i].Line.Box.CentreY).Order()];
        double pitch = distances[distances.Count / 2];
        List<List<(TextLine Line, List<Segment> Segments)>> rows = [.. lines.Take(head).Select(l => new List<(TextLine, List<Segment>)> { l })];
        List<int> owners = [.. lines.Select((l, i) => i < head || IsRow(l.Segments) ? i : Owner(i))];
        foreach (IGrouping<int, int> row in Enumerable.Range(head, lines.Count - head).GroupBy(i => owners[i]).OrderBy(g => g.Key)) rows.Add([.. row.Select(i => lines[i])]);
        return rows;

        int Owner(int i)
        {
            int nearest = i;
            double distance = pitch * Rest;
            for (int other = Math.Max(head, i - 2); other <= Math.Min(lines.Count - 1, i + 2); other++)
            {
                double apart = Math.Abs(lines[other].Line.Box.CentreY - lines[i].Line.Box.CentreY);
                if (!IsRow(lines[other].Segments) || apart >= distance || lines[i].Segments.Exists(s => s.IsNumber)) continue;
                (nearest, distance) = (other, apart);
            }

            return nearest;
        }
    }

    /// <summary>The column of a field: of those that it reaches over, the first it covers well.</summary>
    private static int Column(List<(double Left, double Right)> columns, Box field)
    {
        int best = 0;
        double most = double.NegativeInfinity;
        for (int i = 0; i < columns.Count; i++)
        {
            double shared = Math.Min(columns[i].Right, field.Right) - Math.Max(columns[i].Left, field.Left);
            double part = shared > 0 ? Math.Min(1, shared / Math.Max(1, Math.Min(field.Width, columns[i].Right - columns[i].Left))) : shared / 1000;
            if (part <= most + 0.2) continue;
            (best, most) = (i, part);
        }

        return best;
    }
}
