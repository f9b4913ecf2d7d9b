using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Product.Tests.CorpusScores;

/// <summary>What was read of a document against its hand-made reference, counted as the reference's own scorer does.</summary>
internal sealed partial class FactsScore
{
    public FactsScore(Disclosure read, JsonElement reference)
    {
        Dictionary<string, decimal> want = Cells(reference), got = [];
        foreach (var statement in read.Statements)
        {
            foreach (var row in statement.Rows)
            {
                foreach (Cell cell in row.Cells.Where(c => c.Figure is not null)) got[$"{statement.Form}[{row.Key}].{cell.Column}"] = cell.Figure!.Value.Value;
            }
        }

        foreach (var (address, value) in want)
        {
            if (!got.TryGetValue(address, out decimal found))
            {
                if (value != 0) Missing.Add($"{address} = {value}");
            }
            else if (found == value)
            {
                Right++;
            }
            else
            {
                Wrong.Add($"{address}: read {found}, printed {value}");
            }
        }

        Extra.AddRange(got.Where(g => !want.ContainsKey(g.Key) && g.Value != 0).Select(g => $"{g.Key} = {g.Value}"));
        List<JsonElement> evaluations = [.. reference.GetProperty("performance").EnumerateArray()];
        Evaluations = (read.Evaluations.Length, evaluations.Count);
        List<string> wanted = [.. evaluations.SelectMany(e => e.GetProperty("indicators").EnumerateArray()).Select(i => Triple(Text(i, "l3"), Text(i, "actual"), Text(i, "score")))];
        List<string> mine = [.. read.Evaluations.SelectMany(e => e.Indicators).Select(i => Triple(i.Name.Text, i.Actual?.Text ?? "", i.Score?.Text ?? ""))];
        Indicators = wanted.Count;
        foreach (string triple in mine) wanted.Remove(triple);
        IndicatorsExact = Indicators - wanted.Count;
        NotExact = wanted;
    }

    public int Right { get; }

    public List<string> Wrong { get; } = [];

    public List<string> Missing { get; } = [];

    public List<string> Extra { get; } = [];

    public (int Read, int Reference) Evaluations { get; }

    public int Indicators { get; }

    public int IndicatorsExact { get; }

    public IReadOnlyList<string> NotExact { get; }

    private static Dictionary<string, decimal> Cells(JsonElement reference)
    {
        Dictionary<string, decimal> cells = [];
        foreach (JsonProperty table in reference.GetProperty("tables").EnumerateObject())
        {
            if (FormName().Match(table.Name) is not { Success: true } match) continue;
            string form = match.Groups[1].Value;
            foreach (JsonElement row in table.Value.GetProperty("rows").EnumerateArray())
            {
                string key = form switch { "01" or "04" => Text(row, "line"), "09" => "1", _ => Text(row, "code") is { Length: > 0 } code ? code : Text(row, "name") is { Length: > 0 } name ? name : Text(row, "item") };
                if (key.Length == 0) continue;
                foreach (JsonProperty cell in row.EnumerateObject())
                {
                    string column = cell.Name switch { "amount" when form == "01" => Text(row, "side") == "income" ? "1" : "2", "amount" when form == "06" => "1", _ => ColumnName().IsMatch(cell.Name) ? cell.Name[1..] : "" };
                    if (column.Length > 0 && Number(cell.Value.ToString()) is { } value) cells[$"{form}[{key}].{column}"] = value;
                }
            }
        }

        return cells;
    }

    private static string Triple(string name, string actual, string score) =>
        $"{NonWord().Replace(name, "")}|{Blank().Replace(actual, "")}|{Number(score)?.ToString("0.####", CultureInfo.InvariantCulture)}";

    private static string Text(JsonElement row, string name) => row.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : "";

    private static decimal? Number(string text) =>
        decimal.TryParse(Unit().Replace(text, ""), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value : null;

    [GeneratedRegex(@"^公开(\d\d)$")]
    private static partial Regex FormName();

    [GeneratedRegex(@"^c\d+$")]
    private static partial Regex ColumnName();

    [GeneratedRegex(@"[,\s%]|万元|元|分")]
    private static partial Regex Unit();

    [GeneratedRegex(@"\W")]
    private static partial Regex NonWord();

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();
}
