namespace Mingzhang.Reading;

/// <summary>Limits on the documents that are read; beyond them a document is refused with a message, never read in part.</summary>
public sealed record ReadingOptions
{
    /// <summary>Largest file, in bytes: 64 MB. The largest disclosures seen have 0.25 MB of text.</summary>
    public long MaxBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Longest line, in characters.</summary>
    public int MaxLineLength { get; init; } = 1_000_000;

    /// <summary>Most lines.</summary>
    public int MaxLines { get; init; } = 5_000_000;

    /// <summary>The usual limits.</summary>
    public static ReadingOptions Default { get; } = new();
}
