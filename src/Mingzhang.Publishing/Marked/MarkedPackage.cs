using System.IO.Compression;
using System.Text;
using System.Xml;
using Mingzhang.Core.Sources;

namespace Mingzhang.Publishing.Marked;

/// <summary>An Office file that is copied with some parts changed or added; all other parts keep their bytes, their order and their times.</summary>
internal sealed class MarkedPackage : IDisposable
{
    private const long MostBytes = 1L << 30;
    private const string RelationshipNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _added = [];
    private long _left = MostBytes;

    /// <summary>Opens a package.</summary>
    public MarkedPackage(byte[] bytes)
    {
        try
        {
            _archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            foreach (ZipArchiveEntry entry in _archive.Entries) _entries.TryAdd(NameOf(entry), entry);
        }
        catch (InvalidDataException)
        {
            throw MarkedException.Broken();
        }
    }

    /// <summary>Whether there is a part of that name.</summary>
    public bool Has(string part) => _changed.ContainsKey(part) || _entries.ContainsKey(part);

    /// <summary>The XML of a part, well formed; null if there is none.</summary>
    public string? Xml(string part)
    {
        if (_changed.TryGetValue(part, out string? changed)) return changed;
        if (!_entries.TryGetValue(part, out ZipArchiveEntry? entry)) return null;
        byte[] bytes = Read(entry);
        TextEncoding encoding = TextEncoding.Of(bytes);
        try
        {
            string xml = encoding.Decoder.GetString(bytes, encoding.Mark, bytes.Length - encoding.Mark);
            Verify(part, xml);
            return xml;
        }
        catch (DecoderFallbackException)
        {
            throw MarkedException.Broken();
        }
    }

    /// <summary>Sets the XML of a part, and adds the part where there is none.</summary>
    public void Set(string part, string xml)
    {
        if (!Has(part)) _added.Add(part);
        _changed[part] = xml;
    }

    /// <summary>A name that no part has: <c>word/comments.xml</c>, <c>word/comments2.xml</c> …</summary>
    public string FreeName(string stem, string extension)
    {
        string name = stem + extension;
        for (int i = 2; Has(name); i++) name = $"{stem}{i}{extension}";
        return name;
    }

    /// <summary>The part that a part names by a kind of relationship (the last word of its type); null if there is none.</summary>
    public string? Related(string part, string kind) => Relations(part).Where(r => r.Type.EndsWith("/" + kind, StringComparison.Ordinal)).Select(r => r.Target).FirstOrDefault(Has);

    /// <summary>The part that a part names by a relationship's id; null if there is none.</summary>
    public string? RelatedById(string part, string id) => Relations(part).Where(r => r.Id == id).Select(r => r.Target).FirstOrDefault(Has);

    /// <summary>Names a part by a relationship of another and returns its id.</summary>
    public string Relate(string part, string type, string target)
    {
        string file = RelationsOf(part);
        string xml = Xml(file) ?? $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"{RelationshipNamespace}\"/>";
        HashSet<string> used = [.. Relations(part).Select(r => r.Id)];
        string id = "rIdMark1";
        for (int i = 2; used.Contains(id); i++) id = $"rIdMark{i}";
        string prefix = XmlTags.Root(xml).Prefix is { Length: > 0 } p ? p + ":" : "";
        Set(file, XmlEdits.IntoRoot(xml, $"<{prefix}Relationship Id=\"{id}\" Type=\"{type}\" Target=\"/{target}\"/>"));
        return id;
    }

    /// <summary>Says what a part is; by its name or by its extension where that is given with a dot.</summary>
    public void Declare(string part, string contentType)
    {
        const string file = "[Content_Types].xml";
        string xml = Xml(file) ?? throw MarkedException.Broken();
        string prefix = XmlTags.Root(xml).Prefix is { Length: > 0 } p ? p + ":" : "";
        if (part[0] == '.')
        {
            string extension = part[1..];
            foreach (XmlTag tag in XmlTags.Of(xml))
            {
                if (tag.Name == "Default" && string.Equals(tag.Attribute(xml, "Extension"), extension, StringComparison.OrdinalIgnoreCase)) return;
            }

            // Kinds of extensions stand first by custom; the order does not matter.
            Set(file, XmlEdits.IntoRoot(xml, $"<{prefix}Default Extension=\"{extension}\" ContentType=\"{contentType}\"/>"));
            return;
        }

        Set(file, XmlEdits.IntoRoot(xml, $"<{prefix}Override PartName=\"/{part}\" ContentType=\"{contentType}\"/>"));
    }

    /// <summary>Writes the copy.</summary>
    public void Write(Stream target)
    {
        foreach (string part in _changed.Keys) Verify(part, _changed[part]);
        using var result = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (ZipArchiveEntry entry in _archive.Entries)
        {
            ZipArchiveEntry copy = result.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = entry.LastWriteTime;
            using Stream to = copy.Open();
            if (_changed.TryGetValue(NameOf(entry), out string? xml) && _entries[NameOf(entry)] == entry) to.Write(Encoded(entry, xml));
            else Copy(entry, to);
        }

        foreach (string part in _added)
        {
            ZipArchiveEntry entry = result.CreateEntry(part, CompressionLevel.Optimal);
            entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using Stream to = entry.Open();
            to.Write(Encoding.UTF8.GetBytes(_changed[part]));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private IEnumerable<(string Id, string Type, string Target)> Relations(string part)
    {
        if (Xml(RelationsOf(part)) is not { } xml) yield break;
        string folder = part[..(part.LastIndexOf('/') + 1)];
        foreach (XmlTag tag in XmlTags.Of(xml))
        {
            if (tag.Name != "Relationship" || tag.Attribute(xml, "TargetMode") == "External") continue;
            string target = tag.Attribute(xml, "Target") ?? "";
            yield return (tag.Attribute(xml, "Id") ?? "", tag.Attribute(xml, "Type") ?? "", target.StartsWith('/') ? target[1..] : Resolved(folder + target));
        }
    }

    private static string Resolved(string path)
    {
        var steps = new List<string>();
        foreach (string step in path.Split('/'))
        {
            if (step == ".." && steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            else if (step is not (".." or "." or "")) steps.Add(step);
        }

        return string.Join('/', steps);
    }

    private static string RelationsOf(string part)
    {
        int slash = part.LastIndexOf('/') + 1;
        return $"{part[..slash]}_rels/{part[slash..]}.rels";
    }

    private static string NameOf(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/').TrimStart('/');

    private static void Verify(string part, string xml)
    {
        // Drawings of notes may hold breaks that are not closed; they are only added to at their end.
        if (part.EndsWith(".vml", StringComparison.OrdinalIgnoreCase)) return;
        try
        {
            using XmlReader reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
            }
        }
        catch (XmlException)
        {
            throw MarkedException.Broken();
        }
    }

    private byte[] Encoded(ZipArchiveEntry entry, string xml)
    {
        TextEncoding encoding = TextEncoding.Of(Read(entry));
        byte[] mark = encoding.Mark switch { 3 => [0xEF, 0xBB, 0xBF], 2 => encoding.Decoder.GetPreamble(), _ => [] };
        return [.. mark, .. encoding.Decoder.GetBytes(xml)];
    }

    private byte[] Read(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        Copy(entry, bytes);
        return bytes.ToArray();
    }

    private void Copy(ZipArchiveEntry entry, Stream to)
    {
        try
        {
            using Stream from = entry.Open();
            byte[] buffer = new byte[81920];
            while (from.Read(buffer) is > 0 and var read)
            {
                _left -= read;
                if (_left < 0) throw MarkedException.TooLarge();
                to.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            throw MarkedException.Broken();
        }
    }
}
