using System.CommandLine;
using Mingzhang.Cli.Output;
using Mingzhang.Core.Findings;
using Mingzhang.Statutes.Classifications;

namespace Mingzhang.Cli.Commands;

/// <summary><c>mingzhang forms import FILE --kind KIND --year YEAR -o DIR</c>: takes over an official list of classifications.</summary>
internal static class FormsImportCommand
{
    public static Command Create(Session session)
    {
        var file = new Argument<string?>("FILE") { Arity = ArgumentArity.ZeroOrOne };
        var kind = new Option<string?>("--kind") { HelpName = "functional|economic" };
        var year = new Option<string?>("--year") { HelpName = "YEAR" };
        var output = new Option<string?>("-o", "--output") { HelpName = "DIR" };
        var command = new Command("import") { file, kind, year, output };
        command.SetAction(parsed => Run(
            Required(parsed.GetValue(file), "FILE"),
            Required(parsed.GetValue(kind), "--kind"),
            Required(parsed.GetValue(year), "--year"),
            Required(parsed.GetValue(output), "-o DIR"),
            session));
        return command;
    }

    private static int Run(string file, string kind, string year, string folder, Session session)
    {
        ClassificationKind which = kind switch
        {
            "functional" => ClassificationKind.Functional,
            "economic" => ClassificationKind.Economic,
            _ => throw new UsageException(new Text($"--kind 是 functional 或 economic，不能是 {kind}", $"--kind is functional or economic, not {kind}")),
        };
        ImportedClassification list = ClassificationImporter.Read(file, which, YearArgument.Parse(year, "--year"));
        foreach (RejectedRow row in list.Rejected)
        {
            string sheet = row.Sheet.Length > 0 ? $" {row.Sheet}" : "";
            session.Messages.WriteLine(session.Say($"{row.File}{sheet} 第 {row.Row} 行未导入：{row.Reason.Zh}：{row.Content}", $"{row.File}{sheet} row {row.Row} is not taken: {row.Reason.En}: {row.Content}"));
        }

        if (list.Entries.IsEmpty) throw new UnusableException(new Text($"{file}：没有可导入的科目", $"{file}: has no code that can be taken"));
        string written = ClassificationImporter.Write(list, folder);
        ResultOutput.WriteText(session, null, Say, Say);
        return ExitStatus.Done;

        void Say(TextWriter writer) => writer.WriteLine(session.Say(
            $"导入 {list.Entries.Length} 个科目，写入 {written}；用 --forms {folder} 使用",
            $"{list.Entries.Length} codes written to {written}; use them with --forms {folder}"));
    }

    private static string Required(string? value, string name) =>
        value ?? throw new UsageException(new Text($"缺少 {name}", $"{name} is missing"));
}
