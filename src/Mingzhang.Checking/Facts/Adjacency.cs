namespace Mingzhang.Checking.Facts;

/// <summary>For every occurrence the constraints that it is part of, in order.</summary>
internal sealed class Adjacency
{
    private readonly int[] _starts;
    private readonly int[] _constraints;

    /// <summary>Lists the constraints of a network by occurrence.</summary>
    public Adjacency(FactNetwork network)
    {
        ReadOnlySpan<Constraint> constraints = network.Constraints;
        _starts = new int[network.Occurrences.Length + 1];
        int total = 0;
        foreach (ref readonly Constraint constraint in constraints)
        {
            foreach (Part part in network.PartsOf(constraint)) _starts[part.Occurrence + 1]++;
            total += constraint.Count;
        }

        for (int i = 1; i < _starts.Length; i++) _starts[i] += _starts[i - 1];
        _constraints = new int[total];
        int[] next = [.. _starts];
        for (int i = 0; i < constraints.Length; i++)
        {
            foreach (Part part in network.PartsOf(constraints[i])) _constraints[next[part.Occurrence]++] = i;
        }
    }

    /// <summary>The constraints of an occurrence.</summary>
    public ReadOnlySpan<int> Of(int occurrence) => _constraints.AsSpan(_starts[occurrence].._starts[occurrence + 1]);
}
