using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Archives;

/// <summary>
/// Reads the disclosures of an archive: its documents, those put together that make one disclosure. Two documents make one where kind, year and unit
/// agree and neither says what the other says: other forms, other sections. A document that is no disclosure by itself (a single form, an attachment)
/// goes to the only disclosure of its folder, where that says more with it.
/// </summary>
internal sealed class ArchiveReader(string path, Func<string, SourceText, ReadResult> read, ReadingOptions options)
{
    /// <summary>Joins that are tried for documents that are no disclosure by themselves: each is a reading.</summary>
    private const int MostTries = 100;

    private readonly List<Group> _groups = [];
    private int _tries;

    /// <summary>The disclosures of the archive, and what of it cannot be used.</summary>
    internal ImmutableArray<ReadDocument> Read(byte[] bytes)
    {
        var rest = ImmutableArray.CreateBuilder<ReadDocument>();
        var loose = new List<Group>();
        foreach (ArchiveMember member in Archive.Members(path, bytes, options))
        {
            string name = member.Name.Length == 0 ? path : $"{path}/{member.Name}";
            (SourceText? text, ReadProblem? problem) = member.Bytes is { } content ? SourceLoader.Load(name, content, options) : (null, member.Problem);
            if (text is null)
            {
                rest.Add(new ReadDocument(name, new ReadResult(null, problem)));
                continue;
            }

            var group = new Group(member.Folder, [(member.Name, text)], read(name, text));
            if (group.Result.Disclosure is null) loose.Add(group);
            else if (!Joined(group)) _groups.Add(group);
        }

        foreach (Group group in loose) Place(group);
        foreach (Group group in _groups) rest.Add(new ReadDocument(NameOf(group.Parts), group.Result));
        if (rest.Count == 0) rest.Add(new ReadDocument(path, new ReadResult(null, Empty())));
        return [.. rest.OrderBy(d => d.Name, StringComparer.Ordinal)];
    }

    /// <summary>Puts a disclosure to the one that it completes; false where there is none.</summary>
    private bool Joined(Group group)
    {
        Disclosure disclosure = group.Result.Disclosure!;
        for (int i = 0; i < _groups.Count; i++)
        {
            if (!Completion.Complete(_groups[i].Result.Disclosure!, disclosure)) continue;
            Group joint = Join(_groups[i], group);
            if (joint.Result.Disclosure is null) continue;
            _groups[i] = joint;
            return true;
        }

        return false;
    }

    /// <summary>Puts a document that is no disclosure by itself to the disclosure of its folder, or to others of its kind.</summary>
    private void Place(Group group)
    {
        int[] near = [.. Enumerable.Range(0, _groups.Count).Where(i => _groups[i].Folder == group.Folder)];
        if (near.Length == 1 && _tries++ < MostTries)
        {
            Group joint = Join(_groups[near[0]], group);
            if (Completion.Weight(joint.Result) > Completion.Weight(_groups[near[0]].Result))
            {
                _groups[near[0]] = joint;
                return;
            }
        }

        _groups.Add(group);
    }

    private Group Join(Group a, Group b)
    {
        ImmutableArray<(string Name, SourceText Text)> parts = [.. a.Parts, .. b.Parts];
        SourceText text = JointText.Of([.. parts.Select(p => p.Text)]);
        return new Group(a.Folder, parts, read(NameOf(parts), text));
    }

    private string NameOf(ImmutableArray<(string Name, SourceText Text)> parts) => string.Join(" + ", parts.Select(p => $"{path}/{p.Name}"));

    private ReadProblem Empty() => new(ReadProblemKind.Empty, new(
        $"{path}：压缩包里没有文件。请确认打包是否成功。", $"{path}: the archive has no files. Check that it was packed."));

    /// <summary>Documents read as one.</summary>
    private sealed record Group(string Folder, ImmutableArray<(string Name, SourceText Text)> Parts, ReadResult Result);
}
