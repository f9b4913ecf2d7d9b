using System.Text.Unicode;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>A text in UTF-8, read in blocks of whole lines, padded for <see cref="CsvScanner"/>: whatever its length, little of it is in memory.</summary>
internal sealed class LedgerBlocks(Stream stream)
{
    // As much as the processor keeps close to itself: a block is looked at several times.
    private const int Size = 1 << 18;
    private const int LargestRow = 1 << 24;

    private int _filled;
    private bool _ended;
    private bool _first = true;

    /// <summary>The block, padded.</summary>
    internal byte[] Bytes { get; private set; } = new byte[Size + 1 + CsvScanner.Padding];

    /// <summary>Where its text begins.</summary>
    internal int Start { get; private set; }

    /// <summary>One past its last line end.</summary>
    internal int Length { get; private set; }

    /// <summary>Whether a row that is not complete in this block will never be: the text ends here, or the row is larger than any can be.</summary>
    internal bool IsLast { get; private set; }

    /// <summary>Whether the block is text in UTF-8.</summary>
    internal bool IsText
    {
        get
        {
            ReadOnlySpan<byte> text = Bytes.AsSpan(Start, Length - Start);
            if (text.Contains((byte)0) || !Utf8.IsValid(text)) return false;
            return !_first || (text.ContainsAnyExcept(" \t\r\n"u8) && !text.StartsWith("%PDF"u8) && text[..Math.Min(4, text.Length)].IndexOfAnyExceptInRange((byte)' ', (byte)0xF7) < 0);
        }
    }

    /// <summary>Takes the next block; false at the end.</summary>
    /// <param name="consumed">How much of the last block is done with; what follows is kept.</param>
    internal bool Read(int consumed)
    {
        _first = _filled == 0 && !_ended;
        Bytes.AsSpan(consumed, _filled - consumed).CopyTo(Bytes);
        _filled -= consumed;
        IsLast = false;
        Start = 0;
        do
        {
            if (_filled >= Bytes.Length - 1 - CsvScanner.Padding) Enlarge();
            Fill();
            if (_ended && _filled > 0 && Bytes[_filled - 1] != (byte)'\n') Bytes[_filled++] = (byte)'\n';
            Length = Bytes.AsSpan(0, _filled).LastIndexOf((byte)'\n') + 1;
            IsLast = _ended || (consumed == 0 && _filled >= LargestRow);
            if (IsLast && Length == 0) Length = _filled;
        }
        while (Length == 0 && !IsLast);

        if (_first && Bytes.AsSpan(0, Length).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) Start = 3;
        return Length > 0;
    }

    private void Fill()
    {
        int room = Bytes.Length - 1 - CsvScanner.Padding;
        while (_filled < room && !_ended)
        {
            int read = stream.Read(Bytes, _filled, room - _filled);
            _filled += read;
            _ended = read == 0;
        }
    }

    private void Enlarge()
    {
        byte[] larger = new byte[Bytes.Length * 2];
        Bytes.AsSpan(0, _filled).CopyTo(larger);
        Bytes = larger;
    }
}
