using System.Text;
using System.Text.Json;
using CsvHelper;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.OpenData;

namespace Mingzhang.Product.Tests.Publishing;

public sealed class OpenDataTests
{
    private static readonly Dictionary<string, byte[]> Package = Write(BuiltDisclosure.FromBook);

    [Fact]
    public void The_description_names_the_columns_of_every_file()
    {
        foreach (JsonElement resource in Description().GetProperty("resources").EnumerateArray())
        {
            string[] fields = [.. resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString()!)];
            List<string[]> rows = Rows(Package[resource.GetProperty("path").GetString()!]);
            Assert.Equal(fields, rows[0]);
            Assert.All(rows, r => Assert.Equal(fields.Length, r.Length));
        }

        Assert.Equal(Package.Count - 1, Description().GetProperty("resources").GetArrayLength());
    }

    [Fact]
    public void Values_are_of_the_type_that_is_described_and_keys_are_unique()
    {
        foreach (JsonElement resource in Description().GetProperty("resources").EnumerateArray())
        {
            JsonElement schema = resource.GetProperty("schema");
            JsonElement[] fields = [.. schema.GetProperty("fields").EnumerateArray()];
            List<string[]> rows = [.. Rows(Package[resource.GetProperty("path").GetString()!]).Skip(1)];
            for (int i = 0; i < fields.Length; i++)
            {
                string type = fields[i].GetProperty("type").GetString()!;
                int column = i;
                Assert.All(rows, r => Assert.True(r[column].Length == 0 || type switch
                {
                    "integer" => int.TryParse(r[column], out _),
                    "number" => decimal.TryParse(r[column], out _),
                    "boolean" => r[column] is "true" or "false",
                    _ => true,
                }, $"{type}: {r[column]}"));
            }

            if (!schema.TryGetProperty("primaryKey", out JsonElement key)) continue;
            int[] columns = [.. key.EnumerateArray().Select(k => Array.FindIndex(fields, f => f.GetProperty("name").GetString() == k.GetString()))];
            string[] keys = [.. rows.Select(r => string.Join('|', columns.Select(c => r[c])))];
            Assert.Equal(keys.Distinct(), keys);
        }
    }

    [Fact]
    public void Every_figure_of_the_forms_is_a_row() =>
        Assert.Equal(
            BuiltDisclosure.FromBook.Statements.SelectMany(s => s.Rows.SelectMany(r => r.Cells.Select(c => $"{new Address(s.Form, r.Key, c.Column)}={c.Figure}"))),
            Rows(Package["cells.csv"]).Skip(1).Select(r => $"{r[0]}={r[8]}"));

    [Fact]
    public void Every_claim_is_a_row() => Assert.Equal(BuiltDisclosure.FromBook.Claims.Length, Rows(Package["claims.csv"]).Count - 1);

    [Fact]
    public void Texts_that_look_like_formulas_are_neutralised()
    {
        Dictionary<string, byte[]> package = Write(BuiltDisclosure.WithHostileText);
        foreach (byte[] file in package.Where(f => f.Key.EndsWith(".csv", StringComparison.Ordinal)).Select(f => f.Value))
            Assert.All(Rows(file).SelectMany(r => r), v => Assert.False(v is ['=' or '+' or '@', ..], v));
        Assert.Contains(Rows(package["keywork.csv"]), r => r[1].StartsWith("'+1", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_disclosure_gives_the_same_bytes()
    {
        foreach ((string name, byte[] bytes) in Write(BuiltDisclosure.FromBook)) Assert.Equal(Package[name], bytes);
    }

    [Fact]
    public void The_JSON_of_a_built_disclosure_has_every_cell()
    {
        JsonElement json = JsonDocument.Parse(BuiltDisclosure.Bytes(s => ReadJson.Write(BuiltDisclosure.FromBook, s))).RootElement;
        int cells = json.GetProperty("statements").EnumerateArray().SelectMany(s => s.GetProperty("rows").EnumerateArray()).Sum(r => r.GetProperty("cells").EnumerateObject().Count());
        Assert.Equal(BuiltDisclosure.FromBook.Statements.Sum(s => s.Rows.Sum(r => r.Cells.Length)), cells);
    }

    private static JsonElement Description() => JsonDocument.Parse(Package[OpenDataPackage.DescriptionName]).RootElement;

    private static Dictionary<string, byte[]> Write(Disclosure disclosure)
    {
        var files = new Dictionary<string, MemoryStream>();
        OpenDataPackage.Write(disclosure, name => files[name] = new MemoryStream());
        return files.ToDictionary(f => f.Key, f => f.Value.ToArray());
    }

    private static List<string[]> Rows(byte[] csv)
    {
        using CsvReader reader = CsvReader.FromText(Encoding.UTF8.GetString(csv), new CsvReaderOptions { HasHeader = false });
        List<string[]> rows = [];
        while (reader.Read()) rows.Add(reader.Current.ToArray());
        return rows;
    }
}
