using System.CommandLine;
using Mingzhang.Cli.Output;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.Exports;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Cli.Commands;

/// <summary>Writes what disclosures hold in the formats for programs: the same whether they were read or compiled.</summary>
internal static class FormOutput
{
    /// <summary>A workbook is nothing for a terminal.</summary>
    /// <exception cref="UsageException">It would go there.</exception>
    public static void RefuseTerminal(string format, string? path, Session session)
    {
        if (format == "xlsx" && path is null && session.OutputIsTerminal)
            throw new UsageException(new Text("工作簿不能输出到终端，请用 -o 给出文件名", "a workbook cannot be shown on the terminal; name a file with -o"));
    }

    /// <summary>Writes documents as <c>json</c>, <c>csv</c> or <c>xlsx</c>.</summary>
    public static void Write(string format, IEnumerable<Examined> documents, bool list, string? path, Session session)
    {
        string language = session.Language;
        ResultOutput.Write(session, path, stream =>
        {
            if (format == "csv") FormTable.Write(documents, stream, language);
            else if (format == "xlsx") FormWorkbook.Write(documents, list, stream, language);
            else ReadJson.Write(documents, list, stream, language);
        }, list && format != "xlsx");
    }
}
