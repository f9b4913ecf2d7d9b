using Mingzhang.Core.Layout;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Claims.Paragraphs;

/// <summary>
/// A paragraph or list item joined from its lines: no white space (a blank stays between two digits), half-width digits, full-width
/// punctuation and brackets, no quotation marks and Markdown marks. Every character knows its place in the document.
/// </summary>
internal sealed class Paragraph
{
    private readonly int[] _lines;
    private readonly int[] _columns;

    internal Paragraph(string text, int[] lines, int[] columns, MarkStyle mark)
    {
        Text = text;
        _lines = lines;
        _columns = columns;
        Mark = mark;
    }

    /// <summary>The joined text without its list number.</summary>
    internal string Text { get; }

    /// <summary>How it is numbered.</summary>
    internal MarkStyle Mark { get; }

    /// <summary>The place of the characters from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    internal TextSpan Span(int start, int end) =>
        end <= start || start < 0 || end > Text.Length ? TextSpan.None : new(_lines[start], _columns[start], _lines[end - 1], _columns[end - 1] + 1);

    /// <summary>The place of the whole.</summary>
    internal TextSpan Place => Span(0, Text.Length);
}
