using System.CommandLine;
using Mingzhang.Cli.Output;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Statutes;
using Mingzhang.Publishing.Terminal;
using Mingzhang.Statutes;

namespace Mingzhang.Cli.Commands;

/// <summary><c>mingzhang forms [KIND YEAR]</c>: the editions of the statutory forms, or the forms of one.</summary>
internal static class FormsCommand
{
    public static Command Create(GlobalOptions global, Session session)
    {
        var kind = new Argument<string?>("KIND") { Arity = ArgumentArity.ZeroOrOne };
        var year = new Argument<string?>("YEAR") { Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string?>("-o", "--output") { HelpName = "PATH" };
        var command = new Command("forms") { kind, year, output, FormsImportCommand.Create(session) };
        command.SetAction(parsed => Run(parsed.GetValue(kind), parsed.GetValue(year), parsed.GetValue(output), global.LoadStatutes(parsed), session));
        return command;
    }

    private static int Run(string? kind, string? year, string? path, StatuteBook statutes, Session session)
    {
        string language = session.Language;
        if (kind is null)
        {
            ResultOutput.WriteText(session, path, Editions, Editions);
            return ExitStatus.Done;
        }

        if (year is null) throw new UsageException(new Text("还要给出年份：mingzhang forms KIND YEAR", "the year is missing: mingzhang forms KIND YEAR"));
        Edition edition = EditionOf(kind, year, statutes);
        ResultOutput.WriteText(session, path, w => FormsText.Write(edition, w, language), w => FormsText.WriteToTerminal(edition, w, language));
        return ExitStatus.Done;

        void Editions(TextWriter writer)
        {
            foreach (string id in statutes.EditionIds) writer.WriteLine(id.Replace('/', ' '));
        }
    }

    private static Edition EditionOf(string kind, string year, StatuteBook statutes)
    {
        DisclosureKind? wanted = kind switch
        {
            "final-accounts" or "finalAccounts" => DisclosureKind.FinalAccounts,
            "budget" => DisclosureKind.Budget,
            _ => throw new UsageException(new Text($"KIND 是 final-accounts 或 budget，不能是 {kind}", $"KIND is final-accounts or budget, not {kind}")),
        };
        return statutes.Edition(wanted.Value, YearArgument.Parse(year, "YEAR"))
            ?? throw new UnusableException(new Text($"没有 {kind} 的表式数据；mingzhang forms 列出已有的", $"there is no data on the forms of {kind}; mingzhang forms lists what there is"));
    }
}
