using Mingzhang.Reading.Formats.Programs;

namespace Mingzhang.Reading.Formats.Pdf.Objects;

/// <summary>
/// The objects of a PDF file, found by going through it rather than by its table of places, so that a damaged table does no harm; of an object
/// written again the last one counts. Only what draws lines is read here; text comes from poppler.
/// </summary>
internal sealed class PdfFile
{
    private const int MostObjects = 1_000_000, DeepestTree = 60, MostOperations = 30_000_000, OperationsTimed = 10_000;

    private readonly Dictionary<int, object?> _objects = [];
    private readonly PdfFilters _filters;
    private readonly Deadline _deadline;
    private readonly ReadOnlyMemory<byte> _bytes;
    private PdfDictionary? _catalog;
    private int _operations = MostOperations;
    private long _packed;

    private PdfFile(byte[] bytes, long mostUnpacked, Deadline deadline)
    {
        _bytes = bytes;
        _deadline = deadline;
        _filters = new PdfFilters(mostUnpacked);
        _packed = mostUnpacked;
    }

    /// <summary>Whether the file is encrypted; its streams cannot be read here then.</summary>
    internal bool IsEncrypted { get; private set; }

    /// <summary>Takes one drawing operation from what the whole file may use; false where nothing is left, of them or of the time.</summary>
    internal bool Spend()
    {
        if (_operations <= 0 || --_operations <= 0) return false;
        if (_operations % OperationsTimed == 0 && _deadline.IsOver) _operations = 0;
        return _operations > 0;
    }

    /// <summary>Reads the objects.</summary>
    internal static PdfFile Read(byte[] bytes, long mostUnpacked, Deadline deadline)
    {
        var file = new PdfFile(bytes, mostUnpacked, deadline);
        file.Scan();
        return file;
    }

    /// <summary>The pages in order, with what they inherit.</summary>
    internal List<PdfDictionary> Pages(int most)
    {
        var pages = new List<PdfDictionary>();
        if (!IsEncrypted && Get(_catalog, "Pages") is PdfDictionary root) Collect(root, new PdfDictionary(), pages, new HashSet<object>(ReferenceEqualityComparer.Instance), most);
        return pages;
    }

    /// <summary>An entry of a dictionary, references followed.</summary>
    internal object? Get(PdfDictionary? dictionary, string key) => dictionary is not null && dictionary.TryGetValue(key, out object? value) ? Follow(value) : null;

    /// <summary>What a reference refers to; other values as they are.</summary>
    internal object? Follow(object? value)
    {
        for (int i = 0; i < 10 && value is PdfReference reference; i++) value = Object(reference.Number);
        return value is PdfReference ? null : value;
    }

    /// <summary>The unpacked bytes of a stream; none if its filter is not known here.</summary>
    internal ReadOnlyMemory<byte> Unpack(PdfStream stream) => _filters.Unpack(stream, Get(stream.Dictionary, "Filter"), Get(stream.Dictionary, "DecodeParms"));

    private static int IndexFrom(ReadOnlySpan<byte> all, int start, ReadOnlySpan<byte> word) =>
        all[start..].IndexOf(word) is >= 0 and var at ? start + at : int.MaxValue;

    private static bool IsDigit(byte c) => c is >= (byte)'0' and <= (byte)'9';

    private void Scan()
    {
        ReadOnlySpan<byte> all = _bytes.Span;
        int at = 0, trailer = -1, found = -1;
        while (at < all.Length && _objects.Count < MostObjects && !_deadline.IsOver)
        {
            // Each is looked for again only when the last one found is passed.
            if (found < at) found = IndexFrom(all, at, "obj"u8);
            if (trailer < at) trailer = IndexFrom(all, at, "trailer"u8);
            if (trailer < found)
            {
                var reader = new PdfLexer(_bytes, trailer + 7);
                if (reader.Next(references: true) is PdfDictionary entries) Trailer(entries);
                at = Math.Max(trailer + 7, reader.Position);
                continue;
            }

            if (found == int.MaxValue) break;
            at = found + 3;
            if (NumberBefore(all, at - 3) is { } number) at = Object(number, at);
        }

        _catalog = Follow(_objects.GetValueOrDefault(-1)) as PdfDictionary;
        if (_catalog is not null) return;
        foreach (int number in _objects.Keys.ToArray())
        {
            if (Object(number) is not PdfDictionary candidate || candidate.GetValueOrDefault("Type") is not PdfName { Value: "Catalog" }) continue;
            _catalog = candidate;
            return;
        }
    }

    /// <summary>An object by its number; one in a stream of objects is read when it is asked for: most never are.</summary>
    private object? Object(int number)
    {
        object? value = _objects.GetValueOrDefault(number);
        if (value is not PackedObject packed) return value;
        var lexer = new PdfLexer(packed.Bytes);
        // All of them could be said to stand at the same place.
        value = _packed > 0 ? lexer.Next(references: true) : null;
        _packed -= lexer.Position;
        _objects[number] = value;
        return value;
    }

    /// <summary>The object's number in <c>12 0 obj</c>; null for <c>endobj</c> and others.</summary>
    private static int? NumberBefore(ReadOnlySpan<byte> all, int at)
    {
        int i = at - 1;
        while (i >= 0 && all[i] is 32 or 10 or 13 or 9) i--;
        int generation = i;
        while (i >= 0 && IsDigit(all[i])) i--;
        if (i == generation || i < 0 || all[i] is not (32 or 10 or 13 or 9)) return null;
        while (i >= 0 && all[i] is 32 or 10 or 13 or 9) i--;
        int last = i, number = 0, factor = 1;
        for (; i >= 0 && IsDigit(all[i]) && last - i < 8; i--, factor *= 10) number += (all[i] - '0') * factor;
        return i < last ? number : null;
    }

    private int Object(int number, int at)
    {
        var lexer = new PdfLexer(_bytes, at);
        object? value = lexer.Next(references: true);
        int after = lexer.Position;
        if (value is PdfDictionary dictionary)
        {
            lexer.SkipSpace();
            if (_bytes.Span[lexer.Position..].StartsWith("stream"u8)) (value, after) = Stream(dictionary, lexer.Position + 6);
            if (dictionary.GetValueOrDefault("Type") is PdfName { Value: "XRef" }) Trailer(dictionary);
        }

        _objects[number] = value;
        if (value is PdfStream { Dictionary: var of } stream && of.GetValueOrDefault("Type") is PdfName { Value: "ObjStm" } && !IsEncrypted) Packed(stream);
        return Math.Max(after, at);
    }

    private (PdfStream Stream, int After) Stream(PdfDictionary dictionary, int start)
    {
        ReadOnlySpan<byte> all = _bytes.Span;
        if (start < all.Length && all[start] == '\r') start++;
        if (start < all.Length && all[start] == '\n') start++;
        if (Get(dictionary, "Length") is double length && length >= 0 && length <= all.Length - start)
        {
            int told = start + (int)length;
            ReadOnlySpan<byte> rest = all[told..Math.Min(all.Length, told + 20)].TrimStart(" \r\n"u8);
            if (rest.StartsWith("endstream"u8)) return (new PdfStream(dictionary, _bytes[start..told]), told + 9);
        }

        int end = all[start..].IndexOf("endstream"u8);
        end = end < 0 ? all.Length : start + end;
        return (new PdfStream(dictionary, _bytes[start..end]), end);
    }

    /// <summary>The objects that a stream packs together.</summary>
    private void Packed(PdfStream stream)
    {
        if (Get(stream.Dictionary, "N") is not double count || Get(stream.Dictionary, "First") is not double first) return;
        ReadOnlyMemory<byte> content = Unpack(stream);
        var places = new PdfLexer(content);
        for (int i = 0; i < count && _objects.Count < MostObjects; i++)
        {
            if (places.Next(references: false) is not double number || places.Next(references: false) is not double offset) return;
            double at = first + offset;
            if (at < 0 || at >= content.Length || number is < 0 or > int.MaxValue) continue;
            _objects[(int)number] = new PackedObject(content[(int)at..]);
        }
    }

    private void Trailer(PdfDictionary entries)
    {
        IsEncrypted |= entries.ContainsKey("Encrypt");
        // The catalog may stand further on in the file: it is looked up at the end.
        if (entries.GetValueOrDefault("Root") is PdfReference root) _objects[-1] = root;
    }

    /// <summary>An object in a stream of objects that was not read yet.</summary>
    private sealed record PackedObject(ReadOnlyMemory<byte> Bytes);

    private void Collect(PdfDictionary node, PdfDictionary inherited, List<PdfDictionary> pages, HashSet<object> seen, int most, int depth = 0)
    {
        if (pages.Count >= most || seen.Count > most * 4 || !seen.Add(node)) return;
        var own = new PdfDictionary();
        foreach (string key in (ReadOnlySpan<string>)["Resources", "MediaBox", "CropBox", "Rotate"])
        {
            if ((node.GetValueOrDefault(key) ?? inherited.GetValueOrDefault(key)) is { } value) own[key] = value;
        }

        if (Get(node, "Kids") is List<object?> kids)
        {
            foreach (object? kid in kids)
            {
                if (Follow(kid) is PdfDictionary child && depth < DeepestTree) Collect(child, own, pages, seen, most, depth + 1);
            }

            return;
        }

        own["Contents"] = node.GetValueOrDefault("Contents");
        pages.Add(own);
    }
}
