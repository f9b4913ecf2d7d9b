using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Facts;

/// <summary>
/// Finds the figures that explain the violations of a network: again and again the figure whose correction repairs most violated
/// relations and breaks fewest of those that hold. Every violation is explained by exactly one cause.
/// </summary>
internal sealed class Diagnosis
{
    /// <summary>Constraints looked at for one figure at most: enough for every real form, bounded for hostile ones.</summary>
    private const int MostNeighbours = 64;

    /// <summary>Figures looked at, after which the remaining violations are told one by one.</summary>
    private const int MostSteps = 3_000_000;

    private readonly FactNetwork _network;
    private readonly HashSet<int> _open;
    private readonly HashSet<int> _broken;
    private readonly Dictionary<int, Interval> _corrected = [];
    private readonly Dictionary<int, List<int>> _neighbours = [];
    private int _steps;
    private readonly Dictionary<int, ImmutableArray<int>> _harmed = [];
    private int _told;

    // Of the suspect that is being weighed.
    private readonly List<int> _brokenNow = [];
    private Interval?[] _implied = [];

    private Diagnosis(FactNetwork network)
    {
        _network = network;
        _open = [.. network.Violated];
        _broken = [.. network.Violated];
    }

    /// <summary>The causes of all violations, most telling first.</summary>
    public static ImmutableArray<Cause> Of(FactNetwork network) => network.Violated.Count == 0 ? [] : new Diagnosis(network).Run();

    private ImmutableArray<Cause> Run()
    {
        LinkSuspects();
        var causes = ImmutableArray.CreateBuilder<Cause>();
        var candidates = new Dictionary<int, Candidate>();
        foreach (int suspect in _neighbours.Keys) candidates[suspect] = Weigh(suspect);
        while (_open.Count > 0)
        {
            bool sure = false;
            Candidate best = _steps > MostSteps ? default : Best(candidates, out sure);
            if (best.Explained.IsDefaultOrEmpty) best = Leftover(out sure);
            Accept(best, sure, causes);
            if (_steps > MostSteps || !_neighbours.ContainsKey(best.Suspect)) continue;
            foreach (int constraint in _neighbours[best.Suspect])
            {
                foreach (Part part in _network.PartsOf(_network.Constraints[constraint]))
                {
                    if (candidates.ContainsKey(part.Occurrence)) candidates[part.Occurrence] = Weigh(part.Occurrence);
                }
            }

            // A figure put right may leave room for another in a blank of its row.
            foreach (int blank in candidates.Keys.Where(k => _network[k].Kind is OccurrenceKind.Blank && IsInRowOf(k, best.Suspect)).ToArray()) candidates[blank] = Weigh(blank);
        }

        return CauseGroups.Join(_network, Support.Judge(_network, causes, _corrected, _harmed));
    }

    private bool IsInRowOf(int blank, int other) => _network[blank].Address is var a && _network[other].Address is var b && a.Form == b.Form && a.Row == b.Row;

    /// <summary>Lists, for every part of a violated constraint, all constraints that it is part of.</summary>
    private void LinkSuspects()
    {
        foreach (int violated in _open)
        {
            foreach (Part part in _network.PartsOf(_network.Constraints[violated])) _neighbours.TryAdd(part.Occurrence, []);
        }

        foreach ((int suspect, List<int> list) in _neighbours)
        {
            foreach (int constraint in _network.Adjacency.Of(suspect))
            {
                if (list.Count < MostNeighbours || _open.Contains(constraint)) list.Add(constraint);
            }
        }
    }

    private readonly record struct Candidate(int Suspect, int Score, Interval? Value, ImmutableArray<int> Explained, bool Hard, ImmutableArray<int> Harmed = default);

    private static Candidate Best(Dictionary<int, Candidate> candidates, out bool sure)
    {
        Candidate best = default;
        Candidate second = default;
        bool any = false;
        foreach (Candidate candidate in candidates.Values)
        {
            if (!candidate.Hard) continue;
            if (!any || Beats(candidate, best))
            {
                second = best;
                best = candidate;
                any = true;
            }
            else if (second.Explained.IsDefaultOrEmpty || Beats(candidate, second)) second = candidate;
        }

        // Singled out: it repairs more than the runner-up of the same violations by more than a mere preference.
        sure = second.Explained.IsDefaultOrEmpty || best.Score / 10 > second.Score / 10 || !SharesViolation(best, second);
        return best;
    }

    /// <summary>
    /// A violation that no candidate explains: of a relation that sound documents can break, told at its first figure; or one whose every
    /// figure was already named as wrong for another.
    /// </summary>
    private Candidate Leftover(out bool sure)
    {
        while (!_open.Contains(_network.Violated[_told])) _told++;
        int constraint = _network.Violated[_told];
        sure = false;
        ReadOnlySpan<Part> parts = _network.PartsOf(_network.Constraints[constraint]);
        int suspect = parts[0].Occurrence;
        foreach (Part part in parts)
        {
            if (_network[part.Occurrence].Kind is OccurrenceKind.Blank or OccurrenceKind.Linked) continue;
            suspect = part.Occurrence;
            break;
        }

        // All that should be the sum is blank: told there.
        if (_network.Constraints[constraint] is { Left: 0, Rule.Relation: not null })
        {
            foreach (Part part in parts)
            {
                if (_network[part.Occurrence].Kind is not OccurrenceKind.Blank || part.Sign < 0) continue;
                suspect = part.Occurrence;
                break;
            }
        }

        return new Candidate(suspect, 0, null, [constraint], Hard: false);
    }

    private static bool Beats(in Candidate a, in Candidate b) =>
        a.Score != b.Score ? a.Score > b.Score : a.Suspect < b.Suspect;

    private static bool SharesViolation(in Candidate a, in Candidate b)
    {
        foreach (int constraint in a.Explained)
        {
            if (b.Explained.Contains(constraint)) return true;
        }

        return false;
    }

    /// <summary>What correcting a figure would repair and break.</summary>
    private Candidate Weigh(int suspect)
    {
        if (_corrected.ContainsKey(suspect) || _network[suspect].Kind is OccurrenceKind.Linked) return default;
        List<int> neighbours = _neighbours[suspect];
        if (_implied.Length < neighbours.Count) _implied = new Interval?[neighbours.Count * 2];
        Span<Interval?> implied = _implied.AsSpan(0, neighbours.Count);
        for (int i = 0; i < implied.Length; i++) implied[i] = ImpliedBy(neighbours[i], suspect);
        bool mayBeNegative = Plausibility.MayBeNegative(_network[suspect]);
        Interval? value = Agreed(neighbours, implied, mayBeNegative);
        int repaired = 0, harmed = 0;
        bool hard = false;
        var explained = ImmutableArray.CreateBuilder<int>();
        _brokenNow.Clear();
        for (int i = 0; i < implied.Length; i++)
        {
            bool fits = !Plausibility.IsImpossible(implied[i], mayBeNegative) && (value is not { } agreed || implied[i] is not { } own || own.Overlaps(agreed));
            if (_broken.Contains(neighbours[i]))
            {
                if (!fits) continue;
                repaired += WeightOf(neighbours[i]);
                if (!_open.Contains(neighbours[i])) continue;
                explained.Add(neighbours[i]);
                hard |= IsHard(neighbours[i]);
            }
            else if (!fits)
            {
                harmed += WeightOf(neighbours[i]);
                if (!Plausibility.IsMoved(_network, neighbours[i], suspect, value)) _brokenNow.Add(neighbours[i]);
            }
        }

        if (_network[suspect].Kind is OccurrenceKind.Blank && hard)
        {
            hard = BreaksForms(explained);
            if (hard) harmed += 10 * BlankRows.Holding(_network, _network[suspect], _corrected);
            _steps += _network.Constraints.Length;
        }

        return new Candidate(suspect, repaired - harmed + Preference(suspect, explained), value, explained.ToImmutable(), hard, [.. _brokenNow]);
    }

    /// <summary>Whether the forms themselves speak of a violation: the text alone does not make a blank cell wrong.</summary>
    private bool BreaksForms(ImmutableArray<int>.Builder violations)
    {
        foreach (int constraint in violations)
        {
            if (_network.Constraints[constraint].Rule.Relation is not null && IsHard(constraint)) return true;
        }

        return false;
    }

    /// <summary>How much a relation says about its figures: those that a sound document can break say little.</summary>
    private int WeightOf(int constraint) => IsHard(constraint) ? 10 : 3;

    private bool IsHard(int constraint)
    {
        FactRule rule = _network.Constraints[constraint].Rule;
        return rule.Relation is null || rule.Severity is Severity.Error;
    }

    /// <summary>The values on which most of the broken relations agree.</summary>
    private Interval? Agreed(List<int> neighbours, ReadOnlySpan<Interval?> implied, bool mayBeNegative)
    {
        Interval? best = null;
        int most = 0;
        for (int i = 0, tried = 0; i < implied.Length && tried < 16; i++)
        {
            if (!_open.Contains(neighbours[i]) || implied[i] is not { IsEmpty: false } value || Plausibility.IsImpossible(value, mayBeNegative)) continue;
            tried++;
            int count = 0;
            for (int j = 0; j < implied.Length; j++)
            {
                if (!_broken.Contains(neighbours[j]) || implied[j] is not { } other) continue;
                Interval both = value.Intersect(other);
                if (both.IsEmpty) continue;
                value = both;
                count++;
            }

            if (count > most) (most, best) = (count, value);
        }

        return best;
    }

    /// <summary>
    /// Which of several equally good suspects is named: a percentage before the amounts that it is computed from, the text before the
    /// form, a total before its parts, a figure before a blank.
    /// </summary>
    private int Preference(int suspect, ImmutableArray<int>.Builder explained)
    {
        ref readonly Occurrence occurrence = ref _network[suspect];
        int preference = occurrence.Kind switch
        {
            OccurrenceKind.Claim => occurrence.IsPercent ? 6 : 4,
            OccurrenceKind.Cell => 2,
            OccurrenceKind.Blank => 1,
            _ => 0,
        };
        foreach (int constraint in explained)
        {
            ref readonly Constraint first = ref _network.Constraints[constraint];
            if (first.Left == 1 && _network.PartsOf(first)[0].Occurrence == suspect) return preference + 1;
        }

        return preference;
    }

    private void Accept(in Candidate cause, bool sure, ImmutableArray<Cause>.Builder causes)
    {
        int primary = cause.Explained[0];
        foreach (int constraint in cause.Explained)
        {
            if (Tells(constraint, primary)) primary = constraint;
            _open.Remove(constraint);
            _broken.Remove(constraint);
        }

        causes.Add(new Cause(cause.Suspect, sure, cause.Value, primary, cause.Explained));
        if (cause.Value is not { } value) return;
        _corrected[cause.Suspect] = value;
        _harmed[cause.Suspect] = cause.Harmed.IsDefault ? [] : cause.Harmed;

        if (_steps > MostSteps) return;

        // Relations that held with the wrong figure and do not hold with the right one are no findings of their own, yet they may
        // point to the next wrong figure.
        foreach (int constraint in _neighbours[cause.Suspect])
        {
            if (_open.Contains(constraint)) continue;
            if (Holds(constraint)) _broken.Remove(constraint);
            else _broken.Add(constraint);
        }
    }

    /// <summary>The gravest violation tells a cause; among equals the one with fewest parts.</summary>
    private bool Tells(int constraint, int than)
    {
        ref readonly Constraint a = ref _network.Constraints[constraint];
        ref readonly Constraint b = ref _network.Constraints[than];
        if (a.Rule.Severity != b.Rule.Severity) return a.Rule.Severity < b.Rule.Severity;
        bool textA = a.Rule.Relation is null, textB = b.Rule.Relation is null;
        return textA != textB ? textA : a.Count < b.Count;
    }

    private bool Holds(int constraint) =>
        _network.Implied(_network.Constraints[constraint], 0, _corrected) is not { } implied ||
        implied.Overlaps(_network.RangeOf(_network.PartsOf(_network.Constraints[constraint])[0].Occurrence, _corrected));

    private Interval? ImpliedBy(int constraint, int suspect)
    {
        if (_steps > MostSteps) return null;
        ref readonly Constraint c = ref _network.Constraints[constraint];
        ReadOnlySpan<Part> parts = _network.PartsOf(c);
        _steps += parts.Length;
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts[i].Occurrence == suspect) return _network.Implied(c, i, _corrected);
        }

        return null;
    }
}
