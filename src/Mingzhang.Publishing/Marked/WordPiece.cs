using System.Text;

namespace Mingzhang.Publishing.Marked;

/// <summary>A run of a paragraph, as it stands in the part.</summary>
/// <param name="Start">Offset of its start tag.</param>
/// <param name="End">One past its end tag.</param>
/// <param name="Name">Its name as written: <c>w:r</c>.</param>
/// <param name="Properties">Its properties with their tags; empty for none.</param>
/// <param name="ContentStart">Offset behind the properties: where its content begins.</param>
/// <param name="ContentEnd">Offset of its end tag.</param>
internal sealed record WordRun(int Start, int End, string Name, string Properties, int ContentStart, int ContentEnd);

/// <summary>The text of one text element of a run; every character knows where it is written.</summary>
internal sealed class WordPiece
{
    private readonly int[] _offsets;

    /// <summary>The text between two offsets.</summary>
    /// <param name="xml">The part.</param>
    /// <param name="open">The start tag of the text element.</param>
    /// <param name="close">Its end tag.</param>
    /// <param name="run">The run that holds it.</param>
    public WordPiece(string xml, XmlTag open, XmlTag close, WordRun run)
    {
        Run = run;
        Open = open;
        Close = close;
        KeepsSpace = open.Attribute(xml, "xml:space") == "preserve";
        var text = new StringBuilder();
        var offsets = new List<int>();
        int at = open.End;
        while (at < close.Start)
        {
            int before = text.Length;
            int taken = XmlTags.Character(xml.AsSpan(at, close.Start - at), text);
            for (int i = before; i < text.Length; i++) offsets.Add(at);
            at += taken;
        }

        offsets.Add(close.Start);
        Text = text.ToString();
        _offsets = [.. offsets];
    }

    /// <summary>The run that holds it.</summary>
    public WordRun Run { get; }

    /// <summary>The start tag of the text element.</summary>
    public XmlTag Open { get; }

    /// <summary>Its end tag.</summary>
    public XmlTag Close { get; }

    /// <summary>Whether blanks at its ends are kept.</summary>
    public bool KeepsSpace { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Where a character is written; for the length of the text the offset behind it.</summary>
    public int OffsetOf(int character) => _offsets[character];
}

/// <summary>A paragraph: its text, and where a comment on the whole of it begins and ends.</summary>
/// <param name="Number">See <see cref="Core.Sources.ParagraphOrigin"/>.</param>
/// <param name="Pieces">Its text in order; what is deleted, hidden or in a text box is not part of it.</param>
/// <param name="Start">Offset behind its properties.</param>
/// <param name="End">Offset of its end tag.</param>
internal sealed record WordPlace(int Number, IReadOnlyList<WordPiece> Pieces, int Start, int End);
