namespace Mingzhang.Reading.Formats.Word;

/// <summary>Reads the runs of paragraphs. Fields go over paragraphs (a table of contents), so that one reader follows a whole document.</summary>
internal sealed class WordRuns(XmlCursor xml, WordCensus census)
{
    // For every open field: whether its result has begun.
    private readonly Stack<bool> _fields = new();

    private bool IsInstruction => _fields.Contains(false);

    /// <summary>Reads the element at hand into a paragraph; <paramref name="box"/> reads a text box.</summary>
    internal void Read(WordParagraph into, Action box)
    {
        switch (xml.Name)
        {
            case "r":
                Run(into, box);
                break;
            case "del" or "moveFrom" or "rPr" or "pPr" or "sdtPr" or "sdtEndPr" or "rt" or "instrText" or "delText" or "proofErr":
                break;
            case "t":
                if (!IsInstruction) xml.Text(into.Text);
                break;
            case "AlternateContent":
                Alternative(into, box);
                break;
            default:
                for (var child = xml.Children(); child.Next();) Read(into, box);
                break;
        }
    }

    private void Run(WordParagraph into, Action box)
    {
        bool hidden = false;
        for (var child = xml.Children(); child.Next();)
        {
            switch (xml.Name)
            {
                case "rPr":
                    for (var property = xml.Children(); property.Next();) hidden |= xml.Name == "vanish" && xml.IsOn();
                    break;
                case "fldChar":
                    Field(xml.Attribute("fldCharType"));
                    break;
                case "lastRenderedPageBreak":
                    into.IsPaged = true;
                    into.BreakPage();
                    break;
                case "drawing" or "pict" or "object":
                    Boxes(box);
                    break;
                case "AlternateContent":
                    Alternative(into, box);
                    break;
                case "ruby":
                    Read(into, box);
                    break;
                default:
                    if (hidden && xml.Name == "t") census.Hidden++;
                    if (!hidden && !IsInstruction) Character(into);
                    break;
            }
        }
    }

    private void Character(WordParagraph into)
    {
        switch (xml.Name)
        {
            case "t":
                xml.Text(into.Text);
                break;
            case "tab" or "ptab":
                into.Text.Append('\t');
                break;
            case "cr":
                into.Text.Append('\n');
                break;
            case "br":
                if (xml.Attribute("type") == "page") into.BreakPage();
                else into.Text.Append('\n');
                break;
            case "noBreakHyphen":
                into.Text.Append('-');
                break;
            case "sym":
                into.Text.Append(WordSymbols.Of(xml.Attribute("font"), xml.Attribute("char")));
                break;
        }
    }

    private void Field(string? type)
    {
        switch (type)
        {
            case "begin":
                _fields.Push(false);
                break;
            case "separate" when _fields.Count > 0:
                _fields.Pop();
                _fields.Push(true);
                break;
            case "end" when _fields.Count > 0:
                _fields.Pop();
                break;
        }
    }

    private void Boxes(Action box)
    {
        for (var child = xml.Children(); child.Next();)
        {
            if (xml.Name == "txbxContent") box();
            else Boxes(box);
        }
    }

    /// <summary>Of several ways to say the same the first is read.</summary>
    private void Alternative(WordParagraph into, Action box)
    {
        bool taken = false;
        for (var choice = xml.Children(); choice.Next();)
        {
            if (taken) continue;
            taken = true;
            for (var child = xml.Children(); child.Next();)
            {
                if (xml.Name is "drawing" or "pict" or "object") Boxes(box);
                else Read(into, box);
            }
        }
    }
}
