using System.Diagnostics.CodeAnalysis;

namespace Mingzhang.Core.Findings;

/// <summary>Values for the placeholders of a wording, by name. Immutable; a value given later stands before an earlier one.</summary>
public sealed class Arguments
{
    private readonly string _name;
    private readonly Text _value;
    private readonly Arguments? _earlier;

    private Arguments(string name, Text value, Arguments? earlier)
    {
        _name = name;
        _value = value;
        _earlier = earlier;
    }

    /// <summary>No values.</summary>
    public static Arguments Empty { get; } = new("", "", null);

    /// <summary>The value of a placeholder.</summary>
    /// <exception cref="KeyNotFoundException">It has none.</exception>
    public Text this[string name] => TryGetValue(name, out Text? value) ? value : throw new KeyNotFoundException(name);

    /// <summary>These with a value for one more placeholder, or another value for one.</summary>
    public Arguments With(string name, Text value) => new(name, value, this);

    /// <summary>The value of a placeholder; false if it has none.</summary>
    public bool TryGetValue(string name, [NotNullWhen(true)] out Text? value)
    {
        for (Arguments at = this; at._earlier is { } earlier; at = earlier)
        {
            if (at._name != name) continue;
            value = at._value;
            return true;
        }

        value = null;
        return false;
    }
}
