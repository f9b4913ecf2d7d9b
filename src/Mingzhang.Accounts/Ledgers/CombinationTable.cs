using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>The combinations that occur, each with its sum: the cube of the ledger. Open addressing.</summary>
internal sealed class CombinationTable
{
    private int[] _slots = new int[4096];
    private int _shift = 64 - 12;
    private Combination[] _keys = new Combination[1024];
    private long[] _cents = new long[1024];

    internal int Count { get; private set; }

    internal ReadOnlySpan<Combination> Keys => _keys.AsSpan(0, Count);

    /// <summary>Sums in 分, as long as <see cref="Keys"/>.</summary>
    internal ReadOnlySpan<long> Cents => _cents.AsSpan(0, Count);

    /// <summary>Adds an amount; the number of the combination.</summary>
    /// <exception cref="OverflowException">The sum is beyond 64 bits.</exception>
    internal int Add(Combination key, long cents)
    {
        int mask = _slots.Length - 1;
        int at = (int)(key.Hash >> _shift);
        while (true)
        {
            int number = _slots[at] - 1;
            if (number < 0) return Insert(key, cents, at);
            if (_keys[number] == key)
            {
                _cents[number] += cents;
                return number;
            }

            at = (at + 1) & mask;
        }
    }

    private int Insert(Combination key, long cents, int at)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, Count * 2);
            Array.Resize(ref _cents, Count * 2);
        }

        _keys[Count] = key;
        _cents[Count] = cents;
        _slots[at] = ++Count;
        if (Count * 2 > _slots.Length) Grow();
        return Count - 1;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 4];
        _shift = 64 - BitOperations.Log2((uint)_slots.Length);
        int mask = _slots.Length - 1;
        for (int number = 0; number < Count; number++)
        {
            int at = (int)(_keys[number].Hash >> _shift);
            while (_slots[at] != 0) at = (at + 1) & mask;
            _slots[at] = number + 1;
        }
    }
}
