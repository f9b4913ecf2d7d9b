using System.CommandLine;
using Mingzhang.Cli.Inputs;
using Mingzhang.Cli.Output;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Reports;
using Mingzhang.Reading;

namespace Mingzhang.Cli.Commands;

/// <summary>
/// What read and check have in common: documents are examined one after the other and written as they come, so that a folder of any size takes the
/// memory of a few documents.
/// </summary>
internal sealed class DocumentRun(Session session, bool evenUnusable)
{
    private bool _unusable, _errors;

    public static ReadingOptions ReadingOptions(ParseResult parsed, DocumentOptions options, InputFiles inputs)
    {
        var limits = new ReadingOptions { PagesRecognised = ProgressFile.Pages };
        if (parsed.GetValue(options.MaxSize) is { } size) limits = limits with { MaxBytes = FileSize.Parse(size) };
        // Several documents keep all processors busy as it is.
        return inputs.Files.Count > 1 ? limits with { Processors = 1 } : limits;
    }

    /// <summary>Examines and writes documents; the status of the run.</summary>
    /// <param name="session">Where the run writes.</param>
    /// <param name="title">What it does, for the progress bar.</param>
    /// <param name="steps">How many steps that is.</param>
    /// <param name="examine">The documents in order; told after each step.</param>
    /// <param name="write">Writes the documents to the session's output or a file.</param>
    /// <param name="evenUnusable">The result says why documents cannot be used: it is written even where none can.</param>
    public static int Run(Session session, string title, int steps, Func<Session, Action, IEnumerable<Examined>> examine, Action<Session, IEnumerable<Examined>> write, bool evenUnusable = false)
    {
        // What a terminal shows is held back while the progress bar is on it.
        using MemoryStream? output = session.OutputIsTerminal ? new MemoryStream() : null;
        using StringWriter? messages = session.MessagesIsTerminal ? new StringWriter() : null;
        Session held = session with { Output = output ?? session.Output, Messages = messages ?? session.Messages };
        int status;
        try
        {
            status = WorkProgress.Run(session, title, steps, done =>
            {
                int count = 0;
                return new DocumentRun(held, evenUnusable).Write(examine(held, () => done(++count)), write);
            });
        }
        finally
        {
            if (messages is not null) session.Messages.Write(messages.ToString());
        }

        if (output is not null) ResultOutput.Copy(output, session.Output);
        return status;
    }

    private int Write(IEnumerable<Examined> documents, Action<Session, IEnumerable<Examined>> write)
    {
        using IEnumerator<Examined> noted = documents.Select(Note).GetEnumerator();
        var first = new List<Examined>();
        bool usable = false;
        while (!usable && noted.MoveNext())
        {
            first.Add(noted.Current);
            usable = noted.Current.Problem is null;
        }

        if (first.Count == 0) throw new UnusableException(new Text("没有可用的文件，没有结果", "no document can be used: there is no result"));
        // Nothing else is written where nothing can be used.
        if (!usable && !evenUnusable) return ExitStatus.Unusable;
        write(session, first.Concat(Rest(noted)));
        return _unusable ? ExitStatus.Unusable : _errors ? ExitStatus.Errors : ExitStatus.Done;
    }

    private Examined Note(Examined document)
    {
        if (document.Problem is { } problem)
        {
            _unusable = true;
            session.Messages.WriteLine(problem.In(session.Language));
        }

        _errors |= document.Report?.Result.Count(Severity.Error) > 0;
        return document;
    }

    private static IEnumerable<Examined> Rest(IEnumerator<Examined> documents)
    {
        while (documents.MoveNext()) yield return documents.Current;
    }
}
