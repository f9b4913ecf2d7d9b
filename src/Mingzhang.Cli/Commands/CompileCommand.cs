using System.CommandLine;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Statements;
using Mingzhang.Cli.Output;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Reports;
using Mingzhang.Publishing.Terminal;
using Mingzhang.Statutes;

namespace Mingzhang.Cli.Commands;

/// <summary><c>mingzhang compile BOOK</c>: the forms from a book, for those who keep it.</summary>
internal static class CompileCommand
{
    public static Command Create(GlobalOptions global, Session session)
    {
        var book = new Argument<string?>("BOOK") { Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string?>("--format") { HelpName = "text|json|csv|xlsx" };
        var output = new Option<string?>("-o", "--output") { HelpName = "PATH" };
        Option<string?> rounding = BookLoading.RoundingOption();
        var command = new Command("compile") { book, format, output, rounding };
        command.SetAction(parsed =>
        {
            string folder = parsed.GetValue(book) ?? throw new UsageException(new Text("缺少 BOOK：账簿文件夹", "BOOK is missing: the folder of the book"));
            string wanted = GlobalOptions.Choice(parsed, format, "text", "json", "csv", "xlsx");
            FigureRounding figures = BookLoading.RoundingOf(parsed, rounding);
            string? path = parsed.GetValue(output);
            FormOutput.RefuseTerminal(wanted, path, session);
            return Run(folder, wanted, path, figures, global.LoadStatutes(parsed), session);
        });
        return command;
    }

    private static int Run(string folder, string format, string? path, FigureRounding rounding, StatuteBook statutes, Session session)
    {
        Book book = BookLoading.Load(folder, statutes, session);
        Disclosure forms = FormsDisclosure.Of(book, BookLoading.Compile(book, rounding, session));
        if (format == "text") ResultOutput.WriteText(session, path, w => StatementTables.Write(forms, w, session.Language), w => StatementTables.WriteToTerminal(forms, w, session.Language));
        else FormOutput.Write(format, [Examined.Read(forms.Source.Name, forms)], false, path, session);
        return ExitStatus.Done;
    }
}
