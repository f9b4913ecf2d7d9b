using System.Collections.Immutable;
using System.Text.Json;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Data;

/// <summary>Writes what a document says as data: <c>mingzhang read --format json</c> (docs/reports.md).</summary>
public static class ReadJson
{
    /// <summary>Writes one disclosure as UTF-8.</summary>
    public static void Write(Disclosure disclosure, Stream stream, string language = "zh") =>
        ContractWriter.Write(stream, json => WriteBody(json, disclosure, null, language));

    /// <summary>Writes several documents: an array with one object a document, or just the one.</summary>
    public static void Write(IEnumerable<Examined> documents, bool asList, Stream stream, string language = "zh") =>
        ContractWriter.WriteAll(stream, documents, asList, (json, document) => WriteBody(json, document.Disclosure!, document.File, language));

    private static void WriteBody(Utf8JsonWriter json, Disclosure disclosure, string? file, string language)
    {
        json.WriteStartObject();
        ContractWriter.WriteDocument(json, disclosure, file, language);
        json.WriteStartArray("statements");
        foreach (Statement statement in disclosure.Statements) WriteStatement(json, disclosure.Source, statement, language);
        json.WriteEndArray();
        json.WriteStartArray("evaluations");
        foreach (Evaluation evaluation in disclosure.Evaluations) EvaluationJson.Write(json, disclosure.Source, evaluation, language);
        json.WriteEndArray();
        GoalJson.Write(json, disclosure, language);
        NarrativeJson.Write(json, disclosure);
        ParticularsJson.Write(json, disclosure);
        WriteKeyWork(json, disclosure);
        WriteUnread(json, disclosure.Source, disclosure.Unread, language);
        json.WriteEndObject();
    }

    private static void WriteStatement(Utf8JsonWriter json, SourceText source, Statement statement, string language)
    {
        json.WriteStartObject();
        json.WriteString("form", statement.Form);
        json.WriteString("title", statement.Title);
        json.WriteString("state", ContractWriter.Name(statement.State));
        ContractWriter.Text(json, "amountUnit", statement.AmountUnit);
        ContractWriter.Place(json, source, statement.Heading);
        json.WriteStartArray("rows");
        foreach (StatementRow row in statement.Rows) WriteRow(json, source, row);
        json.WriteEndArray();
        WriteUnread(json, source, statement.Unread, language);
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, SourceText source, StatementRow row)
    {
        json.WriteStartObject();
        json.WriteString("key", row.Key);
        ContractWriter.Text(json, "caption", row.Caption);
        ContractWriter.Text(json, "partOf", row.Parent);
        ContractWriter.Place(json, source, row.Span);
        if (!row.Texts.IsEmpty)
        {
            json.WriteStartObject("texts");
            foreach (TextCell text in row.Texts) json.WriteString(text.Column, text.Text);
            json.WriteEndObject();
        }

        json.WriteStartObject("cells");
        foreach (Cell cell in row.Cells) json.WriteString(cell.Column, cell.Figure?.ToString() ?? cell.Text);
        json.WriteEndObject();
        WritePlaces(json, source, row);
        if (!row.UnreadColumns.IsEmpty)
        {
            json.WriteStartArray("unreadColumns");
            foreach (string column in row.UnreadColumns) json.WriteStringValue(column);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Where the cells stand on the pages.</summary>
    private static void WritePlaces(Utf8JsonWriter json, SourceText source, StatementRow row)
    {
        if (source.Marks.IsEmpty || row.Cells.IsEmpty) return;
        json.WriteStartObject("places");
        foreach (Cell cell in row.Cells)
        {
            json.WriteStartObject(cell.Column);
            ContractWriter.Box(json, source, cell.Span);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteKeyWork(Utf8JsonWriter json, Disclosure disclosure)
    {
        if (disclosure.KeyWork.IsEmpty) return;
        json.WriteStartArray("keyWork");
        foreach (KeyWorkRow row in disclosure.KeyWork)
        {
            json.WriteStartObject();
            ContractWriter.Text(json, "number", row.Number);
            ContractWriter.Text(json, "matter", row.Matter);
            ContractWriter.Text(json, "goal", row.Goal);
            ContractWriter.Text(json, "completion", row.Completion);
            ContractWriter.Place(json, disclosure.Source, row.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void WriteUnread(Utf8JsonWriter json, SourceText source, ImmutableArray<Unread> unread, string language)
    {
        if (unread.IsEmpty) return;
        json.WriteStartArray("unread");
        foreach (Unread item in unread)
        {
            json.WriteStartObject();
            ContractWriter.Place(json, source, item.Span);
            json.WriteString("text", item.Text);
            json.WriteString("why", Words.Of(item.Why).In(language));
            json.WriteString("reason", ContractWriter.Name(item.Why));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
