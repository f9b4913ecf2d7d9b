namespace Mingzhang.Accounts.Books.Yaml;

/// <summary>Reads a file of <c>projects/</c>.</summary>
internal static class ProjectFile
{
    private static readonly string[] Categories = ["人员类", "运转类", "特定目标类"];
    private static readonly string[] Attributes = ["常年性", "延续性", "一次性"];

    internal static Project Read(Fields fields, IReadOnlySet<string>? units)
    {
        var project = new Project
        {
            Code = fields.Need("code"),
            Name = fields.Need("name"),
            Unit = fields.Need("unit"),
            Category = OneOf(fields, "category", Categories),
            Attribute = OneOf(fields, "attribute", Attributes),
            Use = fields.Text("use").TrimEnd('。', '；'),
            Classified = fields.Flag("classified"),
            Line = fields.Line,
            UseLine = fields.LineOf("use"),
        };
        UnitReference.Check(fields, project.Unit, units);
        fields.Done();
        return project;
    }

    private static string OneOf(Fields fields, string key, string[] choices)
    {
        string text = fields.Text(key);
        if (text.Length > 0 && !choices.Contains(text))
            fields.Error("book.value.term", key, new($"{key} 不能是“{text}”", $"{key} cannot be \"{text}\""), new($"应为 {string.Join('、', choices)} 之一，或不写", $"use one of {string.Join('、', choices)}, or leave it out"));
        return text;
    }
}

/// <summary>A unit named in a YAML file must be one of <c>unit.yaml</c>.</summary>
internal static class UnitReference
{
    internal static void Check(Fields fields, string unit, IReadOnlySet<string>? units)
    {
        if (unit.Length == 0 || units is null || units.Contains(unit)) return;
        Core.Findings.Text question = Problems.Nearest.Question(unit, units);
        fields.Error("book.value.unit", "unit", new($"未知的单位“{unit}”{question.Zh}", $"unknown unit \"{unit}\"{question.En}"), new("填写 unit.yaml 中 units 的代码", "use a code of unit.yaml's units"));
    }
}
