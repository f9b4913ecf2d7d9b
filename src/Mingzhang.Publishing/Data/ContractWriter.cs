using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Data;

/// <summary>What the JSON documents of the contract share: layout, names, the document's head. Empty members are left out.</summary>
internal static class ContractWriter
{
    // Chinese stays readable. The output is a file or a stream, never part of a page, so HTML characters need no escape.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream stream, Action<Utf8JsonWriter> body)
    {
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            body(json);
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>One document as an object; a list as an array with an object a document.</summary>
    public static void WriteAll(Stream stream, IEnumerable<Examined> documents, bool asList, Action<Utf8JsonWriter, Examined> body) =>
        Write(stream, json =>
        {
            if (asList) json.WriteStartArray();
            foreach (Examined document in documents)
            {
                if (document.Problem is { } problem) WriteProblem(json, document.File, problem.Zh, problem.En);
                else body(json, document);
                // Written as they come: a folder of documents is not held in memory.
                json.Flush();
            }

            if (asList) json.WriteEndArray();
        });

    public static void WriteDocument(Utf8JsonWriter json, Disclosure disclosure, string? file, string language)
    {
        json.WriteStartObject("document");
        if (file is not null) json.WriteString("file", file);
        json.WriteString("kind", Name(disclosure.Kind));
        json.WriteNumber("year", disclosure.Year.Value);
        Text(json, "unit", disclosure.Unit);
        json.WriteString("amountUnit", disclosure.AmountUnit);
        json.WriteString("edition", disclosure.Edition.Id);
        WriteEdition(json, disclosure);
        if (disclosure.Source.Pages is { } pages) json.WriteNumber("pages", pages);
        json.WriteNumber("lines", disclosure.Source.Lines.Length);
        WriteFiles(json, disclosure.Source);
        if (!disclosure.Source.Remarks.IsEmpty)
        {
            json.WriteStartArray("remarks");
            foreach (Core.Findings.Text remark in disclosure.Source.Remarks) json.WriteStringValue(remark.In(language));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>The edition's name, whether the document is of it, and what the document shows.</summary>
    private static void WriteEdition(Utf8JsonWriter json, Disclosure disclosure)
    {
        Text(json, "editionName", disclosure.Edition.Name);
        if (disclosure.EditionBasis is not { } basis) return;
        json.WriteBoolean("editionKnown", basis.Known);
        json.WriteStartArray("editionEvidence");
        foreach (Core.Findings.Text said in basis.Evidence)
        {
            json.WriteStartObject();
            json.WriteString("zh", said.Zh);
            json.WriteString("en", said.En);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) json.WriteString(name, value);
    }

    /// <summary><c>line</c>, <c>page</c> where pages are known, <c>file</c> where several were read as one; <c>sheet</c> and <c>cell</c> of a workbook.</summary>
    public static void Place(Utf8JsonWriter json, SourceText source, TextSpan span)
    {
        if (!span.IsSome) return;
        Text(json, "file", source.FileOf(span.Line)?.Name);
        if (source.PageOf(span) is { } page) json.WriteNumber("page", page);
        json.WriteNumber("line", span.Line);
        if (FindingPlace.CellOf(source, span) is not { } cell) return;
        json.WriteString("sheet", cell.Sheet);
        json.WriteString("cell", cell.Reference);
    }

    /// <summary><c>boxes</c>: the places of a stretch on the pages, where they are known.</summary>
    public static void Boxes(Utf8JsonWriter json, SourceText source, TextSpan span)
    {
        ImmutableArray<PagePlace> places = source.PlacesOf(span);
        if (places.IsEmpty) return;
        json.WriteStartArray("boxes");
        foreach (PagePlace place in places)
        {
            json.WriteStartObject();
            Box(json, place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Confidence(json, source, span);
    }

    /// <summary><c>page</c> and <c>box</c> of the first line of print of a stretch, and its confidence where it was recognised from an image; nothing where they are not known.</summary>
    public static void Box(Utf8JsonWriter json, SourceText source, TextSpan span)
    {
        if (source.PlacesOf(span) is not [var first, ..]) return;
        Box(json, first);
        Confidence(json, source, span);
    }

    private static void Box(Utf8JsonWriter json, PagePlace place)
    {
        json.WriteNumber("page", place.Page);
        json.WriteStartArray("box");
        foreach (float edge in (ReadOnlySpan<float>)[place.Box.Left, place.Box.Top, place.Box.Right, place.Box.Bottom]) json.WriteNumberValue(Math.Round((decimal)edge, 1));
        json.WriteEndArray();
    }

    private static void Confidence(Utf8JsonWriter json, SourceText source, TextSpan span)
    {
        if (source.ConfidenceOf(span) is < 1 and var confidence) json.WriteNumber("confidence", Math.Round((decimal)confidence, 2));
    }

    /// <summary>The name of an enumeration's member as the contract spells it: <c>notRun</c>.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum
    {
        string name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static void WriteFiles(Utf8JsonWriter json, SourceText source)
    {
        if (source.Files.IsEmpty) return;
        json.WriteStartArray("files");
        foreach (SourceFile file in source.Files)
        {
            json.WriteStartObject();
            json.WriteString("file", file.Name);
            json.WriteNumber("firstLine", file.FirstLine);
            if (file.FirstPage > 0) json.WriteNumber("firstPage", file.FirstPage);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProblem(Utf8JsonWriter json, string file, string zh, string en)
    {
        json.WriteStartObject();
        json.WriteStartObject("document");
        json.WriteString("file", file);
        json.WriteEndObject();
        json.WriteStartObject("problem");
        json.WriteString("zh", zh);
        json.WriteString("en", en);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
