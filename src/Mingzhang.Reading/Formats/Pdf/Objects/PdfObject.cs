namespace Mingzhang.Reading.Formats.Pdf.Objects;

/// <summary>A name: <c>/Type</c>.</summary>
internal sealed record PdfName(string Value);

/// <summary>A word of a content stream: <c>re</c>, <c>BT</c>.</summary>
internal sealed record PdfWord(string Value);

/// <summary>A reference to an object: <c>12 0 R</c>.</summary>
internal readonly record struct PdfReference(int Number);

/// <summary>A dictionary.</summary>
internal sealed class PdfDictionary : Dictionary<string, object?>
{
    /// <summary>A new one; keys are compared as they stand.</summary>
    internal PdfDictionary()
        : base(StringComparer.Ordinal)
    {
    }
}

/// <summary>A stream: its dictionary, and its bytes as they stand in the file.</summary>
internal sealed record PdfStream(PdfDictionary Dictionary, ReadOnlyMemory<byte> Raw);
