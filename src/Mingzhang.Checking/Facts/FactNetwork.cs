using System.Runtime.InteropServices;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Facts;

/// <summary>
/// The facts of one disclosure: every place that states a figure, and every relation between them that was tested. Violations and
/// rounding differences are kept apart, so that a disclosure without them costs little.
/// </summary>
internal sealed class FactNetwork(Rounding rounding) : IDisposable
{
    // A network is built for every check and thrown away: its lists are kept for the thread's next one.
    private const int MostKept = 16_384;

    [ThreadStatic]
    private static (List<Occurrence> Occurrences, List<Constraint> Constraints, List<Part> Parts)? s_kept;

    private readonly (List<Occurrence> Occurrences, List<Constraint> Constraints, List<Part> Parts) _lists = Take();
    private Adjacency? _adjacency;
    private readonly List<int> _violated = [];
    private readonly List<int> _rounded = [];

    /// <summary>How the document rounds.</summary>
    public Rounding Rounding { get; private set; } = rounding;

    /// <summary>The occurrences.</summary>
    public ReadOnlySpan<Occurrence> Occurrences => CollectionsMarshal.AsSpan(_lists.Occurrences);

    /// <summary>The constraints.</summary>
    public ReadOnlySpan<Constraint> Constraints => CollectionsMarshal.AsSpan(_lists.Constraints);

    /// <summary>Constraints that no true values satisfy.</summary>
    public IReadOnlyList<int> Violated => _violated;

    /// <summary>Constraints that hold only by rounding.</summary>
    public IReadOnlyList<int> Rounded => _rounded;

    /// <summary>The constraints by occurrence; complete once nothing is added any more.</summary>
    public Adjacency Adjacency => _adjacency ??= new Adjacency(this);

    /// <summary>The occurrence at an index.</summary>
    public ref readonly Occurrence this[int occurrence] => ref Occurrences[occurrence];

    /// <summary>The parts of a constraint.</summary>
    public ReadOnlySpan<Part> PartsOf(in Constraint constraint) => CollectionsMarshal.AsSpan(_lists.Parts).Slice(constraint.Start, constraint.Count);

    /// <summary>Adds an occurrence and gives its index.</summary>
    public int Add(in Occurrence occurrence)
    {
        _lists.Occurrences.Add(occurrence);
        return _lists.Occurrences.Count - 1;
    }

    /// <summary>Adds a constraint, judges it and gives the verdict.</summary>
    public Verdict Add(FactRule rule, Shape shape, Comparison comparison, ReadOnlySpan<Part> parts, int left)
    {
        var constraint = new Constraint(rule, shape, comparison, _lists.Parts.Count, parts.Length, left);
        int index = _lists.Constraints.Count;
        _lists.Parts.AddRange(parts);
        _lists.Constraints.Add(constraint);
        Verdict verdict = Judge(constraint);
        if (verdict is Verdict.Violated) _violated.Add(index);
        else if (verdict is not Verdict.Exact) _rounded.Add(index);
        return verdict;
    }

    /// <summary>Takes back the constraint added last.</summary>
    public void DropLast()
    {
        int index = _lists.Constraints.Count - 1;
        _lists.Parts.RemoveRange(_lists.Constraints[index].Start, _lists.Constraints[index].Count);
        _lists.Constraints.RemoveAt(index);
        if (_violated.Count > 0 && _violated[^1] == index) _violated.RemoveAt(_violated.Count - 1);
        if (_rounded.Count > 0 && _rounded[^1] == index) _rounded.RemoveAt(_rounded.Count - 1);
    }

    /// <summary>How a constraint stands to the figures as printed.</summary>
    public Verdict Judge(in Constraint constraint) =>
        constraint.Shape is Shape.Linear ? Additive.Judge(this, constraint) : Quotients.Judge(this, constraint);

    /// <summary>How a constraint would stand to the figures if the document rounded otherwise.</summary>
    public Verdict JudgeUnder(Rounding other, in Constraint constraint)
    {
        Rounding own = Rounding;
        Rounding = other;
        Verdict verdict = Judge(constraint);
        Rounding = own;
        return verdict;
    }

    /// <summary>The range of an occurrence, or its corrected one.</summary>
    public Interval RangeOf(int occurrence, IReadOnlyDictionary<int, Interval>? corrected) =>
        corrected is not null && corrected.TryGetValue(occurrence, out Interval range) ? range : this[occurrence].Range(Rounding);

    /// <summary>
    /// The values that a constraint leaves to its part number <paramref name="at"/>, given all others; null where it leaves every value.
    /// </summary>
    public Interval? Implied(in Constraint constraint, int at, IReadOnlyDictionary<int, Interval>? corrected) =>
        constraint.Shape is Shape.Linear ? Additive.Implied(this, constraint, at, corrected) : Quotients.Implied(this, constraint, at, corrected);

    /// <summary>Gives the lists back; the network must not be used any more.</summary>
    public void Dispose()
    {
        if (_lists.Occurrences.Capacity > MostKept || _lists.Parts.Capacity > 4 * MostKept) return;
        _lists.Occurrences.Clear();
        _lists.Constraints.Clear();
        _lists.Parts.Clear();
        s_kept = _lists;
    }

    private static (List<Occurrence> Occurrences, List<Constraint> Constraints, List<Part> Parts) Take()
    {
        if (s_kept is not { } kept) return (new(1024), new(2048), new(8192));
        s_kept = null;
        return kept;
    }
}
