using Mingzhang.Core.Disclosures;

namespace Mingzhang.Reading.Claims.Sentences;

/// <summary>What has been said so far where the grammar stands: subject, measure, basis, way, whole.</summary>
internal sealed class SentenceState
{
    /// <summary>What the text speaks of; null if that is not clear.</summary>
    internal Subject? Subject { get; private set; }

    /// <summary>Whether the subject's term is one that names only some of what it is listed under.</summary>
    internal bool Partial { get; private set; }

    /// <summary>The present clause names its subject.</summary>
    internal bool ClauseHasSubject { get; private set; }

    /// <summary>The amount named in the present clause.</summary>
    internal Measure? Measure { get; private set; }

    /// <summary>The clause says only 预算: which, the context tells.</summary>
    internal bool BareBudget { get; private set; }

    /// <summary>What the sentence compares with.</summary>
    internal Measure? Basis { get; set; }

    /// <summary>The year that the comparison names; null if none.</summary>
    internal int? BasisYear { get; set; }

    /// <summary>The way of the change whose figure comes next.</summary>
    internal Direction? Way { get; set; }

    /// <summary>The way of the last change, for a percentage that follows its amount directly.</summary>
    internal Direction? LastWay { get; set; }

    /// <summary>A completion rate comes next.</summary>
    internal bool Completion { get; set; }

    /// <summary>What the completion rate divides by; null if the text leaves it open.</summary>
    internal Measure? CompletionBasis { get; set; }

    /// <summary>A share comes next.</summary>
    internal bool Share { get; set; }

    /// <summary>The whole of the share.</summary>
    internal Subject? Whole { get; set; }

    /// <summary>The clause tells what money was used for.</summary>
    internal bool InPurpose { get; set; }

    /// <summary>Prose up to the end of the sentence.</summary>
    internal bool Prose { get; set; }

    /// <summary>The clause says that there is none.</summary>
    internal bool Absent { get; set; }

    /// <summary>The year named in the clause; 0 if none.</summary>
    internal int Year { get; set; }

    /// <summary>Characters without meaning since the last word with one.</summary>
    internal int Unknown { get; set; }

    /// <summary>Where the claim that is being made begins; −1 before its first word.</summary>
    internal int Start { get; private set; } = -1;

    /// <summary>A word of the next claim stands at a place.</summary>
    internal void Mark(int start)
    {
        if (Start < 0) Start = start;
    }

    /// <summary>The text turns to a subject.</summary>
    internal void TurnTo(Subject? subject, bool partial, int start)
    {
        Subject = subject;
        InPurpose = false;
        Partial = partial;
        ClauseHasSubject = subject is not null;
        Measure = null;
        BareBudget = false;
        Way = LastWay = null;
        Completion = Share = false;
        Whole = null;
        Unknown = 0;
        Start = subject is null ? -1 : start;
    }

    /// <summary>The text turns to what money was used for.</summary>
    internal void BeginPurpose()
    {
        Claimed();
        InPurpose = true;
    }

    /// <summary>The clause names an amount of the subject.</summary>
    internal void Name(Measure? measure, int start)
    {
        Measure = measure;
        BareBudget = measure is null;
        Unknown = 0;
        Mark(start);
    }

    /// <summary>A claim was made: the next one needs its own words.</summary>
    internal void Claimed()
    {
        ClauseHasSubject = false;
        Measure = null;
        BareBudget = false;
        Way = null;
        Completion = Share = false;
        CompletionBasis = null;
        Whole = null;
        Unknown = 0;
        Start = -1;
    }

    /// <summary>A clause ends.</summary>
    internal void EndClause(bool keepSubject)
    {
        if (!keepSubject)
        {
            ClauseHasSubject = false;
            Start = -1;
        }

        Measure = null;
        BareBudget = false;
        Completion = Share = Absent = false;
        CompletionBasis = null;
        Whole = null;
        Year = 0;
        Unknown = 0;
    }

    /// <summary>A sentence ends; the subject stays.</summary>
    internal void EndSentence()
    {
        EndClause(keepSubject: false);
        Basis = null;
        BasisYear = null;
        Way = LastWay = null;
        Prose = InPurpose = false;
    }

    /// <summary>A section begins.</summary>
    internal void Clear()
    {
        EndSentence();
        TurnTo(null, partial: false, -1);
    }

    /// <summary>Whether an amount or count that comes now is the subject's.</summary>
    internal bool OwnsFigure => Subject is not null && ((ClauseHasSubject && Unknown <= 8) || ((Measure is not null || BareBudget) && Unknown <= 2));
}
