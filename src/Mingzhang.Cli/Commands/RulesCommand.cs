using System.CommandLine;
using Mingzhang.Checking.Engine;
using Mingzhang.Cli.Output;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Statutes;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.Terminal;

namespace Mingzhang.Cli.Commands;

/// <summary><c>mingzhang rules [ID] [--kind KIND] [--year YEAR] [--place PLACE]</c>: the rules, each with its formula, source and severity.</summary>
internal static class RulesCommand
{
    private static readonly FiscalYear Latest = new(2100);

    public static Command Create(GlobalOptions global, Session session)
    {
        var id = new Argument<string?>("ID") { Arity = ArgumentArity.ZeroOrOne };
        var year = new Option<string?>("--year") { HelpName = "YEAR" };
        var kind = new Option<string?>("--kind") { HelpName = "KIND" };
        Option<string?> place = EditionArgument.Place();
        var format = new Option<string?>("--format") { HelpName = "FORMAT" };
        var output = new Option<string?>("-o", "--output") { HelpName = "PATH" };
        var command = new Command("rules") { id, kind, year, place, format, output };
        command.SetAction(parsed =>
        {
            string how = GlobalOptions.Choice(parsed, format, "text", "json");
            Edition edition = EditionOf(parsed, global, parsed.GetValue(kind), parsed.GetValue(year), parsed.GetValue(place));
            RuleDefinition[] rules = [.. RuleBook.DefinitionsFor(edition).Where(r => Matches(r.Id, parsed.GetValue(id)))];
            if (rules.Length == 0)
                throw new UsageException(new Text($"没有规则 {parsed.GetValue(id)}；mingzhang rules 列出全部", $"there is no rule {parsed.GetValue(id)}; mingzhang rules lists all"));
            string? path = parsed.GetValue(output);
            string language = session.Language;
            if (how == "json") ResultOutput.Write(session, path, stream => RulesJson.Write(rules, edition, stream));
            else ResultOutput.WriteText(session, path, w => RulesText.Write(rules, w, language), w => RulesText.WriteToTerminal(rules, w, language));
            return ExitStatus.Done;
        });
        return command;
    }

    private static Edition EditionOf(ParseResult parsed, GlobalOptions global, string? kind, string? year, string? place) => EditionArgument.Find(
        global.LoadStatutes(parsed),
        kind is null ? DisclosureKind.FinalAccounts : EditionArgument.Kind(kind, "--kind"),
        year is null ? Latest : YearArgument.Parse(year, "--year"),
        place);

    /// <summary>The rule itself, or a rule of the group that the argument begins.</summary>
    private static bool Matches(string rule, string? wanted) =>
        wanted is null || rule == wanted || (rule.StartsWith(wanted, StringComparison.Ordinal) && rule[wanted.Length] is '.' or '-');
}
