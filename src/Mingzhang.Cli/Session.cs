namespace Mingzhang.Cli;

/// <summary>Where a run writes: the result to <paramref name="Output"/>, everything else to <paramref name="Messages"/>.</summary>
/// <param name="Output">Standard output, as bytes.</param>
/// <param name="Messages">Standard error.</param>
/// <param name="OutputIsTerminal">Whether people read the result as it comes: then it is coloured and wrapped.</param>
/// <param name="MessagesIsTerminal">Whether a progress bar makes sense.</param>
internal sealed record Session(Stream Output, TextWriter Messages, bool OutputIsTerminal = false, bool MessagesIsTerminal = false)
{
    /// <summary>Language of messages and reports: <c>zh</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "zh";

    /// <summary>The process's own streams.</summary>
    public static Session OfConsole() =>
        new(Console.OpenStandardOutput(), Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected);

    /// <summary>Chinese or English, as the user chose.</summary>
    public string Say(string zh, string en) => Language == "en" ? en : zh;
}
