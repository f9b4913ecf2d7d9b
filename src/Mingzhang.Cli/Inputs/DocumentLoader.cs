using System.Collections.Concurrent;
using System.Collections.Immutable;
using Mingzhang.Checking.Links;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Reports;
using Mingzhang.Reading;
using Mingzhang.Statutes;

namespace Mingzhang.Cli.Inputs;

/// <summary>Reads documents and does something with each; what cannot be used becomes a message, not a failure of the others.</summary>
internal sealed class DocumentLoader(Session session, StatuteBook statutes, ReadingOptions options)
{
    /// <summary>Files of a set whose reading is kept for their check; those of a larger set are read once more.</summary>
    private const int MostKept = 48;

    private readonly ConcurrentDictionary<InputFile, ImmutableArray<ReadDocument>> _kept = new();
    private readonly List<Text> _aside = [];

    /// <summary>What was said of files that are no disclosures, of those examined so far.</summary>
    public IReadOnlyCollection<Text> LeftAside => _aside;

    /// <summary>Reads all files for what they can be checked against: each other. What cannot be used is told when it is examined.</summary>
    /// <param name="files">The files.</param>
    /// <param name="done">Told after each file.</param>
    public DocumentSet Survey(IReadOnlyList<InputFile> files, Action done)
    {
        var members = new List<SetMember>();
        foreach (ImmutableArray<SetMember> found in OrderedWork.Run(files, MembersIn))
        {
            members.AddRange(found);
            done();
        }

        return new DocumentSet(members);
    }

    /// <summary>
    /// Reads every file and examines what was read, in the order of the files and by all processors. A file of a folder or archive that is no
    /// disclosure at all is left aside with a message.
    /// </summary>
    /// <param name="files">The files.</param>
    /// <param name="examine">What to do with a disclosure; the name of its document comes first.</param>
    /// <param name="done">Told after each file.</param>
    public IEnumerable<Examined> Examine(IReadOnlyList<InputFile> files, Func<string, Disclosure, Examined> examine, Action done)
    {
        foreach (var (documents, aside) in OrderedWork.Run(files, file => ExamineOne(file, examine)))
        {
            _aside.AddRange(aside);
            foreach (Text message in aside) session.Messages.WriteLine(message.In(session.Language));
            foreach (Examined document in documents) yield return document;
            done();
        }
    }

    /// <summary>Reads a file that must be a disclosure.</summary>
    public Disclosure Read(string path)
    {
        ReadResult result = DocumentReader.Read(path, statutes, options);
        return result.Disclosure ?? throw new UnusableException(result.Problem!.Message);
    }

    private ImmutableArray<SetMember> MembersIn(InputFile file)
    {
        try
        {
            ImmutableArray<ReadDocument> read = ReadFile(file);
            if (_kept.Count < MostKept) _kept.TryAdd(file, read);
            return [.. read.Where(d => d.Result.Disclosure is not null).Select(d => SetMember.Of(d.Name, d.Result.Disclosure!))];
        }
        catch (Exception bug) when (bug is not (OutOfMemoryException or StatuteException))
        {
            return [];
        }
    }

    private ImmutableArray<ReadDocument> ReadFile(InputFile file) => file.Paths.Length == 1
        ? DocumentReader.ReadAll(file.Paths[0], statutes, options)
        : [DocumentReader.ReadAsOne(file.Paths, statutes, options)];

    private (IReadOnlyList<Examined> Documents, IReadOnlyList<Text> Aside) ExamineOne(InputFile file, Func<string, Disclosure, Examined> examine)
    {
        var documents = new List<Examined>();
        var aside = new List<Text>();
        string name = string.Join(" + ", file.Paths);
        Guarded(name, () =>
        {
            foreach (ReadDocument document in _kept.TryRemove(file, out ImmutableArray<ReadDocument> kept) ? kept : ReadFile(file))
            {
                bool mayBeOther = file.FromFolder || document.Name != name;
                if (document.Result.Disclosure is { } disclosure) Guarded(document.Name, () => documents.Add(examine(document.Name, disclosure)));
                else if (mayBeOther && document.Result.Problem!.Kind is ReadProblemKind.NotADisclosure or ReadProblemKind.Binary) aside.Add(Aside(document));
                else documents.Add(Examined.Unusable(document.Name, document.Result.Problem!.Message));
            }
        });
        // An archive of which nothing is used is no success.
        if (documents.Count == 0 && !file.FromFolder) documents.Add(Examined.Unusable(name, NothingIn(name)));
        return (documents, aside);

        void Guarded(string what, Action work)
        {
            try
            {
                work();
            }
            catch (Exception bug) when (bug is not (OutOfMemoryException or StatuteException))
            {
                string described = CommandLineProgram.Describe(bug);
                documents.Add(Examined.Unusable(what, new Text(
                    $"{what}：处理这个文件时程序出错，没有结果（{described}）。请把文件和这条消息报告给开发者",
                    $"{what}: the program failed on this file and gives no result ({described}). Please report it with the file")));
            }
        }
    }

    private static Text Aside(ReadDocument document) => document.Result.Problem!.Kind == ReadProblemKind.NotADisclosure
        ? new Text($"{document.Name}：不是部门预决算公开文件，未处理", $"{document.Name}: is no disclosure, left aside")
        : document.Result.Problem.Message;

    private static Text NothingIn(string name) => new(
        $"{name}：压缩包里没有部门预决算公开文件", $"{name}: the archive has no disclosure");
}
