using System.Text.Unicode;
using Mingzhang.Accounts.Books.Files;
using Mingzhang.Accounts.Books.Problems;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>The bytes of a ledger file as UTF-8, padded for <see cref="CsvScanner"/>, ending with a line end.</summary>
internal readonly record struct LedgerText(byte[] Bytes, int Start, int Length)
{
    // Arrays of bytes end below two gigabytes.
    private const long MostBytes = 2_000_000_000;

    /// <summary>Reads a file in any encoding that books may have; null with a problem in the log where it cannot be used. UTF-8 is read in place.</summary>
    internal static LedgerText? Read(string path, long most, FileProblems log)
    {
        if (ReadPlain(path, Math.Min(most, MostBytes)) is { } plain) return plain;
        if (BookText.ReadUtf8(path, Math.Min(most, MostBytes), log) is not { } text) return null;
        byte[] bytes = new byte[text.Length + 1 + CsvScanner.Padding];
        text.CopyTo(bytes, 0);
        return Ended(bytes, 0, text.Length);
    }

    private static LedgerText? ReadPlain(string path, long most)
    {
        try
        {
            using Microsoft.Win32.SafeHandles.SafeFileHandle file = File.OpenHandle(path);
            long size = RandomAccess.GetLength(file);
            if (size < 4 || size > most) return null;
            byte[] bytes = GC.AllocateUninitializedArray<byte>((int)size + 1 + CsvScanner.Padding);
            int length = 0;
            while (length < size && RandomAccess.Read(file, bytes.AsSpan(length, (int)size - length), length) is var read and > 0) length += read;
            ReadOnlySpan<byte> text = bytes.AsSpan(0, length);
            int start = text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
            bool isText = length == size && text[start..4].IndexOfAnyExceptInRange((byte)' ', (byte)0xF7) < 0 && !text.StartsWith("%PDF"u8)
                && !text.Contains((byte)0) && text.ContainsAnyExcept(" \t\r\n"u8) && Utf8.IsValid(text);
            return isText ? Ended(bytes, start, length) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    private static LedgerText Ended(byte[] bytes, int start, int length)
    {
        if (bytes[length - 1] != (byte)'\n') bytes[length++] = (byte)'\n';
        bytes.AsSpan(length).Clear();
        return new LedgerText(bytes, start, length);
    }
}
