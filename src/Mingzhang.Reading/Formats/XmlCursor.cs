using System.Globalization;
using System.Text;
using System.Xml;

namespace Mingzhang.Reading.Formats;

/// <summary>Walks over XML from element to child element, by local names; what is not entered is passed over. Nesting is bounded.</summary>
internal sealed class XmlCursor(XmlReader xml, int maxDepth) : IDisposable
{
    /// <summary>The local name of the element at hand.</summary>
    internal string Name => xml.LocalName;

    /// <summary>How many elements <c>p</c> have begun, entered or passed over: the paragraph at hand has this number (<see cref="Core.Sources.ParagraphOrigin"/>).</summary>
    internal int Paragraphs { get; private set; }

    /// <summary>Sees every element when it begins, entered or passed over.</summary>
    internal Action<XmlCursor>? Seen { get; init; }

    /// <summary>The children of the element at hand: <c>for (var c = x.Children(); c.Next();)</c>. Before the first read, the root element.</summary>
    internal ChildWalk Children() => new(this);

    /// <summary>An attribute by local name; null if there is none.</summary>
    internal string? Attribute(string name)
    {
        if (!xml.HasAttributes) return null;
        string? value = null;
        if (xml.MoveToFirstAttribute())
        {
            do
            {
                if (xml.LocalName == name)
                {
                    value = xml.Value;
                    break;
                }
            }
            while (xml.MoveToNextAttribute());
        }

        xml.MoveToElement();
        return value;
    }

    /// <summary>A whole number in an attribute; null if there is none.</summary>
    internal int? Number(string name) => int.TryParse(Attribute(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : null;

    /// <summary>Whether a switch element is on: <c>&lt;w:vanish/&gt;</c>, not <c>w:val="false"</c>.</summary>
    internal bool IsOn() => Attribute("val") is not ("0" or "false" or "off" or "none");

    /// <summary>The text directly in the element at hand.</summary>
    internal void Text(StringBuilder into)
    {
        if (xml.IsEmptyElement) return;
        int depth = xml.Depth;
        while (Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth) return;
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace && xml.Depth == depth + 1) into.Append(xml.Value);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => xml.Dispose();

    private bool Read()
    {
        bool read = xml.Read();
        if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "p") Paragraphs++;
        if (xml.NodeType == XmlNodeType.Element) Seen?.Invoke(this);
        if (xml.Depth > maxDepth) throw ZipPackage.Damaged($"XML 嵌套超过 {maxDepth} 层 / XML nested deeper than {maxDepth}");
        return read;
    }

    /// <summary>A walk over the children of an element.</summary>
    internal readonly struct ChildWalk
    {
        private readonly XmlCursor _cursor;
        private readonly int _depth;
        private readonly bool _empty;

        internal ChildWalk(XmlCursor cursor)
        {
            _cursor = cursor;
            bool started = cursor.ReadState;
            _depth = started ? cursor.Depth : -1;
            _empty = started && cursor.IsEmpty;
        }

        /// <summary>Goes to the next child; false where there is none.</summary>
        internal bool Next()
        {
            if (_empty) return false;
            while (_cursor.Read())
            {
                int depth = _cursor.Depth;
                if (_cursor.Type == XmlNodeType.EndElement && depth == _depth) return false;
                if (_cursor.Type == XmlNodeType.Element && depth == _depth + 1) return true;
            }

            return false;
        }
    }

    private bool ReadState => xml.ReadState != System.Xml.ReadState.Initial;

    private int Depth => xml.Depth;

    private bool IsEmpty => xml.IsEmptyElement;

    private XmlNodeType Type => xml.NodeType;
}
