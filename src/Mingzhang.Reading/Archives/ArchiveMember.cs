namespace Mingzhang.Reading.Archives;

/// <summary>A file in an archive. Exactly one of <paramref name="Bytes"/> and <paramref name="Problem"/> is set.</summary>
/// <param name="Name">Its name with its folders inside the archive, for messages; never used as a path.</param>
/// <param name="Bytes">What it holds.</param>
/// <param name="Problem">Why it cannot be had.</param>
internal sealed record ArchiveMember(string Name, byte[]? Bytes, ReadProblem? Problem)
{
    /// <summary>The folders of its name with a slash behind; empty for none.</summary>
    internal string Folder => Name[..(Name.LastIndexOf('/') + 1)];
}
