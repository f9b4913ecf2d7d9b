using System.Collections.Immutable;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Engine;

/// <summary>
/// A check of one disclosure. It reports every test it makes to the log: passed, failed with a finding, or not run with the reason;
/// a rule that finds nothing to test says so as not run. Rules keep no state between disclosures and may run on several threads.
/// </summary>
public interface IRule
{
    /// <summary>The definitions of what it can report; a class may carry several closely related rules.</summary>
    ImmutableArray<RuleDefinition> Definitions { get; }

    /// <summary>Tests the disclosure.</summary>
    void Check(CheckContext context, RuleLog log);
}
