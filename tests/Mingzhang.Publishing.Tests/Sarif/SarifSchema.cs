using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mingzhang.Publishing.Tests.Sarif;

/// <summary>
/// The constraints that the official schema (sarif-schema-2.1.0.json) puts on the objects that we write: which members each may have
/// (the schema allows no others), which it must have, their types, enumerations, least numbers and uniqueness.
/// </summary>
internal static partial class SarifSchema
{
    private static readonly Dictionary<string, (string[] Required, Dictionary<string, string> Members)> Objects = new()
    {
        ["sarifLog"] = (["version", "runs"], new() { ["$schema"] = "uri", ["version"] = "=2.1.0", ["runs"] = "[run]", ["properties"] = "bag" }),
        ["run"] = (["tool"], new()
        {
            ["tool"] = "tool", ["language"] = "language", ["columnKind"] = "=utf16CodeUnits|unicodeCodePoints", ["invocations"] = "[invocation]",
            ["artifacts"] = "[!artifact]", ["results"] = "[result]", ["properties"] = "bag",
        }),
        ["tool"] = (["driver"], new() { ["driver"] = "toolComponent", ["properties"] = "bag" }),
        ["toolComponent"] = (["name"], new()
        {
            ["name"] = "string", ["fullName"] = "string", ["version"] = "string", ["semanticVersion"] = "string", ["rules"] = "[!reportingDescriptor]", ["properties"] = "bag",
        }),
        ["reportingDescriptor"] = (["id"], new()
        {
            ["id"] = "string", ["shortDescription"] = "multiformatMessageString", ["fullDescription"] = "multiformatMessageString",
            ["defaultConfiguration"] = "reportingConfiguration", ["properties"] = "bag",
        }),
        ["reportingConfiguration"] = ([], new() { ["enabled"] = "boolean", ["level"] = "level", ["properties"] = "bag" }),
        ["multiformatMessageString"] = (["text"], new() { ["text"] = "string", ["markdown"] = "string" }),
        ["message"] = (["text"], new() { ["text"] = "string", ["markdown"] = "string" }),
        ["invocation"] = (["executionSuccessful"], new() { ["executionSuccessful"] = "boolean", ["toolExecutionNotifications"] = "[notification]", ["properties"] = "bag" }),
        ["notification"] = (["message"], new() { ["message"] = "message", ["level"] = "level", ["locations"] = "[!location]", ["properties"] = "bag" }),
        ["artifact"] = ([], new() { ["location"] = "artifactLocation", ["properties"] = "bag" }),
        ["artifactLocation"] = ([], new() { ["uri"] = "uri", ["index"] = "-1", ["properties"] = "bag" }),
        ["result"] = (["message"], new()
        {
            ["ruleId"] = "string", ["ruleIndex"] = "-1", ["level"] = "level", ["message"] = "message", ["locations"] = "[location]",
            ["relatedLocations"] = "[!location]", ["partialFingerprints"] = "strings", ["properties"] = "bag",
        }),
        ["location"] = ([], new()
        {
            ["id"] = "-1", ["physicalLocation"] = "physicalLocation", ["logicalLocations"] = "[!logicalLocation]", ["message"] = "message", ["properties"] = "bag",
        }),
        ["physicalLocation"] = (["artifactLocation"], new() { ["artifactLocation"] = "artifactLocation", ["region"] = "region", ["properties"] = "bag" }),
        ["region"] = ([], new() { ["startLine"] = "1", ["startColumn"] = "1", ["endLine"] = "1", ["endColumn"] = "1", ["snippet"] = "artifactContent", ["properties"] = "bag" }),
        ["artifactContent"] = ([], new() { ["text"] = "string", ["properties"] = "bag" }),
        ["logicalLocation"] = ([], new() { ["name"] = "string", ["fullyQualifiedName"] = "string", ["kind"] = "string", ["properties"] = "bag" }),
    };

    /// <summary>What is wrong with a log; empty if it is valid.</summary>
    public static List<string> Violations(JsonElement log)
    {
        var wrong = new List<string>();
        Check(log, "sarifLog", "$", wrong);
        return wrong;
    }

    private static void Check(JsonElement value, string type, string path, List<string> wrong)
    {
        if (type.StartsWith('[')) CheckArray(value, type[1..^1], path, wrong);
        else if (Objects.TryGetValue(type, out var definition)) CheckObject(value, definition, path, wrong);
        else if (!IsValid(value, type)) wrong.Add($"{path}: {value.GetRawText()} is no {type}");
    }

    private static void CheckArray(JsonElement value, string type, string path, List<string> wrong)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            wrong.Add($"{path}: is no array");
            return;
        }

        JsonElement[] items = [.. value.EnumerateArray()];
        bool unique = type.StartsWith('!');
        if (unique && items.Select(i => i.GetRawText()).Distinct().Count() != items.Length) wrong.Add($"{path}: items are not unique");
        for (int i = 0; i < items.Length; i++) Check(items[i], unique ? type[1..] : type, $"{path}[{i}]", wrong);
    }

    private static void CheckObject(JsonElement value, (string[] Required, Dictionary<string, string> Members) definition, string path, List<string> wrong)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            wrong.Add($"{path}: is no object");
            return;
        }

        foreach (string name in definition.Required.Where(n => !value.TryGetProperty(n, out _))) wrong.Add($"{path}: lacks {name}");
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (definition.Members.TryGetValue(member.Name, out string? type)) Check(member.Value, type, $"{path}.{member.Name}", wrong);
            else wrong.Add($"{path}: may not have {member.Name}");
        }
    }

    private static bool IsValid(JsonElement value, string type) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "bag" => value.ValueKind == JsonValueKind.Object,
        "strings" => value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.String),
        "uri" => value.ValueKind == JsonValueKind.String && Uri.TryCreate(value.GetString(), UriKind.RelativeOrAbsolute, out _) && value.GetString()!.All(c => c is > ' ' and < '\u007f'),
        "language" => value.ValueKind == JsonValueKind.String && Language().IsMatch(value.GetString()!),
        "level" => value.GetString() is "none" or "note" or "warning" or "error",
        _ when type.StartsWith('=') => type[1..].Split('|').Contains(value.GetString()),
        _ => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= int.Parse(type),
    };

    [GeneratedRegex("^[a-zA-Z]{2}(-[a-zA-Z]{2})?$")]
    private static partial Regex Language();
}
