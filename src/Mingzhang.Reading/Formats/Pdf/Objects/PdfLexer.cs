using System.Buffers.Text;
using System.Text;

namespace Mingzhang.Reading.Formats.Pdf.Objects;

/// <summary>
/// Reads objects of a PDF file and operands of its content streams: numbers as <see cref="double"/>, names, references, arrays as lists,
/// dictionaries, words; texts of strings are not needed and read as an empty array.
/// </summary>
internal sealed class PdfLexer(ReadOnlyMemory<byte> bytes, int position = 0)
{
    private const int DeepestObject = 60;

    private static readonly object TextString = Array.Empty<byte>();

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
                return Dictionary(references, depth);
            case (byte)'<':
                int close = all[Position..].IndexOf((byte)'>');
                Position = close < 0 ? all.Length : Position + close + 1;
                return TextString;
            case (byte)'[':
                Position++;
                return Items(references, depth);
            case (byte)']' or (byte)'}' or (byte)'{' or (byte)')':
                Position++;
                return new PdfWord(((char)c).ToString());
            case (byte)'>':
                Position += Position + 1 < all.Length && all[Position + 1] == '>' ? 2 : 1;
                return new PdfWord(">>");
        }

        if (c is (byte)'+' or (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9')) return NumberOrReference(references);
        int start = Position;
        while (Position < all.Length && !IsSpace(all[Position]) && !IsDelimiter(all[Position])) Position++;
        if (Position == start) Position++;
        return Encoding.Latin1.GetString(all[start..Position]) switch
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

    private PdfDictionary Dictionary(bool references, int depth)
    {
        var dictionary = new PdfDictionary();
        if (depth > DeepestObject) return dictionary;
        while (Next(references, depth + 1) is PdfName key)
        {
            object? value = Next(references, depth + 1);
            if (value is PdfWord { Value: ">>" } || ReferenceEquals(value, End)) break;
            dictionary[key.Value] = value;
        }

        return dictionary;
    }

    private List<object?> Items(bool references, int depth)
    {
        var items = new List<object?>();
        if (depth > DeepestObject) return items;
        while (Next(references, depth + 1) is var item && !ReferenceEquals(item, End) && item is not PdfWord { Value: "]" or ">>" or "endobj" }) items.Add(item);
        return items;
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
        int start = Position;
        while (Position < all.Length && all[Position] is (byte)'+' or (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9')) Position++;
        ReadOnlySpan<byte> digits = all[start..Position].TrimStart((byte)'+');
        return Utf8Parser.TryParse(digits, out double value, out _) && double.IsFinite(value) ? value : 0;
    }
}
