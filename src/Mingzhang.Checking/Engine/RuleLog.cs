using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Engine;

/// <summary>What the rules report on one disclosure.</summary>
public sealed class RuleLog
{
    private readonly Dictionary<string, RuleTally> _tallies = [];
    private readonly List<Finding> _findings = [];
    private string? _rule;
    private RuleTally _tally = new();

    /// <summary>The findings so far, in the order reported.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>A test of a rule held.</summary>
    public void Pass(string rule, int times = 1)
    {
        if (times > 0) TallyOf(rule).Passed += times;
    }

    /// <summary>A test of a rule did not hold.</summary>
    public void Fail(Finding finding)
    {
        TallyOf(finding.Rule).Failed++;
        _findings.Add(finding);
    }

    /// <summary>A test did not hold for a cause that another finding tells: it counts as failed, without a finding of its own.</summary>
    public void Failed(string rule, int times = 1)
    {
        if (times > 0) TallyOf(rule).Failed += times;
    }

    /// <summary>
    /// A remark that comes with a test which held (尾差, an info): the test counts as passed and the finding is kept.
    /// </summary>
    public void PassWith(Finding finding)
    {
        TallyOf(finding.Rule).Passed++;
        _findings.Add(finding);
    }

    /// <summary>Takes over all that another log has.</summary>
    public void Append(RuleLog other)
    {
        foreach ((string rule, RuleTally tally) in other._tallies) TallyOf(rule).Add(tally);
        _findings.AddRange(other._findings);
    }

    /// <summary>A remark on a test that was counted already.</summary>
    public void Remark(Finding finding) => _findings.Add(finding);

    /// <summary>A test of a rule could not be made.</summary>
    public void NotRun(string rule, Text why, int times = 1)
    {
        if (times > 0) TallyOf(rule).NotRun(why, times);
    }

    /// <summary>The ends of every rule, in the order of <paramref name="definitions"/>; a rule that reported nothing ends as not run.</summary>
    public ImmutableArray<RuleOutcome> Outcomes(ImmutableArray<RuleDefinition> definitions)
    {
        var outcomes = ImmutableArray.CreateBuilder<RuleOutcome>(definitions.Length + _tallies.Count);
        foreach (RuleDefinition definition in definitions)
        {
            if (_tallies.TryGetValue(definition.Id, out RuleTally? tally)) tally.AddTo(outcomes, definition.Id);
            else outcomes.Add(new RuleOutcome(definition.Id, Outcome.NotRun, NothingToTest, 1));
        }

        return outcomes.DrainToImmutable();
    }

    /// <summary>The reason of a rule whose subject does not occur in the document.</summary>
    public static Text NothingToTest { get; } = new("文件中没有该规则检查的内容", "the document has nothing that this rule tests");

    // A rule reports many times on end.
    private RuleTally TallyOf(string rule)
    {
        if (ReferenceEquals(rule, _rule)) return _tally;
        ref RuleTally? tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_tallies, rule, out _);
        _rule = rule;
        return _tally = tally ??= new RuleTally();
    }
}
