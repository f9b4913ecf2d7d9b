using System.Runtime.CompilerServices;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Classifications;

/// <summary>The names that a classification has given up, with the codes that now have others.</summary>
internal sealed class FormerNames
{
    private readonly Dictionary<string, ClassificationEntry?> _byName = [];
    private readonly HashSet<string> _inForce = [];
    private static readonly ConditionalWeakTable<Classification, FormerNames> Known = new();

    private FormerNames(Classification classification)
    {
        foreach (ClassificationEntry entry in classification.Entries)
        {
            _inForce.Add(Names.Squeeze(entry.Name));
            if (entry.FormerNames.IsDefaultOrEmpty) continue;
            foreach (string name in entry.FormerNames)
            {
                string plain = Names.Squeeze(name);
                _byName[plain] = _byName.ContainsKey(plain) ? null : entry;
            }
        }
    }

    /// <summary>The names of a classification, compiled once.</summary>
    internal static FormerNames Of(Classification classification) => Known.GetValue(classification, static c => new FormerNames(c));

    /// <summary>The entry that had a name and lost it; null if the name is in force, unknown, or was that of several.</summary>
    internal ClassificationEntry? Current(string name)
    {
        if (name.Length == 0) return null;
        string plain = Names.Squeeze(name);
        return _inForce.Contains(plain) ? null : _byName.GetValueOrDefault(plain);
    }
}
