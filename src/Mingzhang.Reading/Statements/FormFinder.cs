using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Layout;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Outlines;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>
/// Finds the forms: a line or cell that is a form's title and nothing else but year, unit and ordinal, or the mark 公开05表 where the title is
/// lost. A title inside a longer one, in a sentence or on the contents page is no form.
/// </summary>
internal static class FormFinder
{
    internal const int LongestTitle = 90;
    private const int MarkReach = 12;

    /// <summary>A title or mark found; <paramref name="Printed"/> is null for a mark.</summary>
    private sealed record Hit(FormDefinition Form, string? Printed, TextSpan Span);

    /// <summary>The stretches of text of the forms, in document order; a form continued on further pages can have several.</summary>
    internal static List<FormRegion> Find(SourceText text, Outline outline, Edition edition)
    {
        Dictionary<string, FormDefinition> titles = Titles(edition);
        List<Hit> hits = [];
        for (int line = 1; line <= text.Lines.Length; line++)
        {
            if (!outline.IsBody(line)) continue;
            if (Hits(text, line, titles, edition) is not { } hit) continue;
            hits.Add(hit);
            line = Math.Max(line, hit.Span.EndLine);
        }

        return Regions(text, outline, Merge(hits));
    }

    /// <summary>The forms of an edition by their plain titles.</summary>
    internal static Dictionary<string, FormDefinition> Titles(Edition edition)
    {
        var titles = new Dictionary<string, FormDefinition>();
        foreach (FormDefinition form in edition.Forms)
        {
            foreach (string title in form.OtherTitles.Prepend(form.Title)) titles.TryAdd(TopicMatcher.Plain(title), form);
        }

        // A title that names the owner of the form (部门收入预算总表) is printed without it as well.
        foreach (FormDefinition form in edition.Forms)
        {
            foreach (string title in form.OtherTitles.Prepend(form.Title)) titles.TryAdd(WithoutOwner(TopicMatcher.Plain(title)), form);
        }

        return titles;
    }

    private static Hit? Hits(SourceText text, int line, Dictionary<string, FormDefinition> titles, Edition edition)
    {
        string raw = text.Lines[line - 1];
        if (raw.Length is 0 or > 400 || !raw.AsSpan().ContainsAny('表', '开')) return null;
        foreach ((int start, int end) in Pieces(raw))
        {
            if (Title(raw.AsSpan(start, end - start), titles) is var (form, printed)) return new Hit(form, printed, TextSpan.InLine(line, start, end - start));
            if (Mark(raw.AsSpan(start, end - start), edition) is { } marked) return new Hit(marked, null, TextSpan.InLine(line, start, end - start));
        }

        // A title broken over two lines ends in this one.
        if (line < 2 || raw.Contains('\t')) return null;
        string above = text.Lines[line - 2];
        if (above.AsSpan().IsWhiteSpace() && line > 2) above = text.Lines[line - 3];
        int from = above == text.Lines[line - 2] ? line - 1 : line - 2;
        if (above.Length is 0 or > LongestTitle || above.Contains('\t') || above.AsSpan().IsWhiteSpace()) return null;
        if (Title(above.Trim() + raw.Trim(), titles) is not var (whole, title)) return null;
        int column = above.Length - above.AsSpan().TrimStart().Length;
        return new Hit(whole, title, new TextSpan(from, column, line, raw.AsSpan().TrimEnd().Length));
    }

    /// <summary>The cells of a line, trimmed; the whole line where it has none.</summary>
    internal static IEnumerable<(int Start, int End)> Pieces(string raw)
    {
        int start = 0;
        while (start <= raw.Length)
        {
            int end = raw.AsSpan(start).IndexOfAny('\t', '|');
            end = end < 0 ? raw.Length : start + end;
            int first = start, last = end;
            while (first < last && (Characters.IsSpace(raw[first]) || raw[first] is '#' or '*')) first++;
            while (last > first && (Characters.IsSpace(raw[last - 1]) || raw[last - 1] is '#' or '*')) last--;
            if (last > first) yield return (first, last);
            start = end + 1;
        }
    }

    /// <summary>The form whose title a piece of text is, and the title as printed without the year; null if it is none.</summary>
    internal static (FormDefinition Form, string Printed)? Title(ReadOnlySpan<char> piece, Dictionary<string, FormDefinition> titles)
    {
        if (piece.Length > LongestTitle || piece.IndexOf('表') < 0) return null;
        string plain = TopicMatcher.Plain(piece.ToString());
        string bare = WithoutMarks(plain);
        if (!titles.TryGetValue(plain, out FormDefinition? form) && !titles.TryGetValue(bare, out form) && !titles.TryGetValue(WithoutOwner(bare), out form))
        {
            // The unit's name can stand before the year: only a year, or a name with its year, may be cut off.
            int year = Year(piece);
            if (year < 0 || !titles.TryGetValue(WithoutOwner(WithoutMarks(TopicMatcher.Plain(piece[year..].ToString()))), out form)) return null;
        }

        int after = Year(piece);
        string printed = piece.ToString();
        return (form, after > 0 ? printed[after..].Trim() : printed);
    }

    /// <summary>Whether a title is one that the edition states for a form, its owner included.</summary>
    internal static bool IsStated(FormDefinition form, string piece)
    {
        string plain = WithoutMarks(TopicMatcher.Plain(piece));
        return form.OtherTitles.Prepend(form.Title).Any(t => plain.EndsWith(TopicMatcher.Plain(t), StringComparison.Ordinal));
    }

    /// <summary>Without 部门, 单位 or 预算单位 in front.</summary>
    private static string WithoutOwner(string title)
    {
        if (title.StartsWith("预算单位", StringComparison.Ordinal)) return title[4..];
        return title.StartsWith("部门", StringComparison.Ordinal) || title.StartsWith("单位", StringComparison.Ordinal) ? title[2..] : title;
    }

    /// <summary>Index after <c>20xx 年度</c>; −1 if no year stands in the text.</summary>
    private static int Year(ReadOnlySpan<char> text)
    {
        int year = text.IndexOf('年');
        if (year < 4) return -1;
        int at = year - 1;
        while (at > 0 && Characters.IsSpace(text[at])) at--;
        if (!Characters.IsDigit(text[at])) return -1;
        int after = year + 1;
        while (after < text.Length && Characters.IsSpace(text[after])) after++;
        return after < text.Length && text[after] == '度' ? after + 1 : after;
    }

    /// <summary>Without an ordinal in front (<c>一、</c>, <c>表1</c>, <c>附表1:</c>) and 续, the form's number or its place in brackets behind.</summary>
    private static string WithoutMarks(string plain)
    {
        int ordinal = Ordinals.Read(plain, out int length) > 0 && length < plain.Length && plain[length] is '、' or '.' ? length + 1 : 0;
        if (ordinal == 0)
        {
            int at = 0;
            while (at < plain.Length && plain[at] is '附' or '表' or '公' or '开') at++;
            int digits = at;
            while (digits < plain.Length && char.IsAsciiDigit(plain[digits])) digits++;
            if (digits > at && digits < plain.Length && plain[digits] is '表' && at > 0 && plain[at - 1] == '开') digits++;
            if (digits > at && digits < plain.Length && plain[digits] is '、' or '.' or ':') digits++;
            ordinal = digits > at ? digits : 0;
        }

        ReadOnlySpan<char> rest = plain.AsSpan(ordinal);
        if (rest.EndsWith("续表")) rest = rest[..^2];
        else if (rest.EndsWith("续")) rest = rest[..^1];
        int open = rest.LastIndexOf('表');
        int tail = rest.Length;
        while (tail > 0 && char.IsAsciiDigit(rest[tail - 1])) tail--;
        if (tail < rest.Length && open == tail - 1 && open > 0) rest = rest[..open];
        int mark = rest.LastIndexOf("公开");
        if (mark > 0 && rest[mark..].EndsWith("表")) rest = rest[..mark];
        return rest.ToString();
    }

    /// <summary>The form of a mark <c>公开05表</c>, alone or with the amounts' unit beside it.</summary>
    private static FormDefinition? Mark(ReadOnlySpan<char> piece, Edition edition)
    {
        int at = piece.IndexOf("公开");
        if (at < 0 || piece.Length > LongestTitle) return null;
        string plain = Characters.Squeeze(piece[at..]);
        int digits = 2;
        while (digits < plain.Length && char.IsAsciiDigit(plain[digits])) digits++;
        if (digits is 2 or > 4 || digits >= plain.Length || plain[digits] != '表') return null;
        string number = (edition.Kind == DisclosureKind.Budget ? "B" : "") + plain[2..digits].PadLeft(2, '0');
        return edition.Form(number);
    }

    /// <summary>A mark near a title belongs to it; a title near its own mark, too. What remains are the starts of forms or their further pages.</summary>
    private static List<Hit> Merge(List<Hit> hits)
    {
        var starts = new List<Hit>();
        foreach (Hit hit in hits)
        {
            Hit? before = starts.Count > 0 ? starts[^1] : null;
            bool near = before is not null && hit.Span.Line - before.Span.EndLine <= MarkReach;
            // Whatever number a mark under a title shows: the title says what the form is.
            if (near && hit.Printed is null && before!.Printed is not null) continue;
            if (near && hit.Printed is not null && before!.Printed is null && before.Form == hit.Form) starts[^1] = hit;
            else if (hit.Printed is null && before?.Form == hit.Form) continue;
            else starts.Add(hit);
        }

        return starts;
    }

    private static List<FormRegion> Regions(SourceText text, Outline outline, List<Hit> starts)
    {
        var regions = new List<FormRegion>();
        for (int i = 0; i < starts.Count; i++)
        {
            Hit start = starts[i];
            int last = i + 1 < starts.Count ? starts[i + 1].Span.Line - 1 : text.Lines.Length;
            foreach (var section in outline.Sections)
            {
                if (section.Heading.Line > start.Span.EndLine && section.Heading.Line <= last) last = section.Heading.Line - 1;
            }

            int first = start.Span.EndLine + 1;
            FormRegion region = new(start.Form, start.Printed ?? start.Form.Title, start.Span, first, LastOfSheet(text, first, last));
            regions.Add(region);
            while (region.LastLine < last)
            {
                first = region.LastLine + 1;
                FormRegion next = region with { FirstLine = first, LastLine = LastOfSheet(text, first, last) };
                if (!NextSheet.GoesOn(text, region, first, next.LastLine)) break;
                regions.Add(next);
                region = next;
            }
        }

        return regions;
    }

    /// <summary>The last line before something separate begins behind a line, or <paramref name="last"/>.</summary>
    private static int LastOfSheet(SourceText text, int first, int last)
    {
        foreach (int line in text.Breaks)
        {
            if (line > first && line <= last) return line - 1;
        }

        return last;
    }
}
