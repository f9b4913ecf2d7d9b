using System.Collections.Immutable;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Engine;

/// <summary>How often one rule ended in which way.</summary>
internal sealed class RuleTally
{
    private List<(Text Why, int Times)>? _notRun;

    /// <summary>Tests that held.</summary>
    public int Passed { get; set; }

    /// <summary>Tests that did not hold.</summary>
    public int Failed { get; set; }

    /// <summary>Tests could not be made for a reason.</summary>
    public void NotRun(Text why, int times)
    {
        _notRun ??= [];
        for (int i = 0; i < _notRun.Count; i++)
        {
            (Text known, int before) = _notRun[i];
            if (!ReferenceEquals(known, why) && known != why) continue;
            _notRun[i] = (known, before + times);
            return;
        }

        _notRun.Add((why, times));
    }

    /// <summary>Takes over all that another tally has.</summary>
    public void Add(RuleTally other)
    {
        Passed += other.Passed;
        Failed += other.Failed;
        foreach ((Text why, int times) in other._notRun ?? []) NotRun(why, times);
    }

    /// <summary>The ends: passed, failed, then not run by reason.</summary>
    public void AddTo(ImmutableArray<RuleOutcome>.Builder outcomes, string rule)
    {
        if (Passed > 0) outcomes.Add(new RuleOutcome(rule, Outcome.Passed, null, Passed));
        if (Failed > 0) outcomes.Add(new RuleOutcome(rule, Outcome.Failed, null, Failed));
        if (_notRun is null) return;
        if (_notRun.Count > 1) _notRun.Sort(static (a, b) => string.CompareOrdinal(a.Why.Zh, b.Why.Zh));
        foreach ((Text why, int times) in _notRun) outcomes.Add(new RuleOutcome(rule, Outcome.NotRun, why, times));
    }
}
