using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Checking.Engine;

/// <summary>The claims of a disclosure by a key, those of one key side by side in document order.</summary>
internal sealed class ClaimIndex<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> _keys;
    private readonly int[] _ends;
    private readonly Claim[] _claims;

    /// <summary>Sorts claims by their keys.</summary>
    public ClaimIndex(ImmutableArray<Claim> claims, Func<Claim, TKey> keyOf)
    {
        _keys = new Dictionary<TKey, int>(claims.Length);
        var keys = new int[claims.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            ref int key = ref CollectionsMarshal.GetValueRefOrAddDefault(_keys, keyOf(claims[i]), out bool known);
            if (!known) key = _keys.Count - 1;
            keys[i] = key;
        }

        // Where the claims of each key begin; after they are put there, where they end.
        _ends = new int[_keys.Count + 1];
        foreach (int key in keys) _ends[key + 1]++;
        for (int key = 1; key < _ends.Length; key++) _ends[key] += _ends[key - 1];
        _claims = new Claim[claims.Length];
        for (int i = 0; i < keys.Length; i++) _claims[_ends[keys[i]]++] = claims[i];
    }

    /// <summary>The claims with a key; empty if there are none.</summary>
    public ArraySegment<Claim> this[TKey key]
    {
        get
        {
            if (!_keys.TryGetValue(key, out int at)) return ArraySegment<Claim>.Empty;
            int start = at == 0 ? 0 : _ends[at - 1];
            return new ArraySegment<Claim>(_claims, start, _ends[at] - start);
        }
    }
}
