using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Publishing.Packages;

/// <summary>Title, author and language of an Office file; no dates, which would differ between two runs.</summary>
internal static class CoreProperties
{
    private static readonly XNamespace Properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Terms = "http://purl.org/dc/elements/1.1/";

    /// <summary>Fills the part.</summary>
    public static void Write(CoreFilePropertiesPart part, Disclosure disclosure)
    {
        XElement root = new(
            Properties + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Properties),
            new XAttribute(XNamespace.Xmlns + "dc", Terms),
            new XElement(Terms + "title", XmlText.Clean(Titles.Of(disclosure))),
            new XElement(Terms + "subject", "部门决算公开"),
            new XElement(Terms + "creator", XmlText.Clean(disclosure.Unit)),
            new XElement(Terms + "language", "zh-CN"));
        using Stream stream = part.GetStream(FileMode.Create, FileAccess.Write);
        new XDocument(root).Save(stream);
    }
}
