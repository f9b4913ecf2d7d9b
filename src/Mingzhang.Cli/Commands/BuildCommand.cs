using System.CommandLine;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Explanations;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Accounts.Statements;
using Mingzhang.Checking.Engine;
using Mingzhang.Cli.Output;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Html;
using Mingzhang.Publishing.Reports;
using Mingzhang.Publishing.Terminal;
using Mingzhang.Statutes;

namespace Mingzhang.Cli.Commands;

/// <summary><c>mingzhang build BOOK -o DIR</c>: the whole disclosure from a book, checked before anything is written.</summary>
internal static class BuildCommand
{
    public static Command Create(GlobalOptions global, Session session)
    {
        var book = new Argument<string?>("BOOK") { Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string?>("-o", "--output") { HelpName = "DIR" };
        var formats = new Option<string?>("--formats") { HelpName = BuildFormatList.Names };
        Option<string?> rounding = BookLoading.RoundingOption();
        var force = new Option<bool>("--force");
        var command = new Command("build") { book, output, formats, rounding, force };
        command.SetAction(parsed =>
        {
            string folder = parsed.GetValue(book) ?? throw new UsageException(new Text("缺少 BOOK：账簿文件夹", "BOOK is missing: the folder of the book"));
            string target = parsed.GetValue(output) ?? throw new UsageException(new Text("缺少 -o DIR：输出文件夹", "-o DIR is missing: the output folder"));
            BuildFormats wanted = parsed.GetValue(formats) is { } list ? BuildFormatList.Parse(list) : BuildFormats.All;
            FigureRounding figures = BookLoading.RoundingOf(parsed, rounding);
            return Run(folder, target, wanted, parsed.GetValue(formats) is not null, figures, parsed.GetValue(force), global.LoadStatutes(parsed), session);
        });
        return command;
    }

    private static int Run(string folder, string target, BuildFormats formats, bool asked, FigureRounding rounding, bool force, StatuteBook statutes, Session session)
    {
        Book book = BookLoading.Load(folder, statutes, session);
        YearAccounts accounts = BookLoading.Compile(book, rounding, session);
        Composition composition = DisclosureComposer.Compose(book, accounts);
        BookLoading.Report(folder, composition.Problems, session);
        BookLoading.RefuseErrors(folder, composition.Problems);
        Disclosure disclosure = composition.Disclosure;
        CheckResult check = Checker.Check(disclosure);
        var report = new CheckReport(disclosure.Source.Name, check, RuleBook.DefinitionsFor(disclosure.Edition));
        Examined examined = Examined.Checked(report);
        bool errors = check.Count(Severity.Error) > 0;
        if (errors && !force)
        {
            ResultOutput.WriteText(session, null, w => TextReport.Write([examined], w, session.Language), w => TextReport.WriteToTerminal([examined], w, session.Language));
            session.Messages.WriteLine(session.Say("有“错误”级问题，没有生成文件；改正账簿后再试，或用 --force 生成并附审核报告", "there are errors: nothing is written. Correct the book, or use --force to write the files with the report"));
            return ExitStatus.Errors;
        }

        IReadOnlyList<string> written = [];
        OutputFolder.Replace(target, staging =>
        {
            written = WorkProgress.Run(session, session.Say("生成文件", "writing the files"), 1, _ => PublishedFiles.Write(report, staging, formats, asked, session));
            if (errors)
            {
                using FileStream errorReport = File.Create(Path.Combine(staging, "审核报告.html"));
                HtmlReport.Write([examined], errorReport, session.Language);
                written = [.. written, "审核报告.html"];
            }
        });
        ResultOutput.WriteText(session, null, Say, Say);
        return errors ? ExitStatus.Errors : ExitStatus.Done;

        void Say(TextWriter writer)
        {
            foreach (string file in written) writer.WriteLine(Path.Combine(target, file));
            writer.WriteLine(session.Say(
                $"审核：错误 {check.Count(Severity.Error)}，警告 {check.Count(Severity.Warning)}，尾差 {check.Count(Severity.Rounding)}，提示 {check.Count(Severity.Info)}",
                $"checked: {check.Count(Severity.Error)} errors, {check.Count(Severity.Warning)} warnings, {check.Count(Severity.Rounding)} rounding, {check.Count(Severity.Info)} infos"));
        }
    }
}
