using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Mingzhang.Publishing.Documents;
using Mingzhang.Publishing.Packages;

namespace Mingzhang.Publishing.Word;

/// <summary>The contents: a field that the word processor can renew, filled with the printed lines, links and page numbers.</summary>
internal static class WordContents
{
    private const string Instruction = @" TOC \o ""1-2"" \h \z \t ""FormTitle,2"" ";

    /// <summary>The paragraphs.</summary>
    public static IEnumerable<Paragraph> Of(ContentsBlock contents, Bookmarks bookmarks, PageNumbers pages)
    {
        for (int i = 0; i < contents.Lines.Length; i++)
        {
            ContentsLine line = contents.Lines[i];
            Paragraph paragraph = new(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Contents + line.Level }));
            if (i == 0) paragraph.Append(Mark(FieldCharValues.Begin), Code(Instruction), Mark(FieldCharValues.Separate));
            if (line.Target is { } target && bookmarks.Of(target) is { } bookmark)
            {
                Hyperlink link = new(Words(line.Text), new Run(new TabChar())) { Anchor = bookmark, History = true };
                link.Append(Mark(FieldCharValues.Begin), Code($" PAGEREF {bookmark} \\h "), Mark(FieldCharValues.Separate));
                link.Append(Words(pages.Pages.TryGetValue(target, out int page) ? page.ToString(CultureInfo.InvariantCulture) : ""), Mark(FieldCharValues.End));
                paragraph.Append(link);
            }
            else
            {
                paragraph.Append(Words(line.Text));
            }

            if (i == contents.Lines.Length - 1) paragraph.Append(Mark(FieldCharValues.End));
            yield return paragraph;
        }
    }

    private static Run Words(string text) => new(new Text(XmlText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });

    private static Run Code(string instruction) => new(new FieldCode(instruction) { Space = SpaceProcessingModeValues.Preserve });

    private static Run Mark(FieldCharValues kind) => new(new FieldChar { FieldCharType = kind });
}
