using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>Voucher numbers and summaries in one array, each ended by a zero byte. A summary that repeats the one before it is kept once.</summary>
internal sealed class LedgerTexts(int capacity)
{
    private byte[] _bytes = new byte[capacity];
    private int _length;
    private int _summary = -1;
    private int _summaryLength;

    /// <summary>Keeps a text; its place.</summary>
    internal int Add(ref byte text, int length)
    {
        if (_length + length + 1 > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + length + 1));
        int place = _length;
        MemoryMarshal.CreateReadOnlySpan(ref text, length).CopyTo(_bytes.AsSpan(place));
        _length += length;
        _bytes[_length++] = 0;
        return place;
    }

    /// <summary>Keeps a text; its place.</summary>
    internal int Add(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text + "\0");
        return Add(ref bytes[0], bytes.Length - 1);
    }

    /// <summary>Keeps a summary; −1 for the empty one.</summary>
    internal int AddSummary(ref byte text, int length)
    {
        if (length == 0) return -1;
        if (length == _summaryLength && MemoryMarshal.CreateReadOnlySpan(ref text, length).SequenceEqual(_bytes.AsSpan(_summary, length))) return _summary;
        _summary = Add(ref text, length);
        _summaryLength = length;
        return _summary;
    }

    /// <summary>The text at a place; −1 is the empty one.</summary>
    internal string At(int place)
    {
        if (place < 0) return "";
        ReadOnlySpan<byte> text = _bytes.AsSpan(place);
        return Encoding.UTF8.GetString(text[..text.IndexOf((byte)0)]);
    }
}
