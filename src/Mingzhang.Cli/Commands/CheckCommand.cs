using System.CommandLine;
using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Links;
using Mingzhang.Cli.Inputs;
using Mingzhang.Cli.Output;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.Html;
using Mingzhang.Publishing.Reports;
using Mingzhang.Publishing.Sarif;
using Mingzhang.Publishing.Terminal;
using Mingzhang.Publishing.Views;
using Mingzhang.Reading;
using Mingzhang.Statutes;

namespace Mingzhang.Cli.Commands;

/// <summary><c>mingzhang check FILE…</c>: every inconsistency of documents, with its proof.</summary>
internal static class CheckCommand
{
    public static Command Create(GlobalOptions global, Session session)
    {
        var options = new DocumentOptions();
        var prior = new Option<string?>("--prior") { HelpName = "FILE" };
        var marked = new Option<string?>("--marked") { HelpName = "PATH" };
        var command = new Command("check");
        options.AddTo(command);
        command.Options.Add(prior);
        command.Options.Add(marked);
        command.SetAction(parsed => Run(parsed, global, options, prior, marked, session));
        return command;
    }

    private static int Run(ParseResult parsed, GlobalOptions global, DocumentOptions options, Option<string?> prior, Option<string?> marked, Session session)
    {
        string format = GlobalOptions.Choice(parsed, options.Format, "text", "json", "sarif", "html", "view");
        InputFiles inputs = InputFiles.Of(parsed.GetValue(options.Files) ?? [], parsed.GetValue(options.AsOne), session);
        string? priorPath = parsed.GetValue(prior);
        if (priorPath is not null && inputs.IsList)
            throw new UsageException(new Text("--prior 只能和一个文件一起用", "--prior goes with one FILE only"));
        string? markedPath = parsed.GetValue(marked);
        if (markedPath is not null) MarkedFile.Verify(markedPath, inputs);
        StatuteBook statutes = global.LoadStatutes(parsed);
        ReadingOptions limits = DocumentRun.ReadingOptions(parsed, options, inputs);
        Disclosure? before = priorPath is null ? null : new DocumentLoader(session, statutes, limits).Read(priorPath);
        string? path = parsed.GetValue(options.Output);
        IReadOnlyCollection<Text> aside = [];
        return DocumentRun.Run(
            session,
            session.Say("审核", "checking"),
            inputs.IsList ? 2 * inputs.Files.Count : 1,
            (held, done) =>
            {
                var loader = new DocumentLoader(held, statutes, limits);
                aside = loader.LeftAside;
                DocumentSet? set = inputs.IsList ? loader.Survey(inputs.Files, done) : null;
                return loader.Examine(inputs.Files, (file, disclosure) => Check(file, disclosure, set, priorPath, before), done);
            },
            (held, documents) =>
            {
                if (markedPath is not null) documents = documents.Select(d => MarkedFile.Write(markedPath, d, held.Language));
                if (format == "html" && !inputs.IsList) documents = documents.Select(d => ReportPictures.AddTo(d, limits, held));
                Write(format, documents, aside, inputs.IsList, path, held);
            },
            evenUnusable: format == "view");
    }

    private static Examined Check(string file, Disclosure disclosure, DocumentSet? set, string? priorPath, Disclosure? prior)
    {
        if (prior is not null && prior.Year != disclosure.Year.Previous)
        {
            return Examined.Unusable(file, new Text(
                $"{priorPath}：是 {prior.Year} 年度的，不是 {disclosure.Year} 年度的上一年；--prior 要给出 {disclosure.Year.Previous} 年度的决算公开文件",
                $"{priorPath}: is of {prior.Year}, not of the year before {disclosure.Year}; --prior takes the final accounts of {disclosure.Year.Previous}"));
        }

        CheckResult result = Checker.Check(disclosure, set?.LinksOf(file, disclosure) ?? (prior is null ? [] : [LinkedDocument.Prior(prior, priorPath!)]));
        return Examined.Checked(new CheckReport(file, result, RuleBook.DefinitionsFor(disclosure.Edition)));
    }

    private static void Write(string format, IEnumerable<Examined> documents, IReadOnlyCollection<Text> aside, bool list, string? path, Session session)
    {
        string language = session.Language;
        switch (format)
        {
            case "json":
                ResultOutput.Write(session, path, stream => CheckJson.Write(documents, list, stream, language), list);
                break;
            case "sarif":
                ResultOutput.Write(session, path, stream => SarifReport.Write(documents, stream, language), list);
                break;
            case "html":
                ResultOutput.Write(session, path, stream => HtmlReport.Write(documents, stream, language), list);
                break;
            case "view":
                ResultOutput.Write(session, path, stream => CheckViews.Write(documents, aside, stream));
                break;
            default:
                ResultOutput.WriteText(session, path, w => TextReport.Write(documents, w, language), w => TextReport.WriteToTerminal(documents, w, language), list);
                break;
        }
    }
}
