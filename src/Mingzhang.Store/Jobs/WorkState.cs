using Mingzhang.Core.Findings;

namespace Mingzhang.Store.Jobs;

/// <summary>How far a piece of work is.</summary>
/// <param name="Id">Which.</param>
/// <param name="Kind">What is to be done; names the handler.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Attempt">How often it was started.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all; 0 where that is not known.</param>
/// <param name="Said">What it does now, or how it ended; may be empty.</param>
/// <param name="IsGivenUp">Whether it failed only because its starts were lost or broken: it may be asked for again.</param>
public sealed record WorkState(Guid Id, string Kind, WorkStage Stage, int Attempt, int Done, int Total, Text Said, bool IsGivenUp = false)
{
    /// <summary>Whether nothing more will happen.</summary>
    public bool IsOver => Stage is WorkStage.Done or WorkStage.Failed;
}

/// <summary>Where a piece of work stands.</summary>
public enum WorkStage
{
    /// <summary>Nobody does it yet.</summary>
    Waiting,

    /// <summary>Somebody does it, or did until a moment ago.</summary>
    Running,

    /// <summary>Its result is kept.</summary>
    Done,

    /// <summary>There will be no result; what it said tells why.</summary>
    Failed,
}
