namespace Mingzhang.Publishing.Marked;

/// <summary>Finds paragraphs of a document's part by their numbers, with their text as it is written.</summary>
internal sealed class WordPlaces
{
    private readonly string _xml;
    private readonly string _prefix;
    private readonly Dictionary<int, WordPlace> _places = [];
    private readonly Stack<Paragraph?> _paragraphs = new();
    private readonly Stack<string> _left = new();
    private XmlTag? _run, _text;
    private int _properties, _paragraphProperties, _contentStart, _count;
    private List<(XmlTag Open, XmlTag Close)> _texts = [];
    private string _runProperties = "";

    /// <summary>Finds the paragraphs that are wanted.</summary>
    public WordPlaces(string xml, IReadOnlySet<int> wanted)
    {
        _xml = xml;
        XmlTag root = XmlTags.Root(xml);
        _prefix = root.Prefix;
        foreach (XmlTag tag in XmlTags.Of(xml)) Take(tag, wanted);
    }

    /// <summary>The paragraph with a number; null where a comment cannot be put into it.</summary>
    public WordPlace? this[int number] => _places.GetValueOrDefault(number);

    private bool IsLeftOut => _left.Count > 0;

    private void Take(XmlTag tag, IReadOnlySet<int> wanted)
    {
        if (tag.Name == "p") TakeParagraph(tag, wanted);
        else if (tag.Prefix == _prefix || tag.Name is "Fallback" or "AlternateContent") TakeOther(tag);
    }

    private void TakeParagraph(XmlTag tag, IReadOnlySet<int> wanted)
    {
        if (tag.Kind != TagKind.Close) _count++;
        if (tag.Kind == TagKind.Open) _paragraphs.Push(wanted.Contains(_count) && !IsLeftOut && tag.Prefix == _prefix ? new Paragraph(_count, tag.End) : null);
        if (tag.Kind != TagKind.Close || _paragraphs.Count == 0) return;
        if (_paragraphs.Pop() is { } paragraph) _places.Add(paragraph.Number, new WordPlace(paragraph.Number, paragraph.Pieces, paragraph.Start, tag.Start));
    }

    private void TakeOther(XmlTag tag)
    {
        // What stands in a text box, is deleted or another way to say the same is not the paragraph's text.
        if (tag.Name is "del" or "moveFrom" or "txbxContent" or "AlternateContent" or "Fallback" or "rt")
        {
            if (tag.Kind == TagKind.Open) _left.Push(tag.Name);
            else if (tag.Kind == TagKind.Close && _left.Count > 0) _left.Pop();
            return;
        }

        if (IsLeftOut || _paragraphs.Count == 0 || _paragraphs.Peek() is not { } paragraph) return;
        switch (tag.Name)
        {
            case "pPr" when _run is null:
                TakeParagraphProperties(paragraph, tag);
                break;
            case "r" when tag.Kind == TagKind.Open && _run is null && _paragraphProperties == 0:
                (_run, _contentStart, _runProperties, _texts) = (tag, tag.End, "", []);
                break;
            case "r" when tag.Kind == TagKind.Close && _run is { } run:
                EndRun(paragraph, run, tag);
                break;
            case "rPr" when _run is not null && _texts.Count == 0:
                TakeRunProperties(tag);
                break;
            case "t" when _run is not null && _properties == 0:
                if (tag.Kind == TagKind.Open) _text = tag;
                else if (tag.Kind == TagKind.Close && _text is { } open) _texts.Add((open, tag));
                break;
        }
    }

    private void TakeParagraphProperties(Paragraph paragraph, XmlTag tag)
    {
        if (tag.Kind == TagKind.Open) _paragraphProperties++;
        else if (tag.Kind == TagKind.Close) _paragraphProperties--;
        if (_paragraphProperties == 0 && paragraph.Pieces.Count == 0) paragraph.Start = tag.End;
    }

    private void TakeRunProperties(XmlTag tag)
    {
        if (tag.Kind == TagKind.Open && _properties++ == 0) _contentStart = tag.Start;
        if (tag.Kind == TagKind.Close && --_properties == 0)
        {
            _runProperties = _xml[_contentStart..tag.End];
            _contentStart = tag.End;
        }
        else if (tag.Kind == TagKind.Empty && _properties == 0)
        {
            _contentStart = tag.End;
        }
    }

    private void EndRun(Paragraph paragraph, XmlTag open, XmlTag close)
    {
        _run = null;
        if (IsHidden(_runProperties)) return;
        WordRun run = new(open.Start, close.End, $"{open.Prefix}:{open.Name}", _runProperties, _contentStart, close.Start);
        foreach ((XmlTag start, XmlTag end) in _texts) paragraph.Pieces.Add(new WordPiece(_xml, start, end, run));
    }

    private bool IsHidden(string properties)
    {
        if (!properties.Contains("vanish", StringComparison.Ordinal)) return false;
        foreach (XmlTag tag in XmlTags.Of(properties))
        {
            if (tag.Name == "vanish" && tag.Attribute(properties, _prefix + ":val") is not ("0" or "false" or "off" or "none")) return true;
        }

        return false;
    }

    private sealed class Paragraph(int number, int start)
    {
        public int Number { get; } = number;

        public int Start { get; set; } = start;

        public List<WordPiece> Pieces { get; } = [];
    }
}
