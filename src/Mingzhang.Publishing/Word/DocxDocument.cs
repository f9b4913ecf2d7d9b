using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Publishing.Documents;
using Mingzhang.Publishing.Packages;

namespace Mingzhang.Publishing.Word;

/// <summary>
/// Writes a disclosure as a Word document in the form of official documents: A4, prescribed margins and fonts, contents, the forms with their
/// heads repeated on every page and wide ones on landscape pages, charts that Word can edit. The same disclosure gives the same bytes.
/// </summary>
public static class DocxDocument
{
    private const string StylesId = "rId1", FontsId = "rId2", SettingsId = "rId3", FooterId = "rId4";

    /// <summary>Writes the document.</summary>
    /// <param name="disclosure">What to write.</param>
    /// <param name="stream">Where to; at its present place.</param>
    /// <param name="pages">The pages of the contents; where they are not known, Word finds them when it opens the document.</param>
    public static void Write(Disclosure disclosure, Stream stream, PageNumbers? pages = null)
    {
        ImmutableArray<Block> blocks = DocumentBlocks.Of(disclosure);
        using var buffer = new MemoryStream();
        using (WordprocessingDocument package = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document, autoSave: true))
        {
            MainDocumentPart main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rId1");
            WordStyles.Write(main.AddNewPart<StyleDefinitionsPart>(StylesId), ContentsSize.Of(blocks.OfType<ContentsBlock>().FirstOrDefault()));
            WordFonts.Write(main.AddNewPart<FontTablePart>(FontsId));
            Settings settings = new(new Zoom { Percent = "100" });
            if (pages is null) settings.Append(new UpdateFieldsOnOpen { Val = true });
            settings.Append(new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" });
            main.AddNewPart<DocumentSettingsPart>(SettingsId).Settings = settings;
            main.AddNewPart<FooterPart>(FooterId).Footer = Footer();
            WordBody body = new(main, FooterId, pages ?? PageNumbers.Unknown);
            main.Document = new Document(body.Of(blocks));
            CoreFilePropertiesPart properties = package.AddCoreFilePropertiesPart();
            package.ChangeIdOfPart(properties, "rId2");
            CoreProperties.Write(properties, disclosure);
        }

        StablePackage.Copy(buffer, stream);
    }

    /// <summary>The page number in the middle: <c>- 3 -</c>.</summary>
    private static Footer Footer() => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Footer }),
        new Run(new Text("- ") { Space = SpaceProcessingModeValues.Preserve }),
        new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " },
        new Run(new Text(" -") { Space = SpaceProcessingModeValues.Preserve })));
}
