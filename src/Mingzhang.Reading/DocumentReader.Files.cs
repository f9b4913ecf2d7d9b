using System.Collections.Immutable;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Archives;
using Mingzhang.Reading.Sources;
using Mingzhang.Statutes;

namespace Mingzhang.Reading;

/// <summary>A document that was read, with its name for the user: the path of its file, in an archive with its name there.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Result">What reading it gave.</param>
public sealed record ReadDocument(string Name, ReadResult Result);

/// <content>Files that hold several documents, and documents of several files.</content>
public static partial class DocumentReader
{
    /// <summary>Reads every document of a file: one, or those of an archive.</summary>
    public static ImmutableArray<ReadDocument> ReadAll(string path, StatuteBook statutes, ReadingOptions? options = null)
    {
        options ??= ReadingOptions.Default;
        (byte[]? bytes, ReadProblem? problem) = SourceLoader.Bytes(path, options);
        if (bytes is null) return [new ReadDocument(path, new ReadResult(null, problem))];
        if (Archive.Is(bytes)) return new ArchiveReader(path, (name, text) => Read(name, text, statutes), options).Read(bytes);
        (SourceText? source, problem) = SourceLoader.Load(path, bytes, options);
        return [new ReadDocument(path, source is null ? new ReadResult(null, problem) : Read(path, source, statutes))];
    }

    /// <summary>Reads several files as one disclosure, in the order given; the documents of an archive by name.</summary>
    public static ReadDocument ReadAsOne(IReadOnlyList<string> paths, StatuteBook statutes, ReadingOptions? options = null)
    {
        options ??= ReadingOptions.Default;
        string name = string.Join(" + ", paths);
        var texts = new List<SourceText>();
        foreach (string path in paths)
        {
            (byte[]? bytes, ReadProblem? problem) = SourceLoader.Bytes(path, options);
            if (bytes is null) return new ReadDocument(name, new ReadResult(null, problem));
            IReadOnlyList<ArchiveMember> members = Archive.Is(bytes) ? Archive.Members(path, bytes, options) : [new ArchiveMember("", bytes, null)];
            foreach (ArchiveMember member in members)
            {
                string file = member.Name.Length == 0 ? path : $"{path}/{member.Name}";
                (SourceText? text, problem) = member.Bytes is { } content ? SourceLoader.Load(file, content, options) : (null, member.Problem);
                if (text is null) return new ReadDocument(name, new ReadResult(null, problem));
                texts.Add(text);
            }
        }

        return new ReadDocument(name, Read(name, JointText.Of(texts), statutes));
    }
}
