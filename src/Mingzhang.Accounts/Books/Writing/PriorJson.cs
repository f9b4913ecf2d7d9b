using System.Text.Encodings.Web;
using System.Text.Json;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Accounts.Books.Writing;

/// <summary>Last year's figures in the shape of <c>mingzhang read --format json</c>.</summary>
internal static class PriorJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static void Write(PriorYear prior, string unit, string path)
    {
        using FileStream stream = File.Create(path);
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteStartObject("document");
        json.WriteString("kind", "finalAccounts");
        json.WriteNumber("year", prior.Year.Value);
        json.WriteString("unit", unit);
        json.WriteString("amountUnit", "万元");
        json.WriteString("edition", "final-accounts/" + prior.EditionYear);
        json.WriteEndObject();
        json.WriteStartArray("statements");
        foreach (IGrouping<string, KeyValuePair<Address, Printed>> form in prior.Cells.GroupBy(c => c.Key.Form).OrderBy(g => g.Key, StringComparer.Ordinal)) WriteForm(json, form, prior.PartialForms.Contains(form.Key));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteForm(Utf8JsonWriter json, IGrouping<string, KeyValuePair<Address, Printed>> form, bool partial)
    {
        json.WriteStartObject();
        json.WriteString("form", form.Key);
        json.WriteString("state", partial ? "partial" : "read");
        json.WriteStartArray("rows");
        foreach (IGrouping<string, KeyValuePair<Address, Printed>> row in form.GroupBy(c => c.Key.Row).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("key", row.Key);
            json.WriteStartObject("cells");
            foreach ((Address cell, Printed figure) in row.OrderBy(c => c.Key.Column.Length).ThenBy(c => c.Key.Column, StringComparer.Ordinal)) json.WriteString(cell.Column, figure.ToString());
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
