using System.CommandLine;
using Mingzhang.Cli.Inputs;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Reports;
using Mingzhang.Reading;

namespace Mingzhang.Cli.Commands;

/// <summary>What read and check have in common: the options' values, the status, the messages on inputs that cannot be used.</summary>
internal static class DocumentRun
{
    public static ReadingOptions ReadingOptions(ParseResult parsed, DocumentOptions options) =>
        parsed.GetValue(options.MaxSize) is { } size ? new ReadingOptions { MaxBytes = FileSize.Parse(size) } : new ReadingOptions();

    /// <summary>Says which inputs cannot be used; fails where none can, so that nothing is written.</summary>
    public static void ReportProblems(Session session, IReadOnlyList<Examined> documents)
    {
        if (documents.Count == 0) throw new UnusableException(new Text("没有可用的文件，没有结果", "no document can be used: there is no result"));
        foreach (Examined document in documents)
        {
            if (document.Problem is { } problem) session.Messages.WriteLine(problem.In(session.Language));
        }
    }

    public static bool NoneUsable(IReadOnlyList<Examined> documents) => documents.All(d => d.Problem is not null);

    public static int Status(IReadOnlyList<Examined> documents)
    {
        if (documents.Any(d => d.Problem is not null)) return ExitStatus.Unusable;
        return documents.Any(d => d.Report?.Result.Count(Severity.Error) > 0) ? ExitStatus.Errors : ExitStatus.Done;
    }
}
