using System.Globalization;
using System.Security;
using System.Text;
using Mingzhang.Core.Findings;

namespace Mingzhang.Publishing.Marked;

/// <summary>Puts notes on the cells of one sheet: their texts, and the boxes in which they are shown.</summary>
internal sealed class SheetNotes(MarkedPackage package, string sheet)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";

    // What may stand behind the notes' drawing in a sheet.
    private static readonly string[] Behind = ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

    /// <summary>Adds notes.</summary>
    public void Add(IReadOnlyList<CellNote> notes)
    {
        string file = package.Related(sheet, "comments") ?? NewComments();
        string comments = package.Xml(file)!;
        List<CellNote> unboxed = [.. notes.Where(n => !Extend(ref comments, n))];
        package.Set(file, WithNew(comments, unboxed));
        if (unboxed.Count > 0) AddBoxes(unboxed);
    }

    private string NewComments()
    {
        string file = package.FreeName("xl/comments", ".xml");
        package.Set(file, $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"{Main}\"><authors></authors><commentList></commentList></comments>");
        package.Declare(file, CommentsType);
        package.Relate(sheet, Relations + "/comments", file);
        return file;
    }

    /// <summary>Goes on with the note that a cell has; false where it has none.</summary>
    private static bool Extend(ref string comments, CellNote note)
    {
        bool here = false;
        foreach (XmlTag tag in XmlTags.Of(comments))
        {
            if (tag.Name == "comment") here = tag.Kind == TagKind.Open && tag.Attribute(comments, "ref") == note.Cell.Reference;
            if (!here || tag.Name is not ("text" or "rPh" or "phoneticPr") || tag.Kind == TagKind.Open && tag.Name == "text") continue;
            string runs = Runs(note, PrefixOf(tag), opens: false);
            comments = tag.Kind == TagKind.Empty && tag.Name == "text" ? XmlEdits.Into(comments, tag, 0, runs) : comments.Insert(tag.Start, runs);
            return true;
        }

        return false;
    }

    private static string WithNew(string comments, List<CellNote> notes)
    {
        if (notes.Count == 0) return comments;
        XmlTag? authors = null, list = null;
        int count = 0, authorsEnd = 0, listEnd = 0;
        foreach (XmlTag tag in XmlTags.Of(comments))
        {
            if (tag.Name == "author" && tag.Kind != TagKind.Close) count++;
            if (tag.Name == "authors") (authors, authorsEnd) = tag.Kind == TagKind.Close ? (authors, tag.Start) : (tag, 0);
            if (tag.Name == "commentList") (list, listEnd) = tag.Kind == TagKind.Close ? (list, tag.Start) : (tag, 0);
        }

        if (authors is not { } people || list is not { } texts) throw MarkedException.Broken();
        string x = PrefixOf(texts);
        var added = new StringBuilder();
        foreach (CellNote note in notes)
        {
            added.Append(CultureInfo.InvariantCulture, $"<{x}comment ref=\"{note.Cell.Reference}\" authorId=\"{count}\"><{x}text>{Runs(note, x, opens: true)}</{x}text></{x}comment>");
        }

        // The list stands behind the authors, so that it is added to first.
        string result = XmlEdits.Into(comments, texts, listEnd, added.ToString());
        return XmlEdits.Into(result, people, authorsEnd, $"<{x}author>{MarkNote.Author}</{x}author>");
    }

    /// <summary>The lines of a note: the first line of each finding in bold.</summary>
    private static string Runs(CellNote note, string x, bool opens)
    {
        var runs = new StringBuilder();
        if (!opens) runs.Append($"<{x}r><{x}t xml:space=\"preserve\">\n\n{MarkNote.Author}\n</{x}t></{x}r>");
        for (int i = 0; i < note.Paragraphs.Length; i++)
        {
            IReadOnlyList<string> lines = note.Paragraphs[i];
            string before = i > 0 ? "\n\n" : "", rest = string.Concat(lines.Skip(1).Select(l => "\n" + l));
            runs.Append($"<{x}r><{x}rPr><{x}b/><{x}sz val=\"9\"/></{x}rPr><{x}t xml:space=\"preserve\">{before}{SecurityElement.Escape(lines[0])}</{x}t></{x}r>");
            runs.Append($"<{x}r><{x}rPr><{x}sz val=\"9\"/></{x}rPr><{x}t xml:space=\"preserve\">{SecurityElement.Escape(rest)}</{x}t></{x}r>");
        }

        return runs.ToString();
    }

    private void AddBoxes(List<CellNote> notes)
    {
        string xml = package.Xml(sheet) ?? throw MarkedException.Broken();
        XmlTag drawing = XmlTags.Of(xml).FirstOrDefault(t => t.Name == "legacyDrawing");
        string? file = drawing.Name is null ? null : package.RelatedById(sheet, IdOf(xml, drawing) ?? "");
        if (file is null)
        {
            if (drawing.Name is not null) throw MarkedException.Broken();
            file = package.FreeName("xl/drawings/vmlDrawingMark", ".vml");
            package.Set(file, NoteBoxes.Empty);
            package.Declare(".vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
            string id = package.Relate(sheet, Relations + "/vmlDrawing", file);
            package.Set(sheet, xml.Insert(PlaceOfDrawing(xml), $"<{PrefixOf(XmlTags.Root(xml))}legacyDrawing xmlns:r=\"{Relations}\" r:id=\"{id}\"/>"));
        }

        package.Set(file, NoteBoxes.Add(package.Xml(file)!, notes));
    }

    /// <summary>The relationship that a drawing names, whatever the prefix of the attribute.</summary>
    private static string? IdOf(string xml, XmlTag drawing)
    {
        ReadOnlySpan<char> tag = xml.AsSpan(drawing.Start, drawing.End - drawing.Start);
        int colon = tag.IndexOf(":id", StringComparison.Ordinal);
        if (colon < 0) return null;
        int start = tag[..colon].LastIndexOfAny(" \t\r\n") + 1;
        return drawing.Attribute(xml, tag[start..(colon + 3)].ToString());
    }

    private static int PlaceOfDrawing(string xml)
    {
        int depth = 0;
        foreach (XmlTag tag in XmlTags.Of(xml))
        {
            if (tag.Kind == TagKind.Close) depth--;
            if (depth == 1 && tag.Kind != TagKind.Close && Behind.Contains(tag.Name)) return tag.Start;
            if (depth == 0 && tag.Kind == TagKind.Close) return tag.Start;
            if (tag.Kind == TagKind.Open) depth++;
        }

        throw MarkedException.Broken();
    }

    private static string PrefixOf(XmlTag tag) => tag.Prefix.Length == 0 ? "" : tag.Prefix + ":";
}
