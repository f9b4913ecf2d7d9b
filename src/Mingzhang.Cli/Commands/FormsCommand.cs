using System.CommandLine;
using Mingzhang.Cli.Output;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Statutes;
using Mingzhang.Publishing.Terminal;
using Mingzhang.Statutes;

namespace Mingzhang.Cli.Commands;

/// <summary><c>mingzhang forms [KIND YEAR] [--place PLACE]</c>: the editions of the statutory forms, or the forms of one.</summary>
internal static class FormsCommand
{
    public static Command Create(GlobalOptions global, Session session)
    {
        var kind = new Argument<string?>("KIND") { Arity = ArgumentArity.ZeroOrOne };
        var year = new Argument<string?>("YEAR") { Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string?>("-o", "--output") { HelpName = "PATH" };
        Option<string?> place = EditionArgument.Place();
        var command = new Command("forms") { kind, year, place, output, FormsImportCommand.Create(session) };
        command.SetAction(parsed => Run(parsed.GetValue(kind), parsed.GetValue(year), parsed.GetValue(place), parsed.GetValue(output), global.LoadStatutes(parsed), session));
        return command;
    }

    private static int Run(string? kind, string? year, string? place, string? path, StatuteBook statutes, Session session)
    {
        string language = session.Language;
        if (kind is null)
        {
            ResultOutput.WriteText(session, path, Editions, Editions);
            return ExitStatus.Done;
        }

        if (year is null) throw new UsageException(new Text("还要给出年份：mingzhang forms KIND YEAR [--place PLACE]", "the year is missing: mingzhang forms KIND YEAR [--place PLACE]"));
        Edition edition = EditionArgument.Find(statutes, EditionArgument.Kind(kind, "KIND"), YearArgument.Parse(year, "YEAR"), place);
        ResultOutput.WriteText(session, path, w => FormsText.Write(edition, w, language), w => FormsText.WriteToTerminal(edition, w, language));
        return ExitStatus.Done;

        void Editions(TextWriter writer)
        {
            foreach (string id in statutes.EditionIds) writer.WriteLine(id.Split('/') is [var k, var p, var y] ? $"{k} {y} --place {p}" : id.Replace('/', ' '));
        }
    }
}
