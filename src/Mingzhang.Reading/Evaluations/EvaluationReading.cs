using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Reading.Evaluations;

/// <summary>What was read of the self-evaluations.</summary>
/// <param name="Evaluations">The tables in document order.</param>
/// <param name="Unread">Tables that could not be read at all.</param>
internal sealed record EvaluationReading(ImmutableArray<Evaluation> Evaluations, ImmutableArray<Unread> Unread);
