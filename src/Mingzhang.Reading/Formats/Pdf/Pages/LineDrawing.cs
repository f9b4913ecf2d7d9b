using Mingzhang.Reading.Formats.Pdf.Objects;

namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>Finds the straight lines that a page draws, as strokes or as thin filled rectangles, and the areas marked as figures with the words in them.</summary>
internal sealed class LineDrawing
{
    private const double Thin = 3, Shortest = 3, TallestFigure = 500;
    private const int MostRulings = 50_000, MostFigures = 200, MostShapes = 500, DeepestForm = 8, MostStates = 200;

    private readonly PdfFile _file;
    private readonly List<Ruling> _rulings = [];
    private readonly List<Box> _figures = [];
    private readonly List<Box> _shapes = [];
    private readonly List<Box> _images = [];
    private int _hidden, _shown;
    private bool _isHidden;
    private Box? _curve;
    private readonly Stack<Matrix> _states = new();
    private readonly List<(double X, double Y)> _points = [];
    private readonly List<(double X, double Y)[]> _paths = [];
    private readonly TextPlaces _texts = new();
    private Matrix _matrix;
    private int _inFigure;
    private Box? _figure;

    private LineDrawing(PdfFile file, Matrix page)
    {
        _file = file;
        _matrix = page;
    }

    /// <summary>The lines and figures of a page, in points from its upper left corner as it is shown.</summary>
    internal static PageDrawing Of(PdfFile file, PdfDictionary page)
    {
        var drawing = new LineDrawing(file, PageMatrix(file, page));
        foreach (object? part in file.Get(page, "Contents") is List<object?> list ? list : [file.Get(page, "Contents")])
        {
            if (file.Follow(part) is PdfStream content) drawing.Run(file.Unpack(content), file.Get(page, "Resources") as PdfDictionary, 0);
        }

        return new PageDrawing(drawing._rulings, drawing._figures, drawing._shapes) { Images = drawing._images, IsHiddenText = drawing._hidden > drawing._shown };
    }

    private static Matrix PageMatrix(PdfFile file, PdfDictionary page)
    {
        double[] box = file.Get(page, "MediaBox") is List<object?> { Count: 4 } numbers ? [.. numbers.Select(n => file.Follow(n) is double d ? d : 0)] : [0, 0, 612, 792];
        double left = Math.Min(box[0], box[2]), bottom = Math.Min(box[1], box[3]), width = Math.Abs(box[2] - box[0]), height = Math.Abs(box[3] - box[1]);
        int turn = file.Get(page, "Rotate") is double degrees ? ((int)(degrees / 90) % 4 + 4) % 4 : 0;
        var moved = new Matrix(1, 0, 0, 1, -left, -bottom);
        return moved.Then(turn switch
        {
            0 => new Matrix(1, 0, 0, -1, 0, height),
            1 => new Matrix(0, 1, 1, 0, 0, 0),
            2 => new Matrix(-1, 0, 0, 1, width, 0),
            _ => new Matrix(0, -1, -1, 0, height, width),
        });
    }

    private void Run(ReadOnlyMemory<byte> content, PdfDictionary? resources, int depth)
    {
        var lexer = new PdfLexer(content);
        var operands = new List<object?>();
        int states = _states.Count;
        while (_file.Spend() && _rulings.Count < MostRulings)
        {
            object? token = lexer.Next(references: false);
            if (ReferenceEquals(token, PdfLexer.End)) break;
            if (token is not PdfWord word)
            {
                if (operands.Count < 64) operands.Add(token);
                continue;
            }

            if (word.Value == "ID")
            {
                Image();
                SkipImage(lexer, content.Span);
            }
            else
            {
                Do(word.Value, operands, resources, depth);
            }

            operands.Clear();
        }

        while (_states.Count > states) _matrix = _states.Pop();
    }

    private static void SkipImage(PdfLexer lexer, ReadOnlySpan<byte> content)
    {
        int end = content[lexer.Position..].IndexOf("EI"u8);
        lexer.Position = end < 0 ? content.Length : lexer.Position + end + 2;
    }

    private void Do(string operation, List<object?> operands, PdfDictionary? resources, int depth)
    {
        switch (operation)
        {
            case "q":
                if (_states.Count < MostStates) _states.Push(_matrix);
                break;
            case "Q":
                if (_states.Count > 0) _matrix = _states.Pop();
                break;
            case "cm":
                if (operands.Count >= 6) _matrix = new Matrix(N(operands, 0), N(operands, 1), N(operands, 2), N(operands, 3), N(operands, 4), N(operands, 5)).Then(_matrix);
                break;
            case "m":
                EndPiece();
                Point(operands, 0);
                break;
            case "l":
                Point(operands, 0);
                break;
            case "c" or "v" or "y":
                for (int i = 0; i + 1 < operands.Count; i += 2) Curve(_matrix.Apply(N(operands, i), N(operands, i + 1)));
                Point(operands, operation == "c" ? 4 : 2);
                break;
            case "re":
                EndPiece();
                double x = N(operands, 0), y = N(operands, 1), w = N(operands, 2), h = N(operands, 3);
                foreach (var (px, py) in (ReadOnlySpan<(double, double)>)[(x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)]) Point(px, py);
                EndPiece();
                break;
            case "h":
                if (_points.Count > 0) _points.Add(_points[0]);
                EndPiece();
                break;
            case "S" or "s" or "B" or "B*" or "b" or "b*":
                if (operation is "s" or "b" or "b*" && _points.Count > 0) _points.Add(_points[0]);
                Paint(isStroke: true, isFilled: operation[0] is 'B' or 'b');
                break;
            case "f" or "F" or "f*":
                Paint(isStroke: false, isFilled: true);
                break;
            case "W" or "W*":
                EndPiece();
                if (_inFigure > 0) ClipFigure();
                break;
            case "n":
                Forget();
                break;
            case "BDC" or "BMC":
                Mark(operands.Count > 0 && operands[0] is PdfName { Value: "Figure" });
                break;
            case "EMC":
                Unmark();
                break;
            case "BT" or "Tf" or "Tm" or "Td" or "TD" or "Tj" or "TJ" or "'" or "\"":
                if (operation is "Tj" or "TJ" or "'" or "\"")
                {
                    _hidden += _isHidden ? 1 : 0;
                    _shown += _isHidden ? 0 : 1;
                }

                if (_texts.Take(operation, i => N(operands, i), _matrix) is { } text) AddToFigure(text);
                break;
            case "Tr":
                _isHidden = N(operands, 0) is 3 or 7;
                break;
            case "Do" when operands.Count > 0 && operands[0] is PdfName name:
                XObject(_file.Get(_file.Get(resources, "XObject") as PdfDictionary, name.Value) as PdfStream, resources, depth);
                break;
        }
    }

    private void XObject(PdfStream? form, PdfDictionary? resources, int depth)
    {
        if (form is null) return;
        if (_file.Get(form.Dictionary, "Subtype") is PdfName { Value: "Image" }) Image();
        if (depth >= DeepestForm || _file.Get(form.Dictionary, "Subtype") is not PdfName { Value: "Form" }) return;
        Matrix before = _matrix;
        if (_file.Get(form.Dictionary, "Matrix") is List<object?> { Count: 6 } m) _matrix = new Matrix(N(m, 0), N(m, 1), N(m, 2), N(m, 3), N(m, 4), N(m, 5)).Then(_matrix);
        Run(_file.Unpack(form), _file.Get(form.Dictionary, "Resources") as PdfDictionary ?? resources, depth + 1);
        _matrix = before;
    }

    private void Image()
    {
        Box box = Corners(0, 0, 1, 1);
        AddToFigure(box);
        if (_images.Count < MostShapes) _images.Add(box);
    }

    private double N(List<object?> operands, int index) => index < operands.Count && _file.Follow(operands[index]) is double value ? value : 0;

    private void Point(List<object?> operands, int first) => Point(N(operands, first), N(operands, first + 1));

    private void Point(double x, double y)
    {
        if (_points.Count < 10_000) _points.Add(_matrix.Apply(x, y));
    }

    /// <summary>What the curves of the path reach.</summary>
    private void Curve((double X, double Y) point)
    {
        var at = new Box(point.X, point.Y, point.X, point.Y);
        _curve = _curve?.Around(at) ?? at;
    }

    private void EndPiece()
    {
        if (_points.Count > 1 && _paths.Count < 100_000) _paths.Add([.. _points]);
        _points.Clear();
    }

    private void Forget()
    {
        _points.Clear();
        _paths.Clear();
        _curve = null;
    }

    private void Paint(bool isStroke, bool isFilled)
    {
        EndPiece();
        if (isFilled && _curve is { } curve && _shapes.Count < MostShapes) _shapes.Add(curve);
        foreach ((double X, double Y)[] path in _paths)
        {
            Box box = Around(path);
            AddToFigure(box);
            if (_inFigure > 0) continue;
            if (isStroke) Stroke(path);
            else Fill(box);
            if (isFilled && _shapes.Count < MostShapes && IsSlanted(path)) _shapes.Add(box);
        }

        _paths.Clear();
        _curve = null;
    }

    private void Stroke((double X, double Y)[] path)
    {
        for (int i = 1; i < path.Length; i++)
        {
            (double x1, double y1) = path[i - 1];
            (double x2, double y2) = path[i];
            if (Math.Abs(y1 - y2) < 0.7 && Math.Abs(x1 - x2) >= Shortest) _rulings.Add(new Ruling(true, (y1 + y2) / 2, Math.Min(x1, x2), Math.Max(x1, x2)));
            else if (Math.Abs(x1 - x2) < 0.7 && Math.Abs(y1 - y2) >= Shortest) _rulings.Add(new Ruling(false, (x1 + x2) / 2, Math.Min(y1, y2), Math.Max(y1, y2)));
        }
    }

    /// <summary>A thin filled rectangle is a line; short ones are the pieces that a dashed or joined line is made of.</summary>
    private void Fill(Box box)
    {
        if (box.Height < Thin && box.Width > box.Height) _rulings.Add(new Ruling(true, box.CentreY, box.Left, box.Right));
        else if (box.Width < Thin && box.Height > box.Width) _rulings.Add(new Ruling(false, box.CentreX, box.Top, box.Bottom));
    }

    /// <summary>Whether a path has sides that run neither across nor down, as the parts of a chart do.</summary>
    private static bool IsSlanted((double X, double Y)[] path)
    {
        for (int i = 1; i < path.Length; i++)
        {
            if (Math.Abs(path[i].X - path[i - 1].X) > 1.5 && Math.Abs(path[i].Y - path[i - 1].Y) > 1.5) return true;
        }

        return false;
    }

    private void Mark(bool figure)
    {
        if (figure || _inFigure > 0) _inFigure++;
        if (figure && _inFigure == 1) _figure = null;
    }

    private void Unmark()
    {
        if (_inFigure > 0 && --_inFigure == 0 && _figure is { } area && _figures.Count < MostFigures) _figures.Add(area);
    }

    /// <summary>What a figure is clipped to is its area, unless it is about the whole page.</summary>
    private void ClipFigure()
    {
        foreach ((double X, double Y)[] path in _paths)
        {
            Box box = Around(path);
            if (box.Height < TallestFigure) AddToFigure(box);
        }
    }

    private static Box Around((double X, double Y)[] path) => new(path.Min(p => p.X), path.Min(p => p.Y), path.Max(p => p.X), path.Max(p => p.Y));

    private void AddToFigure(Box box)
    {
        if (_inFigure > 0) _figure = _figure?.Around(box) ?? box;
    }

    private Box Corners(double x1, double y1, double x2, double y2)
    {
        (double ax, double ay) = _matrix.Apply(x1, y1);
        (double bx, double by) = _matrix.Apply(x2, y2);
        return new Box(Math.Min(ax, bx), Math.Min(ay, by), Math.Max(ax, bx), Math.Max(ay, by));
    }
}
