using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>One column's values while a ledger is read: each is decoded and looked up once.</summary>
internal sealed class LedgerDimension
{
    private readonly ByteInterner _interner = new();
    private readonly Func<string, int> _meaning;
    private readonly List<string> _values = [];
    private int[] _meanings = new int[256];

    /// <summary>A column; the meaning of a value is a number, −1 for one that cannot be used.</summary>
    internal LedgerDimension(Func<string, int> meaning)
    {
        _meaning = meaning;
        Number("");
    }

    internal List<string> Values => _values;

    /// <summary>The number of a value, 0 for the empty one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Number(ref byte text, int length)
    {
        int number = _interner.Number(ref text, length, 0, out bool isNew);
        if (isNew) Learn(ref text, length);
        return number;
    }

    /// <summary>The number of a value.</summary>
    internal int Number(string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value + "\0\0\0\0\0\0\0\0");
        return Number(ref bytes[0], bytes.Length - 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Meaning(int number) => _meanings[number];

    private void Learn(ref byte text, int length)
    {
        string value = Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpan(ref text, length));
        if (_values.Count == _meanings.Length) Array.Resize(ref _meanings, _values.Count * 2);
        _meanings[_values.Count] = _values.Count > Combination.MaxValues ? -1 : _meaning(value);
        _values.Add(value);
    }
}
