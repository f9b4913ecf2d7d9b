using System.Globalization;
using System.Security;
using System.Text;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Marked;

/// <summary>A Word document with a comment at each finding.</summary>
internal static class MarkedWord
{
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

    /// <summary>Marks a document. Comments that it has stay.</summary>
    public static void Mark(CheckReport report, MarkedPackage package, string language)
    {
        SourceText source = report.Disclosure.Source;
        Finding[] findings = [.. report.Result.Findings.OrderBy(f => f.Where.Span).ThenBy(f => f.Severity)];
        if (findings.Length == 0) return;
        string part = source.Origins[0].Origin.Part;
        string xml = package.Xml(part) ?? throw MarkedException.Broken();
        string prefix = PrefixOf(xml);
        Dictionary<Finding, OriginMark[]> marks = new(ReferenceEqualityComparer.Instance);
        foreach (Finding finding in findings) marks[finding] = MarksOf(source, finding);
        WordPlaces places = new(xml, Wanted(marks.Values.SelectMany(m => m)));
        WordAnchors anchors = new(prefix);
        string file = package.Related(part, "comments") ?? NewComments(package, part, xml);
        string comments = package.Xml(file)!;
        int id = FirstFreeId(comments, xml);
        var added = new StringBuilder();
        foreach (Finding finding in findings)
        {
            if (!Anchor(anchors, places, source, finding, marks[finding], id)) continue;
            added.Append(Comment(id++, MarkNote.Lines(report, finding, language), PrefixOf(comments)));
        }

        XmlEdits edits = new();
        anchors.WriteTo(edits);
        package.Set(part, edits.Apply(xml));
        package.Set(file, XmlEdits.IntoRoot(comments, added.ToString()));
    }

    /// <summary>Where a finding was read, on the first line of it; the first text of the document for one that has no place.</summary>
    private static OriginMark[] MarksOf(SourceText source, Finding finding)
    {
        OriginMark[] marks = source.OriginsOf(FindingPlace.Of(source, finding)).ToArray();
        return marks.Length == 0 ? [source.Origins[0]] : [.. marks.Where(m => m.Line == marks[0].Line)];
    }

    private static HashSet<int> Wanted(IEnumerable<OriginMark> marks)
    {
        var wanted = new HashSet<int>();
        foreach (OriginMark mark in marks)
        {
            if (mark.Origin is not ParagraphOrigin origin) continue;
            for (int number = origin.First; number <= origin.Last; number++) wanted.Add(number);
        }

        return wanted;
    }

    private static bool Anchor(WordAnchors anchors, WordPlaces places, SourceText source, Finding finding, OriginMark[] marks, int comment)
    {
        WordPlace[] first = PlacesOf(places, marks[0]), last = PlacesOf(places, marks[^1]);
        if (first.Length == 0 || last.Length == 0) return false;
        TextSpan span = FindingPlace.Of(source, finding);
        if (source.OriginsOf(span).Length > 0 && Find(first, marks[0]) is { } begin && Find(last, marks[^1]) is { } end) anchors.Between(begin.First, end.Last, comment);
        else anchors.Whole(first[0], last[^1], comment);
        return true;

        ((WordPiece, int) First, (WordPiece, int) Last)? Find(WordPlace[] paragraphs, OriginMark mark)
        {
            int start = Math.Max(mark.Column, mark.Line == span.Line ? span.Column : 0), stop = Math.Min(mark.EndColumn, mark.Line == span.EndLine ? span.EndColumn : int.MaxValue);
            return WordSearch.Find([.. paragraphs.SelectMany(p => p.Pieces)], source.Lines[mark.Line - 1], mark, start, stop);
        }
    }

    private static WordPlace[] PlacesOf(WordPlaces places, OriginMark mark) =>
        mark.Origin is not ParagraphOrigin origin ? [] : [.. Enumerable.Range(origin.First, origin.Last - origin.First + 1).Select(n => places[n]).OfType<WordPlace>()];

    // Attributes of Word's elements need the prefix, so that no program writes it without one.
    private static string PrefixOf(string xml) => XmlTags.Root(xml).Prefix is { Length: > 0 } prefix ? prefix : throw MarkedException.Broken();

    private static string NewComments(MarkedPackage package, string part, string document)
    {
        XmlTag root = XmlTags.Root(document);
        string space = root.Attribute(document, "xmlns:" + root.Prefix) ?? throw MarkedException.Broken();
        bool strict = space.StartsWith("http://purl.oclc.org/", StringComparison.Ordinal);
        string file = package.FreeName(part[..(part.LastIndexOf('/') + 1)] + "comments", ".xml");
        package.Set(file, $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"{SecurityElement.Escape(space)}\"></w:comments>");
        package.Declare(file, CommentsType);
        package.Relate(part, strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/comments" : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments", file);
        return file;
    }

    /// <summary>One more than any id that the comments or the document have.</summary>
    private static int FirstFreeId(string comments, string document)
    {
        int last = -1;
        foreach (string xml in (ReadOnlySpan<string>)[comments, document])
        {
            foreach (XmlTag tag in XmlTags.Of(xml))
            {
                if (tag.Name is not ("comment" or "commentRangeStart" or "commentReference") || tag.Kind == TagKind.Close) continue;
                if (int.TryParse(tag.Attribute(xml, tag.Prefix + ":id"), NumberStyles.None, CultureInfo.InvariantCulture, out int id)) last = Math.Max(last, id);
            }
        }

        return last + 1;
    }

    private static string Comment(int id, IReadOnlyList<string> lines, string prefix)
    {
        string w = prefix + ":";
        var xml = new StringBuilder();
        xml.Append(CultureInfo.InvariantCulture, $"<{w}comment {w}id=\"{id}\" {w}author=\"{MarkNote.Author}\" {w}initials=\"明账\">");
        for (int i = 0; i < lines.Count; i++)
        {
            string bold = i == 0 ? $"<{w}rPr><{w}b/></{w}rPr>" : "";
            xml.Append($"<{w}p><{w}r>{bold}<{w}t xml:space=\"preserve\">{SecurityElement.Escape(lines[i])}</{w}t></{w}r></{w}p>");
        }

        return xml.Append($"</{w}comment>").ToString();
    }
}
