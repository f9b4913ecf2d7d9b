using System.Collections.Immutable;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Statutes.Data;
using Mingzhang.Statutes.Formulas;

namespace Mingzhang.Statutes.Editions;

/// <summary>Relations of form files and of relations.yaml (docs/rule-language.md).</summary>
internal sealed class RelationReading(Func<string, FormDefinition?> forms)
{
    private readonly Dictionary<string, ImmutableArray<Address>> _conditions = [];

    /// <summary>Reads <c>conditions</c>: names with the cells that must be blank or zero.</summary>
    internal void ReadConditions(DataMap conditions)
    {
        foreach (DataEntry entry in conditions.Entries)
        {
            var cells = ImmutableArray.CreateBuilder<Address>();
            foreach (DataNode item in entry.Value.AsList(entry.Key.Value).Items)
            {
                DataText text = item.AsText("地址 (address)");
                cells.Add(RowNames.Resolve(text.Value, forms, out FormulaError? error) ?? throw text.Error(error!.Problem, error.Offset));
            }

            _conditions[entry.Key.Value] = cells.ToImmutable();
        }
    }

    /// <summary>Reads relations by id; those of a form (<paramref name="form"/>) may use the notation printed under it.</summary>
    internal ImmutableArray<Relation> Read(DataMap relations, FormDefinition? form, string source) =>
        [.. relations.Entries.Select(entry => Read(entry, form, source))];

    private Relation Read(DataEntry entry, FormDefinition? form, string source)
    {
        DataMap map = entry.Value.AsMap(entry.Key.Value).Only("formula", "meaning", "meaningEn", "severity", "when", "source");
        DataText formula = map.Need("formula").AsText("formula");
        if (!FormulaParser.TryParse(formula.Value, form, forms, entry.Key.Value, out Relation? relation, out FormulaError? error))
            throw formula.Error(new Text($"{error.Problem.Zh}：{formula.Value}", $"{error.Problem.En}, in {formula.Value}"), error.Offset);
        string when = map.Text("when", Relation.Always);
        ImmutableArray<Address> zero = [];
        if (when != Relation.Always && !_conditions.TryGetValue(when, out zero))
            throw map.Need("when").Error($"没有条件“{when}”；已有的条件：{string.Join("、", _conditions.Keys.Prepend(Relation.Always))}", $"there is no condition \"{when}\"; conditions are {string.Join(", ", _conditions.Keys.Prepend(Relation.Always))}");
        return relation with
        {
            Meaning = map.Text("meaning", ""),
            MeaningEn = map.Text("meaningEn", ""),
            Source = map.Text("source", source),
            Severity = map.Find("severity") is { } severity ? SeverityOf(severity.AsText("severity")) : Severity.Error,
            When = when,
            WhenZero = zero,
        };
    }

    private static Severity SeverityOf(DataText text) => text.Value switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "info" => Severity.Info,
        _ => throw text.Error($"未知的 severity“{text.Value}”，应为 error、warning 或 info", $"unknown severity \"{text.Value}\"; expected error, warning or info"),
    };
}
