using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Engine;

/// <summary>What the rules report on one disclosure.</summary>
public sealed class RuleLog
{
    private readonly Dictionary<(string Rule, Outcome Outcome, Text? Why), int> _tally = new(ByRule.Instance);
    private readonly List<Finding> _findings = [];
    private (string Rule, Outcome Outcome, Text? Why) _run = ("", Outcome.Passed, null);
    private int _times;

    /// <summary>The findings so far, in the order reported.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>A test of a rule held.</summary>
    public void Pass(string rule, int times = 1)
    {
        if (times > 0) Count(rule, Outcome.Passed, null, times);
    }

    /// <summary>A test of a rule did not hold.</summary>
    public void Fail(Finding finding)
    {
        Count(finding.Rule, Outcome.Failed, null, 1);
        _findings.Add(finding);
    }

    /// <summary>A test did not hold for a cause that another finding tells: it counts as failed, without a finding of its own.</summary>
    public void Failed(string rule, int times = 1)
    {
        if (times > 0) Count(rule, Outcome.Failed, null, times);
    }

    /// <summary>
    /// A remark that comes with a test which held (尾差, an info): the test counts as passed and the finding is kept.
    /// </summary>
    public void PassWith(Finding finding)
    {
        Count(finding.Rule, Outcome.Passed, null, 1);
        _findings.Add(finding);
    }

    /// <summary>Takes over all that another log has.</summary>
    public void Append(RuleLog other)
    {
        other.Enter();
        foreach (((string rule, Outcome outcome, Text? why), int times) in other._tally) Count(rule, outcome, why, times);
        _findings.AddRange(other._findings);
    }

    /// <summary>A remark on a test that was counted already.</summary>
    public void Remark(Finding finding) => _findings.Add(finding);

    /// <summary>A test of a rule could not be made.</summary>
    public void NotRun(string rule, Text why, int times = 1)
    {
        if (times > 0) Count(rule, Outcome.NotRun, why, times);
    }

    /// <summary>The ends of every rule, in the order of <paramref name="definitions"/>; a rule that reported nothing ends as not run.</summary>
    public ImmutableArray<RuleOutcome> Outcomes(IEnumerable<RuleDefinition> definitions)
    {
        Enter();
        var ends = new Dictionary<string, List<RuleOutcome>>(_tally.Count);
        foreach (((string rule, Outcome outcome, Text? why), int times) in _tally)
        {
            if (!ends.TryGetValue(rule, out List<RuleOutcome>? own)) ends[rule] = own = [];
            own.Add(new RuleOutcome(rule, outcome, why, times));
        }

        var outcomes = ImmutableArray.CreateBuilder<RuleOutcome>();
        foreach (RuleDefinition definition in definitions)
        {
            if (!ends.TryGetValue(definition.Id, out List<RuleOutcome>? own))
            {
                outcomes.Add(new RuleOutcome(definition.Id, Outcome.NotRun, NothingToTest, 1));
                continue;
            }

            if (own.Count > 1) own.Sort(static (a, b) => a.Outcome != b.Outcome ? a.Outcome.CompareTo(b.Outcome) : string.CompareOrdinal(a.Why?.Zh, b.Why?.Zh));
            outcomes.AddRange(own);
        }

        return outcomes.ToImmutable();
    }

    /// <summary>The reason of a rule whose subject does not occur in the document.</summary>
    public static Text NothingToTest { get; } = new("文件中没有该规则检查的内容", "the document has nothing that this rule tests");

    // Rules report the same end many times on end: such a run is entered once.
    private void Count(string rule, Outcome outcome, Text? why, int times)
    {
        if (!ReferenceEquals(rule, _run.Rule) || outcome != _run.Outcome || !ReferenceEquals(why, _run.Why))
        {
            Enter();
            _run = (rule, outcome, why);
        }

        _times += times;
    }

    private void Enter()
    {
        if (_times > 0) CollectionsMarshal.GetValueRefOrAddDefault(_tally, _run, out _) += _times;
        _times = 0;
    }

    /// <summary>Hashes by rule and end only: reasons are long texts and few.</summary>
    private sealed class ByRule : IEqualityComparer<(string Rule, Outcome Outcome, Text? Why)>
    {
        public static readonly ByRule Instance = new();

        public bool Equals((string Rule, Outcome Outcome, Text? Why) x, (string Rule, Outcome Outcome, Text? Why) y) =>
            x.Outcome == y.Outcome && x.Rule == y.Rule && (ReferenceEquals(x.Why, y.Why) || (x.Why is not null && x.Why == y.Why));

        public int GetHashCode((string Rule, Outcome Outcome, Text? Why) key) => HashCode.Combine(key.Rule, key.Outcome);
    }
}
