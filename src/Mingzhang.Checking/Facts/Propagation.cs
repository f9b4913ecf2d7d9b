using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Facts;

/// <summary>
/// Lets the relations that hold only by rounding narrow the values of their figures, and these each other's, until nothing changes: a figure
/// left without a value proves a contradiction that no single relation shows (domain §5). Bounded: a step is one relation.
/// </summary>
internal sealed class Propagation
{
    private const int MostSteps = 2_000;

    private readonly FactNetwork _network;
    private readonly HashSet<int> _excluded;
    private readonly Dictionary<int, Interval> _narrowed = [];
    private readonly HashSet<int> _violated;
    private readonly Queue<int> _work = [];
    private readonly HashSet<int> _queued = [];
    private readonly List<int> _used = [];
    private Interval[] _sums = new Interval[32];

    private Propagation(FactNetwork network, HashSet<int> excluded)
    {
        _network = network;
        _excluded = excluded;
        _violated = [.. network.Violated];
    }

    /// <summary>A contradiction of several relations.</summary>
    /// <param name="Occurrence">The figure that no value is left for.</param>
    /// <param name="Constraints">The relations that narrowed figures, the contradicting one last.</param>
    internal sealed record Contradiction(int Occurrence, IReadOnlyList<int> Constraints);

    /// <summary>The contradiction, if there is one, between relations without a figure that is known to be wrong.</summary>
    public static Contradiction? Of(FactNetwork network, IEnumerable<Cause> causes)
    {
        if (network.Rounded.Count < 2) return null;
        HashSet<int> excluded = [];
        foreach (Cause cause in causes) excluded.UnionWith([cause.Suspect, .. cause.Others.Select(o => o.Suspect)]);
        return new Propagation(network, excluded).Run();
    }

    private Contradiction? Run()
    {
        foreach (int constraint in _network.Rounded) Enqueue(constraint);
        for (int steps = 0; _work.Count > 0 && steps < MostSteps; steps++)
        {
            int constraint = _work.Dequeue();
            _queued.Remove(constraint);
            if (Narrow(constraint) is { } contradiction) return contradiction;
        }

        return null;
    }

    private void Enqueue(int constraint)
    {
        ref readonly Constraint c = ref _network.Constraints[constraint];
        if (c is not { Shape: Shape.Linear, Comparison: Comparison.Equal } || _violated.Contains(constraint)) return;
        foreach (Part part in _network.PartsOf(c))
        {
            if (_excluded.Contains(part.Occurrence)) return;
        }

        if (_queued.Add(constraint)) _work.Enqueue(constraint);
    }

    private Contradiction? Narrow(int index)
    {
        ReadOnlySpan<Part> parts = _network.PartsOf(_network.Constraints[index]);
        ReadOnlySpan<Interval> behind = SumsBehind(parts);
        Interval before = Interval.Point(0);
        for (int i = 0; i < parts.Length; i++)
        {
            (int occurrence, int sign) = parts[i];
            Interval others = before + behind[i], known = _network.RangeOf(occurrence, _narrowed), both = known.Intersect(sign > 0 ? -others : others);
            if (both.IsEmpty) return new Contradiction(occurrence, [.. _used.Distinct(), index]);
            before = sign > 0 ? before + both : before - both;
            if (both == known) continue;
            _narrowed[occurrence] = both;
            _used.Add(index);
            foreach (int other in _network.Adjacency.Of(occurrence))
            {
                if (other != index) Enqueue(other);
            }
        }

        return null;
    }

    /// <summary>For every part the signed sum of those behind it.</summary>
    private ReadOnlySpan<Interval> SumsBehind(ReadOnlySpan<Part> parts)
    {
        if (_sums.Length < parts.Length) _sums = new Interval[parts.Length];
        Interval sum = Interval.Point(0);
        for (int i = parts.Length - 1; i >= 0; i--)
        {
            _sums[i] = sum;
            Interval range = _network.RangeOf(parts[i].Occurrence, _narrowed);
            sum = parts[i].Sign > 0 ? sum + range : sum - range;
        }

        return _sums;
    }
}
