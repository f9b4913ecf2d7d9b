using System.CommandLine;
using Mingzhang.Cli.Inputs;
using Mingzhang.Cli.Output;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.Reports;
using Mingzhang.Publishing.Terminal;

namespace Mingzhang.Cli.Commands;

/// <summary><c>mingzhang read FILE…</c>: what documents say, as data.</summary>
internal static class ReadCommand
{
    public static Command Create(GlobalOptions global, Session session)
    {
        var options = new DocumentOptions();
        var command = new Command("read");
        options.AddTo(command);
        command.SetAction(parsed => Run(parsed, global, options, session));
        return command;
    }

    private static int Run(ParseResult parsed, GlobalOptions global, DocumentOptions options, Session session)
    {
        string format = GlobalOptions.Choice(parsed, options.Format, "json", "text");
        InputFiles inputs = InputFiles.Of(parsed.GetValue(options.Files) ?? [], session);
        DocumentLoader loader = new(session, global.LoadStatutes(parsed), DocumentRun.ReadingOptions(parsed, options));
        IReadOnlyList<Examined> documents = loader.Examine(inputs, session.Say("读取", "reading"), Examined.Read);
        DocumentRun.ReportProblems(session, documents);
        if (DocumentRun.NoneUsable(documents)) return ExitStatus.Unusable;
        string? path = parsed.GetValue(options.Output);
        string language = session.Language;
        if (format == "text") ResultOutput.WriteText(session, path, w => ReadText.Write(documents, w, language), w => ReadText.WriteToTerminal(documents, w, language));
        else ResultOutput.Write(session, path, stream => ReadJson.Write(documents, inputs.IsList, stream, language));
        return DocumentRun.Status(documents);
    }
}
