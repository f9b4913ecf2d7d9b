using System.Collections.Immutable;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes.Data;
using Mingzhang.Statutes.Formulas;

namespace Mingzhang.Statutes.Editions;

/// <summary>What a disclosure consists of (sections.yaml), what its words name (terms.yaml), the tree of performance indicators (indicators.yaml), the captions of self-evaluation tables (evaluation.yaml) and of declarations of goals (goals.yaml).</summary>
internal static class WordingReading
{
    internal static ImmutableArray<SectionDefinition> Sections(DataMap root)
    {
        var sections = ImmutableArray.CreateBuilder<SectionDefinition>();
        foreach (DataEntry entry in root.Only("sections", "prompts", "numbersParts").Need("sections").AsMap("sections").Entries)
        {
            DataMap map = entry.Value.AsMap(entry.Key.Value).Only("id", "title", "other", "required", "owes", "repeats");
            foreach (string owed in map.Texts("owes"))
            {
                if (!Owed.All.Contains(owed)) throw map.Need("owes").Error($"owes 不能是“{owed}”，可用：{string.Join("、", Owed.All)}", $"owes cannot be \"{owed}\"; it can be {string.Join(", ", Owed.All)}");
            }

            sections.Add(new SectionDefinition(entry.Key.Value, map.Text("id"), map.Text("title"), map.Texts("other"), map.Flag("required", otherwise: true)) { Owes = map.Texts("owes"), Repeats = map.Flag("repeats", otherwise: false) });
        }

        return sections.ToImmutable();
    }

    internal static ImmutableArray<IndicatorLevel> Indicators(DataMap root)
    {
        var levels = ImmutableArray.CreateBuilder<IndicatorLevel>();
        foreach (DataEntry entry in root.Only("source", "levels").Need("levels").AsMap("levels").Entries)
        {
            DataMap map = entry.Value.AsMap(entry.Key.Value).Only("other", "parts");
            levels.Add(new IndicatorLevel(entry.Key.Value, map.Texts("other"), map.Texts("parts")));
        }

        return levels.ToImmutable();
    }

    /// <summary>The captions of self-evaluation tables (evaluation.yaml); every one is needed.</summary>
    internal static EvaluationWording Evaluation(DataMap root)
    {
        root.Only("source", "unit", "project", "supervisor", "executor", "basic", "projects", "execution", "departmentMoney", "projectMoney", "budget", "executed", "rate",
            "rateScore", "goal", "indicators", "levels", "target", "actual", "weight", "score", "total", "deviations", "measures", "notes");
        return new EvaluationWording
        {
            Unit = root.Text("unit"),
            Project = root.Text("project"),
            Supervisor = root.Text("supervisor"),
            Executor = root.Text("executor"),
            Basic = root.Text("basic"),
            Projects = root.Text("projects"),
            Execution = root.Text("execution"),
            DepartmentMoney = root.Text("departmentMoney"),
            ProjectMoney = root.Text("projectMoney"),
            Budget = root.Text("budget"),
            Executed = root.Text("executed"),
            Rate = root.Text("rate"),
            RateScore = root.Text("rateScore"),
            Goal = root.Text("goal"),
            Indicators = root.Text("indicators"),
            Levels = Names(root, "levels", 3),
            Target = root.Text("target"),
            Actual = root.Text("actual"),
            Weight = root.Text("weight"),
            Score = root.Text("score"),
            Total = root.Text("total"),
            Deviations = root.Text("deviations"),
            Measures = root.Text("measures"),
            Notes = root.Texts("notes"),
        };
    }

    /// <summary>The captions of declarations of goals (goals.yaml); every one is needed.</summary>
    internal static GoalWording Goals(DataMap root)
    {
        root.Only("source", "department", "project", "totalBudget", "yearBudget", "startYear", "endYear", "sources", "uses", "projects", "activities", "purchases", "entry", "quantity", "allYears",
            "earlier", "year", "share", "indicators", "levels", "before", "target", "basis");
        return new GoalWording
        {
            Department = root.Text("department"),
            Project = root.Text("project"),
            TotalBudget = root.Text("totalBudget"),
            YearBudget = root.Text("yearBudget"),
            StartYear = root.Text("startYear"),
            EndYear = root.Text("endYear"),
            Sources = root.Text("sources"),
            Uses = root.Text("uses"),
            Projects = root.Text("projects"),
            Activities = root.Text("activities"),
            Purchases = root.Text("purchases"),
            Entry = root.Text("entry"),
            Quantity = root.Text("quantity"),
            AllYears = root.Text("allYears"),
            Earlier = root.Text("earlier"),
            Year = root.Text("year"),
            Share = root.Text("share"),
            Indicators = root.Text("indicators"),
            Levels = Names(root, "levels", 3),
            Before = Names(root, "before", 2),
            Target = root.Text("target"),
            Basis = root.Text("basis"),
        };
    }

    /// <summary>As many names as a table has places for them.</summary>
    private static ImmutableArray<string> Names(DataMap root, string key, int count)
    {
        ImmutableArray<string> names = root.Texts(key);
        return names.Length == count ? names : throw root.Need(key).Error($"{key} 应有 {count} 个名称，现有 {names.Length} 个", $"{key}: {count} names were expected, there are {names.Length}");
    }

    internal static ImmutableArray<SubjectTerm> Terms(DataList root, Func<string, FormDefinition?> forms)
    {
        var terms = ImmutableArray.CreateBuilder<SubjectTerm>();
        foreach (DataNode item in root.Items)
        {
            DataMap map = item.AsMap("用语 (term)").Only("topic", "words", "address", "key", "partial", "whole");
            DataText? address = map.Find("address")?.AsText("address"), key = map.Find("key")?.AsText("key");
            if ((address is null) == (key is null)) throw map.Error("用语应有 address 或 key，且只有其一", "a term has either an address or a key");
            Address? cell = null;
            if (address is not null)
                cell = RowNames.Resolve(address.Value, forms, out FormulaError? error) ?? throw address.Error(error!.Problem, error.Offset);
            terms.Add(new SubjectTerm(map.Text("topic"), map.Texts("words"), cell, key?.Value, map.Flag("partial", otherwise: false)) { IsWhole = map.Flag("whole", otherwise: false) });
        }

        return terms.ToImmutable();
    }
}
