using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>
/// Takes a CSV text apart, row by row, at the speed of memory: commas, line ends and quotes of 32 bytes are found at once. A row with
/// quotes is taken apart byte by byte, its fields unquoted into a buffer of their own.
/// </summary>
internal ref struct CsvScanner
{
    /// <summary>Bytes behind the text that must be readable; the text itself must end with a line end.</summary>
    internal const int Padding = 64;

    private readonly ReadOnlySpan<byte> _text;
    private readonly int _length;
    private readonly Span<int> _starts;
    private readonly Span<int> _ends;
    private readonly bool _isLast;
    private byte[] _unquoted = [];
    private int _block;
    private uint _mask;

    /// <summary>A scanner of padded text, the last of a file or not; the spans take the fields of a row, as many as they have places.</summary>
    internal CsvScanner(ReadOnlySpan<byte> padded, int from, int length, bool isLast, Span<int> starts, Span<int> ends)
    {
        _text = padded;
        _length = length;
        _starts = starts;
        _ends = ends;
        _isLast = isLast;
        MoveTo(from);
    }

    /// <summary>Where the next row begins.</summary>
    internal int At { get; private set; }

    /// <summary>Number of fields of the row, more than the spans hold where it has too many.</summary>
    internal int Fields { get; private set; }

    /// <summary>Line ends inside the row's quoted fields.</summary>
    internal int LineEnds { get; private set; }

    /// <summary>The row had quotes: its fields are in <see cref="Unquoted"/>.</summary>
    internal bool IsQuoted { get; private set; }

    /// <summary>The row has a quote that is not closed, or one in the wrong place.</summary>
    internal bool IsMalformed { get; private set; }

    /// <summary>The fields of a row with quotes, padded.</summary>
    internal readonly byte[] Unquoted => _unquoted;

    /// <summary>Takes the next row; false at the end, and where the rest of a row is not here yet.</summary>
    internal bool Next()
    {
        if (At >= _length) return false;
        ref byte text = ref MemoryMarshal.GetReference(_text);
        IsQuoted = IsMalformed = false;
        LineEnds = 0;
        int start = At, row = At, fields = 0, block = _block;
        uint mask = _mask;
        while (true)
        {
            while (mask == 0)
            {
                block += 32;
                mask = Marks(ref text, block);
            }

            int at = block + BitOperations.TrailingZeroCount(mask);
            byte mark = Unsafe.Add(ref text, at);
            if (mark == (byte)'"') return Quoted(row);
            mask &= mask - 1;
            if (fields < _ends.Length)
            {
                _starts[fields] = start;
                _ends[fields] = at;
            }

            fields++;
            start = at + 1;
            if (mark == (byte)',') continue;
            if (at > row && fields <= _ends.Length && Unsafe.Add(ref text, at - 1) == (byte)'\r') _ends[fields - 1] = at - 1;
            _block = block;
            _mask = mask;
            At = start;
            Fields = fields;
            return true;
        }
    }

    private static uint Marks(ref byte text, int block)
    {
        Vector256<byte> bytes = Vector256.LoadUnsafe(ref text, (nuint)block);
        return (Vector256.Equals(bytes, Vector256.Create((byte)',')) | Vector256.Equals(bytes, Vector256.Create((byte)'\n')) | Vector256.Equals(bytes, Vector256.Create((byte)'"'))).ExtractMostSignificantBits();
    }

    private bool Quoted(int row)
    {
        int end = EndOfRow(row);
        // Where more text follows, a row whose quotes are open at the end waits for it.
        if (end == _length && !_isLast) return false;
        if (_unquoted.Length < end - row + Padding) _unquoted = new byte[Math.Max(end - row, 2 * _unquoted.Length) + 1024 + Padding];
        int to = 0, from = row, fields = 0;
        while (true)
        {
            int start = to;
            if (fields < _starts.Length) _starts[fields] = to;
            bool quoted = from < end && _text[from] == (byte)'"';
            if (quoted) Unquote(ref from, ref to, end);
            for (; from < end && _text[from] != (byte)','; from++)
            {
                // Behind a closing quote only the carriage return of the line end may stand, inside a plain field no quote.
                IsMalformed |= _text[from] == (byte)'"' || (quoted && _text[from] != (byte)'\r');
                _unquoted[to++] = _text[from];
            }

            if (from >= end && to > start && _unquoted[to - 1] == (byte)'\r') to--;
            End(fields++, to);
            if (from++ >= end) break;
        }

        _unquoted.AsSpan(to, Padding).Clear();
        IsQuoted = true;
        Fields = fields;
        MoveTo(Math.Min(end + 1, _length));
        return true;
    }

    /// <summary>Takes a quoted text up to behind its closing quote.</summary>
    private void Unquote(ref int from, ref int to, int end)
    {
        for (from++; from < end; from++)
        {
            byte c = _text[from];
            if (c == (byte)'"' && _text[++from] != (byte)'"') return;
            if (c == (byte)'\n') LineEnds++;
            _unquoted[to++] = c;
        }

        IsMalformed = true;
    }

    private readonly void End(int field, int at)
    {
        if (field < _ends.Length) _ends[field] = at;
    }

    /// <summary>The line end that ends a row with quotes, or the end of the text.</summary>
    private readonly int EndOfRow(int row)
    {
        bool inside = false;
        for (int at = row; at < _length; at++)
        {
            byte c = _text[at];
            if (c == (byte)'"') inside = !inside;
            else if (c == (byte)'\n' && !inside) return at;
        }

        return _length;
    }

    private void MoveTo(int at)
    {
        At = at;
        _block = at;
        _mask = at < _length ? Marks(ref MemoryMarshal.GetReference(_text), at) : 0;
    }
}
