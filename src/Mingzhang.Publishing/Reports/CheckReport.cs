using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Publishing.Reports;

/// <summary>What checking one document gave, with the definitions that turn its findings into sentences.</summary>
public sealed class CheckReport
{
    private readonly Dictionary<string, RuleDefinition> _rules = [];

    /// <summary>A report on <paramref name="result"/>.</summary>
    /// <param name="file">The document's path as the user gave it.</param>
    /// <param name="result">What the check gave.</param>
    /// <param name="rules">The definitions of the rules that ran, in their order.</param>
    public CheckReport(string file, CheckResult result, ImmutableArray<RuleDefinition> rules)
    {
        File = file;
        Result = result;
        Rules = rules;
        foreach (RuleDefinition rule in rules) _rules.TryAdd(rule.Id, rule);
    }

    /// <summary>The document's path as the user gave it.</summary>
    public string File { get; }

    /// <summary>What the check gave.</summary>
    public CheckResult Result { get; }

    /// <summary>The rules that ran, in their order.</summary>
    public ImmutableArray<RuleDefinition> Rules { get; }

    /// <summary>The document.</summary>
    public Disclosure Disclosure => Result.Disclosure;

    /// <summary>The definition of a rule; null for one that is not among <see cref="Rules"/>.</summary>
    public RuleDefinition? Rule(string id) => _rules.GetValueOrDefault(id);

    /// <summary>The sentence of a finding: <c>zh</c> or <c>en</c>.</summary>
    public string Message(Finding finding, string language) =>
        Rule(finding.Rule)?.Say(finding, language) ?? finding.Rule;
}

/// <summary>One input of a run: a document that was read, one that was checked, or one that cannot be used.</summary>
public sealed record Examined
{
    private Examined(string file) => File = file;

    /// <summary>Its path as the user gave it.</summary>
    public string File { get; }

    /// <summary>The paths of its files: several where they were read as one document.</summary>
    public ImmutableArray<string> Paths
    {
        get
        {
            int files = Disclosure?.Source.Files.Length ?? 0;
            string[] paths = files > 1 ? File.Split(" + ") : [];
            return paths.Length == files && files > 1 ? [.. paths] : [File];
        }
    }

    /// <summary>What was read; null where the input cannot be used.</summary>
    public Disclosure? Disclosure { get; private init; }

    /// <summary>What the check gave; null where it was only read or cannot be used.</summary>
    public CheckReport? Report { get; private init; }

    /// <summary>Pictures of its pages, for reports that show them; empty where there are none.</summary>
    public ImmutableDictionary<int, PagePicture> Pictures { get; init; } = ImmutableDictionary<int, PagePicture>.Empty;

    /// <summary>Why it cannot be used; null where it can.</summary>
    public Text? Problem { get; private init; }

    /// <summary>A document that was read.</summary>
    public static Examined Read(string file, Disclosure disclosure) => new(file) { Disclosure = disclosure };

    /// <summary>A document that was checked.</summary>
    public static Examined Checked(CheckReport report) => new(report.File) { Disclosure = report.Disclosure, Report = report };

    /// <summary>An input that cannot be used.</summary>
    public static Examined Unusable(string file, Text problem) => new(file) { Problem = problem };
}
