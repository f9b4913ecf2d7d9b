using System.Collections.Immutable;
using Mingzhang.Core.Findings;
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

    /// <summary>A file in an archive as it is, by its name there; else why it cannot be had.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="name">The file's name with its folders in the archive, as <see cref="ReadDocument.Name"/> has it behind the archive's.</param>
    /// <param name="options">The limits.</param>
    public static (byte[]? Bytes, ReadProblem? Problem) MemberOf(string path, string name, ReadingOptions? options = null)
    {
        options ??= ReadingOptions.Default;
        (byte[]? bytes, ReadProblem? problem) = SourceLoader.Bytes(path, options);
        if (bytes is null) return (null, problem);
        ArchiveMember? member = Archive.Is(bytes) ? Archive.Members(path, bytes, options).FirstOrDefault(m => m.Name == name) : null;
        return member is null
            ? (null, new ReadProblem(ReadProblemKind.Empty, new($"{path}：压缩包里没有文件 {name}。", $"{path}: the archive has no file {name}.")))
            : (member.Bytes, member.Problem);
    }

    /// <summary>Reads several files as one disclosure, in the order given; the documents of an archive by name. It is called by the names of all.</summary>
    public static ReadDocument ReadAsOne(IReadOnlyList<string> paths, StatuteBook statutes, ReadingOptions? options = null)
    {
        options ??= ReadingOptions.Default;
        string name = string.Join(" + ", paths);
        var texts = new List<SourceText>();
        var files = new List<string>();
        var aside = new List<Text>();
        foreach (string path in paths)
        {
            (byte[]? bytes, ReadProblem? problem) = SourceLoader.Bytes(path, options);
            if (bytes is null) return new ReadDocument(name, new ReadResult(null, problem));
            IReadOnlyList<ArchiveMember> members = Archive.Is(bytes) ? Archive.Members(path, bytes, options) : [new ArchiveMember("", bytes, null)];
            foreach (ArchiveMember member in members)
            {
                string file = member.Name.Length == 0 ? path : $"{path}/{member.Name}";
                (SourceText? text, problem) = member.Bytes is { } content ? SourceLoader.Load(file, content, options) : (null, member.Problem);
                // Pictures and programs in an archive are no parts of the disclosure; it is said that they were left aside.
                if (text is null && member.Name.Length > 0 && problem!.Kind is ReadProblemKind.Binary)
                {
                    aside.Add(problem.Message);
                    continue;
                }

                if (text is null) return new ReadDocument(name, new ReadResult(null, problem));
                texts.Add(text);
                files.Add(file);
            }
        }

        if (texts.Count == 0)
        {
            return new ReadDocument(name, new ReadResult(null, new ReadProblem(ReadProblemKind.Empty, new(
                $"{name}：里面没有可以读取的文档。", $"{name}: there is no document in it that can be read."))));
        }

        name = string.Join(" + ", files);
        SourceText joint = JointText.Of(texts);
        return new ReadDocument(name, Read(name, joint with { Remarks = [.. joint.Remarks, .. aside] }, statutes));
    }
}
