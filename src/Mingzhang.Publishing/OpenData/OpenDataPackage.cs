using System.Collections.Immutable;
using System.Text.Json;
using Mingzhang.Core.Disclosures;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.Packages;

namespace Mingzhang.Publishing.OpenData;

/// <summary>
/// Writes a disclosure as open data: tidy CSV files (UTF-8 without byte-order mark, LF, RFC 4180) and <c>datapackage.json</c>, which describes
/// them (Frictionless Data Package: columns, types, codes, units, keys). Texts that a spreadsheet would take for a formula begin with an
/// apostrophe; numbers stand as printed.
/// </summary>
public static class OpenDataPackage
{
    /// <summary>The name of the description.</summary>
    public const string DescriptionName = "datapackage.json";

    /// <summary>Writes every file.</summary>
    /// <param name="disclosure">What to write.</param>
    /// <param name="open">Opens a file of the package for writing by its name; each is closed when it is complete.</param>
    public static void Write(Disclosure disclosure, Func<string, Stream> open)
    {
        ImmutableArray<DataFile> files = DataFiles.Of(disclosure);
        foreach (DataFile file in files)
        {
            using Stream stream = open(file.Name + ".csv");
            file.Write(stream);
        }

        using Stream description = open(DescriptionName);
        ContractWriter.Write(description, json => Describe(json, disclosure, files));
    }

    private static void Describe(Utf8JsonWriter json, Disclosure disclosure, ImmutableArray<DataFile> files)
    {
        json.WriteStartObject();
        json.WriteString("profile", "tabular-data-package");
        json.WriteString("name", $"{(disclosure.Kind == DisclosureKind.Budget ? "budget" : "final-accounts")}-{disclosure.Year}");
        json.WriteString("title", Titles.Of(disclosure));
        json.WriteString("description", $"部门决算公开数据，金额单位为{disclosure.AmountUnit}，数字与公开文件所印一致。以 = + - @ 开头的文字前加了英文单引号，避免被当作公式。");
        json.WriteStartArray("keywords");
        foreach (string word in (ReadOnlySpan<string>)["部门决算", "预算绩效", "final accounts"]) json.WriteStringValue(word);
        json.WriteEndArray();
        json.WriteStartArray("contributors");
        json.WriteStartObject();
        json.WriteString("title", disclosure.Unit);
        json.WriteString("role", "publisher");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("licenses");
        json.WriteStartObject();
        json.WriteString("name", "other-open");
        json.WriteString("title", "依《中华人民共和国政府信息公开条例》主动公开的政府信息");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("edition", disclosure.Edition.Id);
        json.WriteStartArray("resources");
        foreach (DataFile file in files) Describe(json, file, files);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Describe(Utf8JsonWriter json, DataFile file, ImmutableArray<DataFile> files)
    {
        json.WriteStartObject();
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("name", file.Name);
        json.WriteString("path", file.Name + ".csv");
        json.WriteString("title", file.Title);
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        json.WriteStartObject("dialect");
        json.WriteString("delimiter", ",");
        json.WriteString("lineTerminator", "\n");
        json.WriteBoolean("header", true);
        json.WriteEndObject();
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (DataField field in file.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("type", field.Type);
            json.WriteString("title", field.Title);
            ContractWriter.Text(json, "description", field.Description);
            bool required = file.Key.Contains(field.Name);
            if (field.Values.Length > 0 || required)
            {
                json.WriteStartObject("constraints");
                if (required) json.WriteBoolean("required", true);
                if (field.Values.Length > 0) Texts(json, "enum", field.Values.Split(' '));
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        Texts(json, "missingValues", [""]);
        if (!file.Key.IsEmpty) Texts(json, "primaryKey", [.. file.Key]);
        if (file.Name == "indicators" && files.Any(f => f.Name == "evaluations"))
        {
            json.WriteStartArray("foreignKeys");
            json.WriteStartObject();
            json.WriteString("fields", "evaluation");
            json.WriteStartObject("reference");
            json.WriteString("resource", "evaluations");
            json.WriteString("fields", "evaluation");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, string[] texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
