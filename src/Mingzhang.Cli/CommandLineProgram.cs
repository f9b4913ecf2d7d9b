using System.CommandLine;
using System.CommandLine.Parsing;
using Mingzhang.Cli.Commands;
using Mingzhang.Core.Findings;
using Mingzhang.Statutes;

namespace Mingzhang.Cli;

/// <summary>The command <c>mingzhang</c>: parses the command line, runs the command, turns every failure into a message and a status.</summary>
internal static class CommandLineProgram
{
    public static int Run(string[] args, Session session)
    {
        session = session with { Language = LanguageOf(args) };
        try
        {
            if (args.Length == 0) return Help.Missing(session);
            GlobalOptions options = new();
            RootCommand root = Root(options, args, session);
            ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
            if (parsed.GetValue(options.Help)) return Help.Write(parsed.CommandResult.Command, session);
            if (parsed.GetValue(options.Version)) return WriteVersion(session);
            if (parsed.UnmatchedTokens.Count > 0 && !WebCommands.Names.Contains(parsed.CommandResult.Command.Name)) throw Unknown(parsed);
            if (parsed.Errors.Count > 0) throw Wrong(parsed);
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException wrong)
        {
            session.Messages.WriteLine(session.Say($"用法有误：{wrong.Text.Zh}\n用 mingzhang --help 查看用法。", $"Wrong usage: {wrong.Text.En}\nSee mingzhang --help."));
            return ExitStatus.Usage;
        }
        catch (UnusableException unusable)
        {
            session.Messages.WriteLine(unusable.Text.In(session.Language));
            return ExitStatus.Unusable;
        }
        catch (StatuteException broken)
        {
            session.Messages.WriteLine(session.Say($"法定表式数据有误：{broken.Report.Zh}", $"The statutory data cannot be used: {broken.Report.En}"));
            return ExitStatus.Unusable;
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            session.Messages.WriteLine(session.Say($"程序出错，没有结果：{Describe(bug)}", $"The program failed and gives no result: {Describe(bug)}"));
            return ExitStatus.Unusable;
        }
    }

    /// <summary>One line for an exception that should not have come so far; never a stack trace.</summary>
    public static string Describe(Exception bug) => $"{bug.GetType().Name}: {bug.Message.ReplaceLineEndings(" ")}";

    private static RootCommand Root(GlobalOptions options, string[] args, Session session)
    {
        var root = new RootCommand("mingzhang");
        root.Options.Clear();
        root.Directives.Clear();
        root.Options.Add(options.Forms);
        root.Options.Add(options.Language);
        root.Options.Add(options.Help);
        root.Options.Add(options.Version);
        root.Subcommands.Add(ReadCommand.Create(options, session));
        root.Subcommands.Add(CheckCommand.Create(options, session));
        root.Subcommands.Add(CompileCommand.Create(options, session));
        root.Subcommands.Add(BuildCommand.Create(options, session));
        root.Subcommands.Add(NewCommand.Create(options, session));
        root.Subcommands.Add(ImportCommand.Create(options, session));
        root.Subcommands.Add(RulesCommand.Create(options, session));
        root.Subcommands.Add(FormsCommand.Create(options, session));
        foreach (string name in WebCommands.Names) root.Subcommands.Add(WebCommands.Create(name, args, session));
        return root;
    }

    private static UsageException Unknown(ParseResult parsed)
    {
        string token = parsed.UnmatchedTokens[0];
        if (parsed.CommandResult.Command is RootCommand && !token.StartsWith('-'))
            return new UsageException(new Text($"没有命令 {token}。命令有：check、read、compile、build、new、import、rules、forms、serve、worker、publish、db", $"there is no command {token}. The commands are check, read, compile, build, new, import, rules, forms, serve, worker, publish, db"));
        return new UsageException(new Text($"不认识的选项或多余的参数：{token}", $"unknown option or superfluous argument: {token}"));
    }

    private static UsageException Wrong(ParseResult parsed)
    {
        ParseError error = parsed.Errors[0];
        if (error.SymbolResult is OptionResult { Tokens.Count: 0 } option)
            return new UsageException(new Text($"选项 {option.Option.Name} 后面缺少值", $"the option {option.Option.Name} needs a value"));
        if (error.SymbolResult is OptionResult { Tokens.Count: > 1 } twice)
            return new UsageException(new Text($"选项 {twice.Option.Name} 只能给一次", $"the option {twice.Option.Name} is given more than once"));
        return parsed.CommandResult.Command is RootCommand
            ? new UsageException(new Text("没有给出命令：check、read、compile、build、new、import、rules、forms、serve、worker、publish、db", "no command is given: check, read, compile, build, new, import, rules, forms, serve, worker, publish, db"))
            : new UsageException(new Text(error.Message, error.Message));
    }

    private static int WriteVersion(Session session)
    {
        using var writer = new StreamWriter(session.Output, leaveOpen: true);
        writer.WriteLine("mingzhang " + typeof(CommandLineProgram).Assembly.GetName().Version?.ToString(3));
        return ExitStatus.Done;
    }

    // Needed before parsing, for the messages of the parsing itself.
    private static string LanguageOf(string[] args)
    {
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i] is "--lang=en" or "--lang:en" || (args[i] == "--lang" && i + 1 < args.Length && args[i + 1] == "en")) return "en";
        }

        return "zh";
    }
}
