using System.Collections.Immutable;
using System.CommandLine;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Imports;
using Mingzhang.Cli.Output;
using Mingzhang.Core.Findings;

namespace Mingzhang.Cli.Commands;

/// <summary><c>mingzhang import FILE --as KIND --into BOOK</c>: a spreadsheet into a file of the book, as a whole or not at all.</summary>
internal static class ImportCommand
{
    public static Command Create(GlobalOptions global, Session session)
    {
        var file = new Argument<string?>("FILE") { Arity = ArgumentArity.ZeroOrOne };
        var kind = new Option<string?>("--as") { HelpName = "ledger|budget|opening" };
        var book = new Option<string?>("--into") { HelpName = "BOOK" };
        var mapping = new Option<string?>("--mapping") { HelpName = "FILE" };
        var command = new Command("import") { file, kind, book, mapping };
        command.SetAction(parsed =>
        {
            string source = Required(parsed.GetValue(file), "FILE"), folder = Required(parsed.GetValue(book), "--into BOOK");
            Required(parsed.GetValue(kind), "--as ledger|budget|opening");
            ImportKind which = GlobalOptions.Choice(parsed, kind, "ledger", "budget", "opening") switch { "ledger" => ImportKind.Ledger, "budget" => ImportKind.Budget, _ => ImportKind.Opening };
            (ImportContext? context, ImmutableArray<BookProblem> problems) = ImportContext.Read(folder, global.LoadStatutes(parsed));
            BookLoading.Report(folder, problems, session);
            return context is null
                ? throw new UnusableException(new Text($"{folder}：unit.yaml 或 projects 有错误，没有导入", $"{folder}: unit.yaml or projects has errors; nothing is imported"))
                : Run(source, which, folder, parsed.GetValue(mapping), context, session);
        });
        return command;
    }

    private static int Run(string source, ImportKind kind, string folder, string? mappingFile, ImportContext context, Session session)
    {
        string mappings = mappingFile ?? Path.Combine(folder, SpreadsheetImport.MappingName);
        (ImmutableArray<ColumnMapping> saved, ImmutableArray<BookProblem> wrong) = SpreadsheetImport.ReadMappings(mappings);
        if (mappingFile is not null && !File.Exists(mappingFile)) throw new UnusableException(new Text($"{mappingFile}：没有这个文件", $"{mappingFile}: there is no such file"));
        BookLoading.Report(Path.GetDirectoryName(mappings) ?? "", wrong, session);
        if (wrong.Any(p => p.Severity == Severity.Error)) throw new UnusableException(new Text($"{mappings}：有错误，没有导入", $"{mappings}: has errors; nothing is imported"));
        ColumnMapping? known = saved.FirstOrDefault(m => m.Kind == kind);
        ImportPlan plan = known is null ? SpreadsheetImport.Guess(source, kind, context) : SpreadsheetImport.Use(source, known);
        Show(plan, known is not null, session);
        ImportResult result = SpreadsheetImport.Run(plan, context);
        BookLoading.Report(Path.GetDirectoryName(source) ?? "", result.Problems, session);
        if (known is null && plan is { IsIncomplete: true, Mapping: not null })
        {
            SaveMapping(mappings, saved, plan.Mapping);
            throw new UnusableException(new Text($"{source}：没有导入；已识别的对应关系存入 {mappings}，补全后再运行一次", $"{source}: nothing is imported; what was recognised is in {mappings}: complete it and run this again"));
        }

        if (result.Csv is null || plan.Mapping is null) throw new UnusableException(new Text($"{source}：没有导入；改正后再试", $"{source}: nothing is imported; correct it and try again"));
        string target = Path.Combine(folder, SpreadsheetImport.FileOf(kind));
        AtomicFile.Write(target, stream => stream.Write(result.Csv));
        if (known is null) SaveMapping(mappings, saved, plan.Mapping);
        foreach (SkippedRow row in result.Skipped) session.Messages.WriteLine(session.Say($"第 {row.Row} 行不是分录，略去：{row.Why.Zh}", $"row {row.Row} is no entry and left out: {row.Why.En}"));
        string done = session.Say($"导入 {result.Rows} 行，写入 {target}", $"{result.Rows} rows written to {target}");
        ResultOutput.WriteText(session, null, w => w.WriteLine(done), w => w.WriteLine(done));
        return ExitStatus.Done;
    }

    private static void SaveMapping(string path, ImmutableArray<ColumnMapping> others, ColumnMapping mapping) =>
        AtomicFile.Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(SpreadsheetImport.WriteMappings([.. others, mapping]))));

    // What is read from where, so that a wrong guess is seen before anybody relies on it.
    private static void Show(ImportPlan plan, bool saved, Session session)
    {
        if (plan.Mapping is not { } mapping) return;
        session.Messages.WriteLine(session.Say(
            $"对应关系（{(saved ? "已保存的" : "自动识别")}）：工作表“{mapping.Sheet}”，表头第 {mapping.HeaderRow} 行",
            $"mapping ({(saved ? "saved" : "guessed")}): sheet '{mapping.Sheet}', header in row {mapping.HeaderRow}"));
        foreach (FieldSource field in mapping.Fields)
        {
            string from = field.Kind switch
            {
                SourceKind.Column => session.Say($"{field.Column} 列“{field.Heading}”", $"column {field.Column} '{field.Heading}'"),
                SourceKind.Constant => session.Say($"固定为“{field.Value}”", $"always '{field.Value}'"),
                _ => session.Say("按有无项目", "by whether there is a project"),
            };
            string doubt = field.Confidence == Confidence.High || field.Why is null ? "" : session.Say($"（请核对：{field.Why.Zh}）", $" (to be looked at: {field.Why.En})");
            session.Messages.WriteLine($"  {field.Field} ← {from}{doubt}");
        }

        foreach (Text note in plan.Notes) session.Messages.WriteLine("  " + note.In(session.Language));
    }

    private static string Required(string? value, string name) => value ?? throw new UsageException(new Text($"缺少 {name}", $"{name} is missing"));
}
