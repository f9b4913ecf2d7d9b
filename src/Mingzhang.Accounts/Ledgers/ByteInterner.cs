using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>
/// Numbers texts by their bytes, from 0 in the order in which they come. The bytes are read eight at a time, so that the seven
/// behind a text must be readable. Texts of up to 16 bytes are compared by two words, longer ones by their bytes as well.
/// </summary>
internal sealed class ByteInterner
{
    private Slot[] _slots;
    private int _shift;
    private readonly List<byte[]?> _long = [];

    internal ByteInterner(int capacity = 256)
    {
        _slots = new Slot[(int)BitOperations.RoundUpToPowerOf2((uint)capacity * 2)];
        _shift = 64 - BitOperations.Log2((uint)_slots.Length);
    }

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

        ulong hash = Hash(first, last, (uint)length ^ (salt << 8));
        if (length > 16) hash = Hash(hash, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, (length >> 1) - 4)), 0);
        int mask = _slots.Length - 1;
        int at = (int)(hash >> _shift);
        while (true)
        {
            ref Slot slot = ref _slots[at];
            if (slot.Number == 0)
            {
                isNew = true;
                return Insert(ref slot, ref text, length, salt, first, last, hash);
            }

            if (slot.First == first && slot.Last == last && slot.Length == length && slot.Salt == salt && (length <= 16 || SameLong(slot.Number - 1, ref text, length)))
            {
                isNew = false;
                return slot.Number - 1;
            }

            at = (at + 1) & mask;
        }
    }

    private bool SameLong(int number, ref byte text, int length) =>
        MemoryMarshal.CreateReadOnlySpan(ref text, length).SequenceEqual(_long[number]);

    private int Insert(ref Slot slot, ref byte text, int length, uint salt, ulong first, ulong last, ulong hash)
    {
        int number = Count++;
        slot = new Slot { First = first, Last = last, Hash = hash, Length = length, Salt = salt, Number = number + 1 };
        if (length > 16)
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
        _slots = new Slot[old.Length * 4];
        _shift = 64 - BitOperations.Log2((uint)_slots.Length);
        int mask = _slots.Length - 1;
        foreach (Slot slot in old)
        {
            if (slot.Number == 0) continue;
            int at = (int)(slot.Hash >> _shift);
            while (_slots[at].Number != 0) at = (at + 1) & mask;
            _slots[at] = slot;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ulong first, ulong last, uint more)
    {
        unchecked
        {
            ulong mixed = (first ^ more) * 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 29) ^ last) * 0xC2B2AE3D27D4EB4F;
            return (mixed ^ (mixed >> 32)) * 0x9E3779B97F4A7C15;
        }
    }

    private struct Slot
    {
        internal ulong First;
        internal ulong Last;
        internal ulong Hash;
        internal int Length;
        internal uint Salt;
        internal int Number;
    }
}
