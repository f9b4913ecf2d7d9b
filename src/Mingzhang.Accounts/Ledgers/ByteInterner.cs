using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>
/// Numbers texts by their bytes, from 0 in the order in which they come. The bytes are read eight at a time, so that the seven
/// behind a text must be readable. Texts of up to 16 bytes are compared by two words, longer ones by their bytes as well. The text
/// that came last is remembered, for in a ledger most columns say what they said in the row above.
/// </summary>
internal sealed class ByteInterner
{
    private const int InWords = 16;

    // Numbers of texts from 1, found by their hash; the texts themselves stand in the order of their numbers.
    private int[] _slots = new int[512];
    private int _shift = 64 - 9;
    private Key[] _keys = new Key[64];
    private Key _last;
    private int _lastNumber = -1;
    private readonly List<byte[]?> _long = [];

    internal int Count { get; private set; }

    /// <summary>The number of a text; <paramref name="salt"/> tells equal texts apart.</summary>
    internal int Number(ref byte text, int length, uint salt, out bool isNew)
    {
        ulong first = 0, last = 0;
        if (length > 8)
        {
            first = Unsafe.ReadUnaligned<ulong>(ref text);
            last = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, length - 8));
        }
        else if (length > 0) first = Unsafe.ReadUnaligned<ulong>(ref text) & (ulong.MaxValue >> (64 - 8 * length));

        isNew = false;
        if (_lastNumber >= 0 && _last.Is(first, last, length, salt) && (length <= InWords || SameLong(_lastNumber, ref text, length))) return _lastNumber;
        int mask = _slots.Length - 1;
        int at = (int)(Hash(first, last, length, salt) >> _shift);
        while (true)
        {
            int number = _slots[at] - 1;
            if (number < 0)
            {
                isNew = true;
                _last = new Key { First = first, Last = last, Length = length, Salt = salt };
                _lastNumber = Count;
                return Insert(at, ref text, length);
            }

            ref Key key = ref _keys[number];
            if (key.Is(first, last, length, salt) && (length <= InWords || SameLong(number, ref text, length)))
            {
                _last = key;
                _lastNumber = number;
                return number;
            }

            at = (at + 1) & mask;
        }
    }

    private bool SameLong(int number, ref byte text, int length) =>
        MemoryMarshal.CreateReadOnlySpan(ref text, length).SequenceEqual(_long[number]);

    private int Insert(int at, ref byte text, int length)
    {
        int number = Count++;
        if (number == _keys.Length) Array.Resize(ref _keys, number * 2);
        _keys[number] = _last;
        _slots[at] = Count;
        if (length > InWords)
        {
            while (_long.Count < number) _long.Add(null);
            _long.Add(MemoryMarshal.CreateReadOnlySpan(ref text, length).ToArray());
        }

        if (Count * 2 > _slots.Length) Grow();
        return number;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 4];
        _shift -= 2;
        int mask = _slots.Length - 1;
        for (int number = 0; number < Count; number++)
        {
            ref Key key = ref _keys[number];
            int at = (int)(Hash(key.First, key.Last, key.Length, key.Salt) >> _shift);
            while (_slots[at] != 0) at = (at + 1) & mask;
            _slots[at] = number + 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ulong first, ulong last, int length, uint salt)
    {
        unchecked
        {
            ulong mixed = (first ^ (uint)length ^ (salt << 8)) * 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 29) ^ last) * 0xC2B2AE3D27D4EB4F;
            return (mixed ^ (mixed >> 32)) * 0x9E3779B97F4A7C15;
        }
    }

    private struct Key
    {
        internal ulong First;
        internal ulong Last;
        internal int Length;
        internal uint Salt;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal readonly bool Is(ulong first, ulong last, int length, uint salt) => First == first && Last == last && Length == length && Salt == salt;
    }
}
