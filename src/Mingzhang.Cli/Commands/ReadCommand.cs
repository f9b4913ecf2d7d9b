using System.CommandLine;
using Mingzhang.Checking.Engine;
using Mingzhang.Cli.Inputs;
using Mingzhang.Cli.Output;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Reports;
using Mingzhang.Publishing.Terminal;
using Mingzhang.Publishing.Views;
using Mingzhang.Reading;
using Mingzhang.Statutes;

namespace Mingzhang.Cli.Commands;

/// <summary><c>mingzhang read FILE…</c>: what documents say, as data.</summary>
internal static class ReadCommand
{
    public static Command Create(GlobalOptions global, Session session)
    {
        var options = new DocumentOptions();
        var command = new Command("read");
        options.AddTo(command);
        var member = new Option<string?>("--member") { HelpName = "NAME" };
        command.Options.Add(member);
        command.SetAction(parsed => parsed.GetValue(member) is { } name ? TakeOut(parsed, options, name, session) : Run(parsed, global, options, session));
        return command;
    }

    /// <summary>Writes a file of an archive as it is, within the limits that its documents are read with.</summary>
    private static int TakeOut(ParseResult parsed, DocumentOptions options, string name, Session session)
    {
        if (parsed.GetValue(options.Files) is not [var archive]) throw new UsageException(new Text("--member 只能和一个压缩包一起用", "--member goes with one archive only"));
        string? path = parsed.GetValue(options.Output);
        FormOutput.RefuseTerminal("xlsx", path, session);
        (byte[]? bytes, ReadProblem? problem) = DocumentReader.MemberOf(archive, name, DocumentRun.ReadingOptions(parsed, options, new InputFiles([], false)));
        if (bytes is null) throw new UnusableException(problem!.Message);
        ResultOutput.Write(session, path, stream => stream.Write(bytes));
        return ExitStatus.Done;
    }

    private static int Run(ParseResult parsed, GlobalOptions global, DocumentOptions options, Session session)
    {
        string format = GlobalOptions.Choice(parsed, options.Format, "json", "text", "csv", "xlsx", "view");
        string? path = parsed.GetValue(options.Output);
        FormOutput.RefuseTerminal(format, path, session);
        InputFiles inputs = InputFiles.Of(parsed.GetValue(options.Files) ?? [], parsed.GetValue(options.AsOne), session);
        StatuteBook statutes = global.LoadStatutes(parsed);
        ReadingOptions limits = DocumentRun.ReadingOptions(parsed, options, inputs);
        return DocumentRun.Run(
            session,
            session.Say("读取", "reading"),
            inputs.Files.Count,
            (held, done) => new DocumentLoader(held, statutes, limits).Examine(inputs.Files, Examined.Read, done),
            (held, documents) => Write(format, documents, inputs.IsList, path, held));
    }

    private static void Write(string format, IEnumerable<Examined> documents, bool list, string? path, Session session)
    {
        if (format == "text") ResultOutput.WriteText(session, path, w => ReadText.Write(documents, w, session.Language), w => ReadText.WriteToTerminal(documents, w, session.Language), list);
        else if (format == "view") ResultOutput.Write(session, path, stream => WriteViews([.. documents.Where(d => d.Disclosure is not null).Select(View)], list, stream), list);
        else FormOutput.Write(format, documents, list, path, session);
    }

    /// <summary>What the portal shows says what was found in the document; reading it is done all the same.</summary>
    private static DisclosureView View(Examined document) =>
        DisclosureViews.Of(new CheckReport(document.File, Checker.Check(document.Disclosure!), RuleBook.DefinitionsFor(document.Disclosure!.Edition)));

    private static void WriteViews(DisclosureView[] views, bool list, Stream stream)
    {
        if (list) DisclosureViewJson.Write(views, stream);
        else DisclosureViewJson.Write(views[0], stream);
    }
}
