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

    private Slot[] _slots = new Slot[512];
    private int _shift = 64 - 9;
    private Slot _last;
    private readonly List<byte[]?> _long = [];

    internal int Count { get; private set; }

    /// <summary>The number of a text; <paramref name="salt"/> tells equal texts apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
        if (_last.Is(first, last, length, salt) && (length <= InWords || SameLong(_last.Number - 1, ref text, length))) return _last.Number - 1;
        int mask = _slots.Length - 1;
        int at = (int)(Hash(first, last, length, salt) >> _shift);
        while (true)
        {
            ref Slot slot = ref _slots[at];
            if (slot.Number == 0)
            {
                isNew = true;
                slot = _last = new Slot { First = first, Last = last, Length = length, Salt = salt, Number = Count + 1 };
                return Insert(ref text, length);
            }

            if (slot.Is(first, last, length, salt) && (length <= InWords || SameLong(slot.Number - 1, ref text, length)))
            {
                _last = slot;
                return slot.Number - 1;
            }

            at = (at + 1) & mask;
        }
    }

    private bool SameLong(int number, ref byte text, int length) =>
        MemoryMarshal.CreateReadOnlySpan(ref text, length).SequenceEqual(_long[number]);

    private int Insert(ref byte text, int length)
    {
        int number = Count++;
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
        Slot[] old = _slots;
        _slots = new Slot[old.Length * 2];
        _shift--;
        int mask = _slots.Length - 1;
        foreach (Slot slot in old)
        {
            if (slot.Number == 0) continue;
            int at = (int)(Hash(slot.First, slot.Last, slot.Length, slot.Salt) >> _shift);
            while (_slots[at].Number != 0) at = (at + 1) & mask;
            _slots[at] = slot;
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

    private struct Slot
    {
        internal ulong First;
        internal ulong Last;
        internal int Length;
        internal uint Salt;
        internal int Number;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal readonly bool Is(ulong first, ulong last, int length, uint salt) =>
            First == first && Last == last && Length == length && Salt == salt && Number != 0;
    }
}
