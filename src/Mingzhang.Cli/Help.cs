using System.CommandLine;

namespace Mingzhang.Cli;

/// <summary>The help texts: one file a command and language.</summary>
internal static class Help
{
    /// <summary>Writes the help of a command as the result.</summary>
    public static int Write(Command command, Session session)
    {
        using var writer = new StreamWriter(session.Output, leaveOpen: true);
        writer.Write(TextOf(PathOf(command), session.Language));
        return ExitStatus.Done;
    }

    /// <summary>No command was given.</summary>
    public static int Missing(Session session)
    {
        session.Messages.Write(TextOf("mingzhang", session.Language));
        return ExitStatus.Usage;
    }

    // A command below another is explained with it.
    private static string PathOf(Command command) => command is RootCommand ? "mingzhang" : command.Parents.OfType<Command>().FirstOrDefault(p => p is not RootCommand)?.Name ?? command.Name;

    private static string TextOf(string command, string language)
    {
        string name = $"Help/{command}.{(language == "en" ? "en" : "zh")}.txt";
        using Stream stream = typeof(Help).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"no help text {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
