using System.Text;

namespace Mingzhang.Product.Tests.CleanDisclosure;

/// <summary>A figure of the clean disclosure: what it is and where it stands.</summary>
/// <param name="Kind">The kind by which the mutation test reports: <c>form 05</c>, <c>text share</c>, <c>evaluation score</c>.</param>
/// <param name="Id">What the figure is: an address or a path.</param>
/// <param name="Bound">Whether anything else in the document speaks of the same fact, so that a wrong figure can be noticed.</param>
/// <param name="Sum">
/// The sum by which alone it is bound; null if it is bound by itself. Two figures of one sum that change places cannot be noticed.
/// </param>
/// <param name="Text">The figure as printed, with its sign but without its unit.</param>
/// <param name="Start">Offset of its first character.</param>
internal sealed record FigureMark(string Kind, string Id, bool Bound, string? Sum, string Text, int Start = 0)
{
    /// <summary>One past its last character.</summary>
    public int End => Start + Text.Length;
}

/// <summary>
/// The figures that a document is written with. A figure goes into the text between two private-use characters, the first of which
/// tells which it is; they take no room when lines are wrapped and are taken out at the end, which gives every figure its place.
/// </summary>
internal sealed class Figures
{
    private const char First = '\uE100';
    private const char Last = '\uF8FF';
    private const char End = '\uE000';
    private readonly List<FigureMark> _marks = [];

    /// <summary>Marks a figure.</summary>
    public string Mark(string kind, string id, string text, bool bound = true, string? sum = null)
    {
        _marks.Add(new FigureMark(kind, id, bound, sum, text));
        return $"{(char)(First + _marks.Count - 1)}{text}{End}";
    }

    /// <summary>Whether a character is a marker and takes no room.</summary>
    public static bool IsMarker(char c) => c == End || IsStart(c);

    /// <summary>Whether a character opens a figure.</summary>
    public static bool IsStart(char c) => c is >= First and <= Last;

    /// <summary>Whether a character closes a figure.</summary>
    public static bool IsEnd(char c) => c == End;

    /// <summary>Takes the markers out: the document's text and its figures in order.</summary>
    public (string Text, IReadOnlyList<FigureMark> Marks) Resolve(string marked)
    {
        var text = new StringBuilder(marked.Length);
        List<FigureMark> placed = [];
        foreach (char c in marked)
        {
            if (IsStart(c)) placed.Add(_marks[c - First] with { Start = text.Length });
            else if (!IsEnd(c)) text.Append(c);
        }

        return (text.ToString(), placed);
    }
}
