using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text;

namespace Mingzhang.Reading.Formats.Pdf.Objects;

/// <summary>
/// Reads objects of a PDF file and operands of its content streams: numbers as <see cref="double"/>, names, references, arrays as lists,
/// dictionaries, words; texts of strings are not needed and read as an empty array, nor are arrays and dictionaries among the operands.
/// </summary>
internal sealed class PdfLexer(ReadOnlyMemory<byte> bytes, int position = 0)
{
    private const int DeepestObject = 60;

    private static readonly object TextString = Array.Empty<byte>();
    private static readonly double[] Tenths = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    private static readonly PdfWord EndOfItems = new("]"), EndOfDictionary = new(">>");

    // The operators of pages, by their letters: a page has tens of thousands.
    private static readonly FrozenDictionary<int, PdfWord> Operators =
        new[] { "q", "Q", "cm", "m", "l", "c", "v", "y", "re", "h", "S", "s", "B", "B*", "b", "b*", "f", "F", "f*", "W", "W*", "n", "BDC", "BMC", "EMC", "BT", "ET", "Tf", "Tm", "Td", "TD", "Tj", "TJ", "T*", "Tr", "Tc", "Tw", "Tz", "TL", "Do", "gs", "g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "w", "J", "j", "d", "i", "M" }
            .ToFrozenDictionary(o => Key(Encoding.Latin1.GetBytes(o)), o => new PdfWord(o));

    /// <summary>Stands for the end of the bytes.</summary>
    internal static readonly object End = new();

    /// <summary>Where the next object is read.</summary>
    internal int Position { get; set; } = position;

    private ReadOnlySpan<byte> Bytes => bytes.Span;

    /// <summary>The next object; <see cref="End"/> after the last. References are told from numbers only where <paramref name="references"/> is set.</summary>
    internal object? Next(bool references, int depth = 0)
    {
        SkipSpace();
        ReadOnlySpan<byte> all = Bytes;
        if (Position >= all.Length) return End;
        byte c = all[Position];
        switch (c)
        {
            case (byte)'/':
                return new PdfName(Name());
            case (byte)'(':
                SkipString();
                return TextString;
            case (byte)'<' when Position + 1 < all.Length && all[Position + 1] == '<':
                Position += 2;
                return references ? Dictionary(depth) : Passed<PdfName>(depth);
            case (byte)'<':
                int close = all[Position..].IndexOf((byte)'>');
                Position = close < 0 ? all.Length : Position + close + 1;
                return TextString;
            case (byte)'[':
                Position++;
                return references ? Items(depth) : Passed<object>(depth);
            case (byte)']':
                Position++;
                return EndOfItems;
            case (byte)'}' or (byte)'{' or (byte)')':
                Position++;
                return new PdfWord(((char)c).ToString());
            case (byte)'>':
                Position += Position + 1 < all.Length && all[Position + 1] == '>' ? 2 : 1;
                return EndOfDictionary;
        }

        if (c is (byte)'+' or (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9')) return NumberOrReference(references);
        int start = Position;
        while (Position < all.Length && !IsSpace(all[Position]) && !IsDelimiter(all[Position])) Position++;
        if (Position == start) Position++;
        ReadOnlySpan<byte> letters = all[start..Position];
        if (letters.Length <= 3 && Operators.TryGetValue(Key(letters), out PdfWord? known)) return known;
        return Encoding.Latin1.GetString(letters) switch
        {
            "null" => null,
            "true" => true,
            "false" => false,
            var word => new PdfWord(word),
        };
    }

    /// <summary>Passes over white space and comments.</summary>
    internal void SkipSpace()
    {
        ReadOnlySpan<byte> all = Bytes;
        while (Position < all.Length)
        {
            if (IsSpace(all[Position])) Position++;
            else if (all[Position] == '%')
            {
                int end = all[Position..].IndexOfAny((byte)'\n', (byte)'\r');
                Position = end < 0 ? all.Length : Position + end;
            }
            else break;
        }
    }

    private static int Key(ReadOnlySpan<byte> letters)
    {
        int key = 0;
        foreach (byte letter in letters) key = (key << 8) | letter;
        return key;
    }

    private static bool IsSpace(byte c) => c is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte c) => c is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    private string Name()
    {
        ReadOnlySpan<byte> all = Bytes;
        int start = ++Position;
        while (Position < all.Length && !IsSpace(all[Position]) && !IsDelimiter(all[Position])) Position++;
        return Encoding.Latin1.GetString(all[start..Position]);
    }

    private void SkipString()
    {
        ReadOnlySpan<byte> all = Bytes;
        int open = 0;
        for (; Position < all.Length; Position++)
        {
            int next = all[Position..].IndexOfAny((byte)'\\', (byte)'(', (byte)')');
            if (next < 0) break;
            Position += next;
            byte c = all[Position];
            if (c == '\\') Position++;
            else if (c == '(') open++;
            else if (c == ')' && --open == 0)
            {
                Position++;
                return;
            }
        }

        Position = all.Length;
    }

    private PdfDictionary Dictionary(int depth)
    {
        var dictionary = new PdfDictionary();
        if (depth > DeepestObject) return dictionary;
        while (Next(references: true, depth + 1) is PdfName key)
        {
            object? value = Next(references: true, depth + 1);
            if (value is PdfWord { Value: ">>" } || ReferenceEquals(value, End)) break;
            dictionary[key.Value] = value;
        }

        return dictionary;
    }

    private List<object?> Items(int depth)
    {
        var items = new List<object?>();
        if (depth > DeepestObject) return items;
        while (Next(references: true, depth + 1) is var item && !IsEndOfItems(item)) items.Add(item);
        return items;
    }

    private static bool IsEndOfItems(object? item) => ReferenceEquals(item, End) || item is PdfWord { Value: "]" or ">>" or "endobj" };

    /// <summary>Passes over an array, or over a dictionary, which goes on while names come.</summary>
    private object Passed<TKey>(int depth)
    {
        if (depth > DeepestObject) return TextString;
        while (Next(references: false, depth + 1) is var item && !IsEndOfItems(item))
        {
            if (typeof(TKey) == typeof(object)) continue;
            if (item is not TKey || Next(references: false, depth + 1) is PdfWord { Value: ">>" }) break;
        }

        return TextString;
    }

    private object NumberOrReference(bool references)
    {
        double number = Number();
        if (!references || number < 0 || number > int.MaxValue || number != Math.Floor(number)) return number;
        int after = Position;
        SkipSpace();
        ReadOnlySpan<byte> all = Bytes;
        int digits = Position;
        while (Position < all.Length && Position - digits < 5 && all[Position] is >= (byte)'0' and <= (byte)'9') Position++;
        if (Position > digits)
        {
            SkipSpace();
            if (Position < all.Length && all[Position] == 'R' && (Position + 1 == all.Length || IsSpace(all[Position + 1]) || IsDelimiter(all[Position + 1])))
            {
                Position++;
                return new PdfReference((int)number);
            }
        }

        Position = after;
        return number;
    }

    private double Number()
    {
        ReadOnlySpan<byte> all = Bytes;
        int start = Position, digits = 0, point = -1;
        long value = 0;
        bool isPlain = true;
        for (; Position < all.Length; Position++)
        {
            byte c = all[Position];
            if (c is >= (byte)'0' and <= (byte)'9')
            {
                if (++digits <= 15) value = (value * 10) + (c - '0');
            }
            else if (c == '.')
            {
                isPlain &= point < 0;
                point = digits;
            }
            else if (c is (byte)'+' or (byte)'-')
            {
                isPlain &= Position == start;
            }
            else
            {
                break;
            }
        }

        // So few digits make a quotient that is rounded once, as it should be.
        if (isPlain && digits is > 0 and <= 15) return (all[start] == '-' ? -value : value) / (point < 0 ? 1 : Tenths[digits - point]);
        ReadOnlySpan<byte> text = all[start..Position].TrimStart((byte)'+');
        return Utf8Parser.TryParse(text, out double number, out _) && double.IsFinite(number) ? number : 0;
    }
}
