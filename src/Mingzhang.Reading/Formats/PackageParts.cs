using Mingzhang.Core.Findings;

namespace Mingzhang.Reading.Formats;

/// <summary>What a package says about its parts.</summary>
internal static class PackageParts
{
    /// <summary>The remark on a file with macros.</summary>
    internal static Text MacrosLeftOut { get; } = new("文件带有宏：未执行，未读取。", "The file has macros: they were neither run nor read.");

    /// <summary>The name of the part that holds the document itself; null where the package does not say or the part is missing.</summary>
    internal static string? MainPart(ZipPackage package)
    {
        using XmlCursor? xml = package.Xml("_rels/.rels");
        if (xml is null) return null;
        for (var root = xml.Children(); root.Next();)
        {
            for (var relation = xml.Children(); relation.Next();)
            {
                if (xml.Attribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) != true) continue;
                string? target = xml.Attribute("Target")?.TrimStart('/');
                if (target is not null && package.Has(target)) return target;
            }
        }

        return null;
    }

    /// <summary>The parts that a part names, by relation id.</summary>
    internal static Dictionary<string, string> Related(ZipPackage package, string part)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        int slash = part.LastIndexOf('/');
        string folder = slash < 0 ? "" : part[..(slash + 1)];
        using XmlCursor? xml = package.Xml($"{folder}_rels/{part[(slash + 1)..]}.rels");
        if (xml is null) return parts;
        for (var root = xml.Children(); root.Next();)
        {
            for (var relation = xml.Children(); relation.Next();)
            {
                if (xml.Attribute("TargetMode") == "External" || xml.Attribute("Id") is not { } id || xml.Attribute("Target") is not { } target) continue;
                parts[id] = target.StartsWith('/') ? target[1..] : folder + target;
            }
        }

        return parts;
    }
}
