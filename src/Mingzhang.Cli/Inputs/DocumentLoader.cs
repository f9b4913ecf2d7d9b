using Mingzhang.Cli.Output;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Reports;
using Mingzhang.Reading;
using Mingzhang.Statutes;

namespace Mingzhang.Cli.Inputs;

/// <summary>Reads documents and does something with each; what cannot be used becomes a message, not a failure of the others.</summary>
internal sealed class DocumentLoader(Session session, StatuteBook statutes, ReadingOptions options)
{
    /// <summary>
    /// Reads every file and examines what was read. A file of a folder that is no disclosure at all is left aside with a message.
    /// </summary>
    public IReadOnlyList<Examined> Examine(InputFiles inputs, string title, Func<string, Disclosure, Examined> examine) =>
        WorkProgress.Run(session, title, inputs.Files.Count, done =>
        {
            var examined = new List<Examined>();
            for (int i = 0; i < inputs.Files.Count; i++)
            {
                if (ExamineOne(inputs.Files[i], examine) is { } document) examined.Add(document);
                done(i + 1);
            }

            return examined;
        });

    /// <summary>Reads a file that must be a disclosure.</summary>
    public Disclosure Read(string path)
    {
        ReadResult result = DocumentReader.Read(path, statutes, options);
        return result.Disclosure ?? throw new UnusableException(result.Problem!.Message);
    }

    private Examined? ExamineOne(InputFile file, Func<string, Disclosure, Examined> examine)
    {
        try
        {
            ReadResult result = DocumentReader.Read(file.Path, statutes, options);
            if (result.Disclosure is { } disclosure) return examine(file.Path, disclosure);
            ReadProblem problem = result.Problem!;
            if (file.FromFolder && problem.Kind == ReadProblemKind.NotADisclosure)
            {
                session.Messages.WriteLine(session.Say($"{file.Path}：不是部门决算公开文件，未处理", $"{file.Path}: is no disclosure, left aside"));
                return null;
            }

            return Examined.Unusable(file.Path, problem.Message);
        }
        catch (Exception bug) when (bug is not (OutOfMemoryException or StatuteException))
        {
            string what = CommandLineProgram.Describe(bug);
            return Examined.Unusable(file.Path, new Text(
                $"{file.Path}：处理这个文件时程序出错，没有结果（{what}）。请把文件和这条消息报告给开发者",
                $"{file.Path}: the program failed on this file and gives no result ({what}). Please report it with the file"));
        }
    }
}
