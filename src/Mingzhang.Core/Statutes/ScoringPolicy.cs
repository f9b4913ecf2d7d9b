using System.Collections.Immutable;

namespace Mingzhang.Core.Statutes;

/// <summary>How self-evaluations are scored (domain §4). A policy is data.</summary>
/// <param name="Id">Its name: <c>hubei</c>, <c>national</c>.</param>
/// <param name="ExecutionWeight">Points for the execution rate: 20.</param>
/// <param name="IndicatorWeight">Points for all indicators together: 80.</param>
/// <param name="ExceededRemarkPercent">From which percentage of the target on a result is remarkable: 150.</param>
/// <param name="Grades">Grades with the lowest score of each, from the best.</param>
/// <param name="Source">The rule it comes from.</param>
public sealed record ScoringPolicy(string Id, decimal ExecutionWeight, decimal IndicatorWeight, decimal ExceededRemarkPercent, ImmutableArray<Grade> Grades, string Source)
{
    /// <summary>All points.</summary>
    public decimal Total => ExecutionWeight + IndicatorWeight;
}

/// <summary>A grade.</summary>
/// <param name="Name">优, 良, 中, 差.</param>
/// <param name="From">Lowest score.</param>
public sealed record Grade(string Name, decimal From);
