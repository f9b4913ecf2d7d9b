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

    /// <summary>Most characters of text taken from a Word, Excel, HTML or PDF file.</summary>
    public int MaxCharacters { get; init; } = 64 * 1024 * 1024;

    /// <summary>Most bytes that a packed file (.docx, .xlsx) may unpack to: 256 MB. A page of text is less than 0.1 MB of XML.</summary>
    public long MaxUnpackedBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Most files in an archive (.zip).</summary>
    public int MaxMembers { get; init; } = 1_000;

    /// <summary>Most cells of tables in a document.</summary>
    public int MaxCells { get; init; } = 2_000_000;

    /// <summary>Deepest nesting of XML elements.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>Most pages of a PDF file.</summary>
    public int MaxPages { get; init; } = 2_000;

    /// <summary>Longest time that a program may take to extract a PDF file's text.</summary>
    public TimeSpan ExtractionTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Most pages whose text is recognised from images.</summary>
    public int MaxRecognisedPages { get; init; } = 300;

    /// <summary>Longest time that recognising one page may take.</summary>
    public TimeSpan RecognitionTime { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How many processes may extract one document's text side by side; 1 where several documents are read at the same time.</summary>
    public int Processors { get; init; } = Environment.ProcessorCount;

    /// <summary>Told how many pages were recognised from images, and of how many, as they are; may be told by several threads.</summary>
    public Action<int, int>? PagesRecognised { get; init; }

    /// <summary>The usual limits.</summary>
    public static ReadingOptions Default { get; } = new();
}
