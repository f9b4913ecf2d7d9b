using System.CommandLine;
using Mingzhang.Cli.Inputs;
using Mingzhang.Cli.Output;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.Exports;
using Mingzhang.Publishing.Reports;
using Mingzhang.Publishing.Terminal;
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
        command.SetAction(parsed => Run(parsed, global, options, session));
        return command;
    }

    private static int Run(ParseResult parsed, GlobalOptions global, DocumentOptions options, Session session)
    {
        string format = GlobalOptions.Choice(parsed, options.Format, "json", "text", "csv", "xlsx");
        if (format == "xlsx" && parsed.GetValue(options.Output) is null && session.OutputIsTerminal)
            throw new UsageException(new Text("工作簿不能输出到终端，请用 -o 给出文件名", "a workbook cannot be shown on the terminal; name a file with -o"));
        InputFiles inputs = InputFiles.Of(parsed.GetValue(options.Files) ?? [], parsed.GetValue(options.AsOne), session);
        StatuteBook statutes = global.LoadStatutes(parsed);
        ReadingOptions limits = DocumentRun.ReadingOptions(parsed, options);
        string? path = parsed.GetValue(options.Output);
        return DocumentRun.Run(
            session,
            session.Say("读取", "reading"),
            inputs.Files.Count,
            (held, done) => new DocumentLoader(held, statutes, limits).Examine(inputs.Files, Examined.Read, done),
            (held, documents) => Write(format, documents, inputs.IsList, path, held));
    }

    private static void Write(string format, IEnumerable<Examined> documents, bool list, string? path, Session session)
    {
        string language = session.Language;
        switch (format)
        {
            case "text":
                ResultOutput.WriteText(session, path, w => ReadText.Write(documents, w, language), w => ReadText.WriteToTerminal(documents, w, language), list);
                break;
            case "csv":
                ResultOutput.Write(session, path, stream => FormTable.Write(documents, stream, language), list);
                break;
            case "xlsx":
                ResultOutput.Write(session, path, stream => FormWorkbook.Write(documents, list, stream, language));
                break;
            default:
                ResultOutput.Write(session, path, stream => ReadJson.Write(documents, list, stream, language), list);
                break;
        }
    }
}
