using System.Runtime.InteropServices;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Facts;

/// <summary>
/// The facts of one disclosure: every place that states a figure, and every relation between them that was tested. Violations and
/// rounding differences are kept apart, so that a disclosure without them costs little.
/// </summary>
internal sealed class FactNetwork(Rounding rounding)
{
    private readonly List<Occurrence> _occurrences = new(1024);
    private readonly List<Constraint> _constraints = new(2048);
    private readonly List<Part> _parts = new(8192);
    private readonly List<int> _violated = [];
    private readonly List<int> _rounded = [];

    /// <summary>How the document rounds.</summary>
    public Rounding Rounding => rounding;

    /// <summary>The occurrences.</summary>
    public ReadOnlySpan<Occurrence> Occurrences => CollectionsMarshal.AsSpan(_occurrences);

    /// <summary>The constraints.</summary>
    public ReadOnlySpan<Constraint> Constraints => CollectionsMarshal.AsSpan(_constraints);

    /// <summary>Constraints that no true values satisfy.</summary>
    public IReadOnlyList<int> Violated => _violated;

    /// <summary>Constraints that hold only by rounding.</summary>
    public IReadOnlyList<int> Rounded => _rounded;

    /// <summary>The occurrence at an index.</summary>
    public ref readonly Occurrence this[int occurrence] => ref Occurrences[occurrence];

    /// <summary>The parts of a constraint.</summary>
    public ReadOnlySpan<Part> PartsOf(in Constraint constraint) => CollectionsMarshal.AsSpan(_parts).Slice(constraint.Start, constraint.Count);

    /// <summary>Adds an occurrence and gives its index.</summary>
    public int Add(in Occurrence occurrence)
    {
        _occurrences.Add(occurrence);
        return _occurrences.Count - 1;
    }

    /// <summary>Adds a constraint, judges it and gives the verdict.</summary>
    public Verdict Add(FactRule rule, Shape shape, Comparison comparison, ReadOnlySpan<Part> parts, int left)
    {
        var constraint = new Constraint(rule, shape, comparison, _parts.Count, parts.Length, left);
        int index = _constraints.Count;
        _parts.AddRange(parts);
        _constraints.Add(constraint);
        Verdict verdict = Judge(constraint);
        if (verdict is Verdict.Violated) _violated.Add(index);
        else if (verdict is not Verdict.Exact) _rounded.Add(index);
        return verdict;
    }

    /// <summary>Takes back the constraint added last.</summary>
    public void DropLast()
    {
        int index = _constraints.Count - 1;
        _parts.RemoveRange(_constraints[index].Start, _constraints[index].Count);
        _constraints.RemoveAt(index);
        if (_violated.Count > 0 && _violated[^1] == index) _violated.RemoveAt(_violated.Count - 1);
        if (_rounded.Count > 0 && _rounded[^1] == index) _rounded.RemoveAt(_rounded.Count - 1);
    }

    /// <summary>How a constraint stands to the figures as printed.</summary>
    public Verdict Judge(in Constraint constraint) =>
        constraint.Shape is Shape.Linear ? Additive.Judge(this, constraint) : Quotients.Judge(this, constraint);

    /// <summary>The range of an occurrence, or its corrected one.</summary>
    public Interval RangeOf(int occurrence, IReadOnlyDictionary<int, Interval>? corrected) =>
        corrected is not null && corrected.TryGetValue(occurrence, out Interval range) ? range : this[occurrence].Range(rounding);

    /// <summary>
    /// The values that a constraint leaves to its part number <paramref name="at"/>, given all others; null where it leaves every value.
    /// </summary>
    public Interval? Implied(in Constraint constraint, int at, IReadOnlyDictionary<int, Interval>? corrected) =>
        constraint.Shape is Shape.Linear ? Additive.Implied(this, constraint, at, corrected) : Quotients.Implied(this, constraint, at, corrected);
}
