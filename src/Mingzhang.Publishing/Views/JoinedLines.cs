using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Documents;

namespace Mingzhang.Publishing.Views;

/// <summary>Lines of a document put together to one paragraph, and where its figures stand in that.</summary>
internal sealed class JoinedLines
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Line, int Column, int Start, int Length)> _lines = [];

    public JoinedLines(ParagraphBlock first) => Add(first);

    /// <summary>The paragraph.</summary>
    public string Text => _text.ToString();

    /// <summary>Its last line in the document.</summary>
    public int LastLine => _lines[^1].Line;

    /// <summary>Adds a line behind the others.</summary>
    public void Add(ParagraphBlock line)
    {
        if (_text.Length > 0 && line.Text.Length > 0 && char.IsAsciiLetterOrDigit(_text[^1]) && char.IsAsciiLetter(line.Text[0])) _text.Append(' ');
        _lines.Add((line.Line, line.Column, _text.Length, line.Text.Length));
        _text.Append(line.Text);
    }

    /// <summary>The figures that speak of cells, in order; of two that overlap the first stays.</summary>
    public ImmutableArray<ClaimSpan> Claims(Disclosure disclosure)
    {
        var spans = ImmutableArray.CreateBuilder<ClaimSpan>();
        int end = 0;
        foreach (Claim claim in disclosure.Claims.Where(c => c is { Value: not null, Subject.Address: not null } && c.Span.Line <= LastLine && c.Span.EndLine >= _lines[0].Line).OrderBy(c => c.ValueSpan.IsSome ? c.ValueSpan : c.Span))
        {
            TextSpan figure = claim.ValueSpan.IsSome ? claim.ValueSpan : claim.Span;
            if (At(figure.Line, figure.Column) is not { } start || At(figure.EndLine, figure.EndColumn) is not { } stop || start < end || stop <= start) continue;
            spans.Add(new ClaimSpan("q-" + claim.Index.ToString(CultureInfo.InvariantCulture), start, stop - start, claim.Subject.Address!.Value.ToString(), KindOf(claim), claim.Subject.Name));
            end = stop;
        }

        return spans.ToImmutable();
    }

    /// <summary>The characters that a stretch of the document is; nothing where it does not lie in the paragraph.</summary>
    public (int Start, int Length) Of(TextSpan span) => At(span.Line, span.Column) is { } start && At(span.EndLine, span.EndColumn) is { } end && end > start ? (start, end - start) : default;

    private int? At(int line, int column)
    {
        foreach ((int number, int first, int start, int length) in _lines)
        {
            if (number == line && column >= first && column - first <= length) return start + column - first;
        }

        return null;
    }

    private static string KindOf(Claim claim) => claim.Kind switch
    {
        ClaimKind.Amount when claim.Measure == Measure.Final => "amount",
        ClaimKind.Share => "share",
        ClaimKind.Growth => "growth",
        ClaimKind.Change => "change",
        ClaimKind.Completion => "completion",
        _ => "other",
    };
}
