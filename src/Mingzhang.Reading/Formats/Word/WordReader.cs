using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Formats.Word;

/// <summary>
/// Reads Word documents (.docx): paragraphs with their automatic numbers, tables in place, text boxes after the paragraph that holds them.
/// Of tracked changes the result is read; headers, footers, footnotes, comments, charts and hidden text are not the document's text: a remark says what
/// was left out.
/// </summary>
internal static class WordReader
{
    /// <summary>The text of a document. Throws <see cref="UnreadableException"/> where it cannot be read.</summary>
    internal static SourceText Read(string path, ZipPackage package, ReadingOptions options)
    {
        string main = PackageParts.MainPart(package) ?? "word/document.xml";
        var census = new WordCensus();
        using XmlCursor xml = package.Xml(main, census.See) ?? throw ZipPackage.Damaged($"缺少 {main} / no {main}");
        var manuscript = new Manuscript(options);
        string folder = main.Contains('/', StringComparison.Ordinal) ? main[..(main.LastIndexOf('/') + 1)] : "";
        WordStyles styles = WordStyles.Read(package, folder + "styles.xml");
        var body = new WordBody(xml, main, manuscript, new WordNumbering(WordLists.Read(package, folder + "numbering.xml"), styles), census);
        for (var root = xml.Children(); root.Next();)
        {
            for (var child = xml.Children(); child.Next();)
            {
                if (xml.Name == "body") body.Blocks();
            }
        }

        body.End();
        return manuscript.ToSource(path) with { Remarks = [.. census.Remarks(package, folder)] };
    }
}
