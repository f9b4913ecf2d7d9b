using System.Collections.Immutable;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes.Data;

namespace Mingzhang.Statutes.Editions;

/// <summary>The words of a disclosure that is built (wording.yaml).</summary>
internal static class TemplateReading
{
    // The interpreter cannot do without these.
    private static readonly string[] NeededWords = ["up", "down", "grew", "fell", "level", "money", "percent", "score"];

    internal static Wording Read(DataMap root, Func<string, FormDefinition?> forms)
    {
        root.Only("words", "phrases", "templates", "glossary", "explanations");
        DataMap words = root.Need("words").AsMap("words");
        foreach (string word in NeededWords) words.Need(word);
        var phrases = new Dictionary<string, DataText>();
        if (root.Find("phrases") is { } list)
        {
            foreach (DataEntry entry in list.AsMap("phrases").Entries) phrases[entry.Key.Value] = entry.Value.AsText(entry.Key.Value);
        }

        var templates = ImmutableDictionary.CreateBuilder<string, ImmutableArray<TemplateNode>>();
        foreach (DataEntry entry in root.Need("templates").AsMap("templates").Entries)
            templates[entry.Key.Value] = new TemplateParser(entry.Value.AsText(entry.Key.Value), phrases, forms, entry.Key.Column + 1).Parse(WordingVocabulary.MemberTemplates.GetValueOrDefault(entry.Key.Value));

        return new Wording
        {
            Words = words.Entries.ToImmutableDictionary(e => e.Key.Value, e => e.Value.AsText(e.Key.Value).Value),
            Templates = templates.ToImmutable(),
            Glossary = root.Find("glossary") is { } glossary ? Glossary(glossary.AsMap("glossary"), phrases, forms) : [],
            Explanations = root.Find("explanations") is { } codes
                ? codes.AsMap("explanations").Entries.ToImmutableDictionary(e => e.Key.Value, e => e.Value.AsText(e.Key.Value).Value)
                : ImmutableDictionary<string, string>.Empty,
        };
    }

    private static ImmutableArray<GlossaryTerm> Glossary(DataMap map, Dictionary<string, DataText> phrases, Func<string, FormDefinition?> forms)
    {
        var terms = ImmutableArray.CreateBuilder<GlossaryTerm>();
        foreach (DataEntry entry in map.Entries)
        {
            if (entry.Value is DataText always)
            {
                terms.Add(new GlossaryTerm(entry.Key.Value, always.AsText(entry.Key.Value).Value, ""));
                continue;
            }

            DataMap term = entry.Value.AsMap(entry.Key.Value).Only("text", "when");
            string when = term.Find("when") is { } condition ? new TemplateParser(condition.AsText("when"), phrases, forms, condition.Column).Name() : "";
            terms.Add(new GlossaryTerm(entry.Key.Value, term.Text("text"), when));
        }

        return terms.ToImmutable();
    }
}
