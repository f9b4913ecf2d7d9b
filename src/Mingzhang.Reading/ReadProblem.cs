using Mingzhang.Core.Findings;

namespace Mingzhang.Reading;

/// <summary>Why a document could not be used at all.</summary>
public enum ReadProblemKind
{
    /// <summary>There is no such file.</summary>
    NotFound,

    /// <summary>The path is a folder.</summary>
    IsFolder,

    /// <summary>The file cannot be opened: permissions, a lock, a device error.</summary>
    NotReadable,

    /// <summary>The file has no text.</summary>
    Empty,

    /// <summary>The file is of no format that is read: a picture, an archive, an old Word file, or bytes without meaning as text.</summary>
    Binary,

    /// <summary>The file is of a format that is read, but broken.</summary>
    Damaged,

    /// <summary>The file is protected by a password.</summary>
    Encrypted,

    /// <summary>The pages are pictures without text.</summary>
    NoText,

    /// <summary>A program that reads the format is not installed, failed or took too long.</summary>
    Extraction,

    /// <summary>The bytes are no text in any encoding that is read.</summary>
    Encoding,

    /// <summary>The file, a line of it or the number of lines exceeds a limit of <see cref="ReadingOptions"/>.</summary>
    TooLarge,

    /// <summary>The text is no disclosure of a budget or of final accounts.</summary>
    NotADisclosure,

    /// <summary>The fiscal year that the document reports is nowhere stated.</summary>
    YearUnknown,

    /// <summary>There is no edition of the statutory forms for the document.</summary>
    NoEdition,
}

/// <summary>A document that could not be used, in words for its user.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Message">The file, the place in it, what is wrong and what to do.</param>
public sealed record ReadProblem(ReadProblemKind Kind, Text Message);
