using System.IO.Compression;
using System.Xml;
using Mingzhang.Accounts.Books;

namespace Mingzhang.Accounts.Imports.Sheets;

/// <summary>
/// Finds the cells of an .xlsx workbook that hold a formula without a calculated value, or an error value. The spreadsheet library gives nothing for
/// them, as for blank cells, and an amount would be lost silently.
/// </summary>
internal static class FaultyCells
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The places, 0-based, by sheet name.</summary>
    internal static Dictionary<string, Dictionary<(int Row, int Column), CellFault>> Find(ZipArchive zip, BookLimits limits)
    {
        var found = new Dictionary<string, Dictionary<(int, int), CellFault>>();
        Dictionary<string, string> targets = Targets(zip, limits);
        using XmlReader? workbook = Open(zip, "xl/workbook.xml", limits);
        while (workbook?.Read() == true)
        {
            if (workbook.NodeType != XmlNodeType.Element || workbook.LocalName != "sheet") continue;
            string name = workbook.GetAttribute("name") ?? "", id = workbook.GetAttribute("id", Relations) ?? "";
            if (targets.TryGetValue(id, out string? part)) found[name] = InSheet(zip, part, limits);
        }

        return found;
    }

    private static Dictionary<string, string> Targets(ZipArchive zip, BookLimits limits)
    {
        var targets = new Dictionary<string, string>();
        using XmlReader? relations = Open(zip, "xl/_rels/workbook.xml.rels", limits);
        while (relations?.Read() == true)
        {
            if (relations.NodeType != XmlNodeType.Element || relations.LocalName != "Relationship") continue;
            string target = relations.GetAttribute("Target") ?? "";
            targets[relations.GetAttribute("Id") ?? ""] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }

        return targets;
    }

    private static Dictionary<(int Row, int Column), CellFault> InSheet(ZipArchive zip, string part, BookLimits limits)
    {
        var faults = new Dictionary<(int, int), CellFault>();
        using XmlReader? xml = Open(zip, part, limits);
        string place = "";
        bool formula = false, value = false, error = false;
        while (xml?.Read() == true)
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "c"):
                    (place, formula, value, error) = (xml.GetAttribute("r") ?? "", false, false, xml.GetAttribute("t") == "e");
                    break;
                case (XmlNodeType.Element, "f"):
                    formula = true;
                    break;
                case (XmlNodeType.Element, "v" or "is"):
                    value = !xml.IsEmptyElement;
                    break;
                case (XmlNodeType.EndElement, "c") when error && Place(place) is { } at:
                    faults[at] = new CellFault(new("错误值（如 #REF!、#VALUE!）", "an error value (like #REF! or #VALUE!)"));
                    break;
                case (XmlNodeType.EndElement, "c") when formula && !value && Place(place) is { } at:
                    faults[at] = new CellFault(new("公式没有计算结果", "a formula that was never calculated"));
                    break;
            }
        }

        return faults;
    }

    private static (int Row, int Column)? Place(string reference)
    {
        int digits = reference.AsSpan().IndexOfAnyInRange('0', '9');
        return digits > 0 && Sheet.Column(reference[..digits]) is >= 0 and var column && int.TryParse(reference.AsSpan(digits), out int row) && row > 0 ? (row - 1, column) : null;
    }

    private static XmlReader? Open(ZipArchive zip, string part, BookLimits limits)
    {
        // The declared sizes were checked, but an archive can lie: the reader stops at the limit by itself.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = limits.UnpackedBytes, CloseInput = true };
        return zip.GetEntry(part) is { } entry ? XmlReader.Create(entry.Open(), settings) : null;
    }
}
