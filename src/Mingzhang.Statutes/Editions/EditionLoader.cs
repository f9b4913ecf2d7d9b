using System.Collections.Concurrent;
using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes.Accounts;
using Mingzhang.Statutes.Classifications;
using Mingzhang.Statutes.Data;

namespace Mingzhang.Statutes.Editions;

/// <summary>Makes an edition of its folder and of the editions that it is based on.</summary>
internal sealed class EditionLoader(StatuteFiles files)
{
    private const int MaxBases = 20;

    private readonly ConcurrentDictionary<(string File, FiscalYear Year), Classification> _classifications = new();

    /// <summary>Reads an edition by its folder name.</summary>
    /// <exception cref="StatuteException">A file is broken.</exception>
    internal Edition Load(string id)
    {
        ImmutableArray<string> folders = Chain(id);
        DataMap about = Require("edition.yaml", folders, id).AsMap("edition.yaml").Only("kind", "year", "name", "basedOn", "source", "scoring");
        var year = new FiscalYear(about.Need("year").Whole("year"));
        if (!id.EndsWith("/" + year, StringComparison.Ordinal)) throw about.Need("year").Error($"年份与文件夹 {id} 不一致", $"the year differs from the folder {id}");
        var forms = new List<(DataMap Map, FormDefinition Form)>();
        var byId = new Dictionary<string, FormDefinition>();
        foreach (string name in FormFiles(folders))
        {
            DataMap map = Require(name, folders, id).AsMap(name);
            FormDefinition form = FormReading.Read(map);
            if (!byId.TryAdd(form.Id, form)) throw map.Need("form").Error($"公开{form.Id}表在两个文件中定义", $"form {form.Id} is defined in two files");
            forms.Add((map, form));
        }

        FormDefinition? Find(string formId) => byId.GetValueOrDefault(formId);
        var reading = new RelationReading(Find);
        ImmutableArray<Relation> cross = CrossRelations(reading, folders, about.Text("source", ""));
        ImmutableArray<FormDefinition> complete = [.. forms
            .Select(f => f.Form with { Relations = FormRelations(reading, f.Map, f.Form) })
            .OrderBy(f => f.Id, StringComparer.Ordinal)];
        RefuseEqualIds(complete, cross, id);
        DataMap? outline = Read("sections.yaml", folders)?.AsMap("sections.yaml");
        return new Edition
        {
            Id = id,
            Kind = Kind(about.Need("kind").AsText("kind"), id),
            Place = id.Split('/') is [_, var place, _] ? place : "",
            Name = about.Text("name", ""),
            Year = year,
            Forms = complete,
            Relations = cross,
            Sections = outline is null ? [] : WordingReading.Sections(outline),
            Prompts = outline?.Texts("prompts") ?? [],
            NumbersParts = outline?.Flag("numbersParts", otherwise: true) ?? true,
            Terms = Read("terms.yaml", folders) is { } terms ? WordingReading.Terms(terms.AsList("terms.yaml"), Find) : [],
            Indicators = Read("indicators.yaml", folders) is { } indicators ? WordingReading.Indicators(indicators.AsMap("indicators.yaml")) : [],
            Evaluation = Read("evaluation.yaml", folders) is { } evaluation ? WordingReading.Evaluation(evaluation.AsMap("evaluation.yaml")) : EvaluationWording.None,
            Goals = WordingReading.Goals(Require("goals.yaml", ["budget"], "budget").AsMap("goals.yaml")),
            Wording = Read("wording.yaml", folders) is { } wording ? TemplateReading.Read(wording.AsMap("wording.yaml"), Find) : null,
            Functional = Functional(year),
            Economic = Economic(year),
            Accounts = AccountReading.Read(files),
            Scoring = Scoring(about.Need("scoring").AsText("scoring")),
        };
    }

    /// <summary>An edition as it serves a neighbouring year that has none of its own.</summary>
    internal Edition WithClassifications(Edition edition, FiscalYear year) => edition with { Functional = Functional(year), Economic = Economic(year) };

    private Classification Functional(FiscalYear year) => Shared("classifications/functional.csv", year);

    private Classification Economic(FiscalYear year) => Shared("classifications/economic.csv", year);

    /// <summary>The editions of all places for a year have its classifications in common.</summary>
    private Classification Shared(string file, FiscalYear year) => _classifications.GetOrAdd((file, year), key => ClassificationReading.Read(files, key.File, key.Year));

    /// <summary>The folders from the first edition to this one.</summary>
    private ImmutableArray<string> Chain(string id)
    {
        var chain = new List<string>();
        for (string? at = id; at is not null;)
        {
            if (chain.Contains(at) || chain.Count > MaxBases) throw new StatuteException($"{id}/edition.yaml", 0, 0, $"版本 {string.Join("、", chain)} 互为基础", $"the editions {string.Join(", ", chain)} are based on each other");
            chain.Insert(0, at);
            if (Read("edition.yaml", [at]) is not { } node)
                throw new StatuteException($"{at}/edition.yaml", 0, 0, chain.Count > 1 ? $"缺少文件，而 {chain[1]} 以它为基础" : "缺少文件", chain.Count > 1 ? $"the file is missing, though {chain[1]} is based on it" : "the file is missing");
            at = node.AsMap("edition.yaml").Find("basedOn")?.AsText("basedOn").Value;
        }

        return [.. chain];
    }

    private IEnumerable<string> FormFiles(ImmutableArray<string> folders) => folders
        .SelectMany(folder => files.Below(folder + "/").Select(path => path[(folder.Length + 1)..]))
        .Where(name => name.StartsWith("form-", StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal))
        .Distinct()
        .Order(StringComparer.Ordinal);

    private ImmutableArray<Relation> CrossRelations(RelationReading reading, ImmutableArray<string> folders, string source)
    {
        if (Read("relations.yaml", folders) is not { } node) return [];
        DataMap map = node.AsMap("relations.yaml").Only("source", "conditions", "relations");
        if (map.Find("conditions") is { } conditions) reading.ReadConditions(conditions.AsMap("conditions"));
        return map.Find("relations") is { } relations ? reading.Read(relations.AsMap("relations"), form: null, map.Text("source", source)) : [];
    }

    private static ImmutableArray<Relation> FormRelations(RelationReading reading, DataMap map, FormDefinition form) =>
        map.Find("relations") is { } relations ? reading.Read(relations.AsMap("relations"), form, map.Text("source", "")) : [];

    private static void RefuseEqualIds(ImmutableArray<FormDefinition> forms, ImmutableArray<Relation> cross, string id)
    {
        var seen = new HashSet<string>();
        foreach (Relation relation in forms.SelectMany(f => f.Relations).Concat(cross))
        {
            if (!seen.Add(relation.Id)) throw new StatuteException(id, 0, 0, $"关系 {relation.Id} 在两个文件中定义", $"the relation {relation.Id} is defined in two files");
        }
    }

    private ScoringPolicy Scoring(DataText name) =>
        Read($"{name.Value}.yaml", ["scoring"]) is { } policy
            ? ScoringReading.Read(policy.AsMap("评分办法"))
            : throw name.Error($"没有评分办法“{name.Value}”", $"there is no scoring policy \"{name.Value}\"");

    private static DisclosureKind Kind(DataText text, string id)
    {
        if (!id.StartsWith(text.Value + "/", StringComparison.Ordinal)) throw text.Error($"kind 与文件夹 {id} 不一致", $"the kind differs from the folder {id}");
        return text.Value == "budget" ? DisclosureKind.Budget : DisclosureKind.FinalAccounts;
    }

    private DataNode Require(string name, ImmutableArray<string> folders, string id) =>
        Read(name, folders) ?? throw new StatuteException($"{id}/{name}", 0, 0, "缺少文件", "the file is missing");

    /// <summary>A file of the first folder with the changes of every later one; null if none has it.</summary>
    private DataNode? Read(string name, ImmutableArray<string> folders)
    {
        DataNode? merged = null;
        foreach (string folder in folders)
        {
            foreach ((string file, TextReader text) in files.Open($"{folder}/{name}"))
            {
                using (text) merged = DataMerge.Merge(merged, DataReader.Read(file, text));
            }
        }

        return merged;
    }
}
