using System.Text;

namespace Mingzhang.Cli.Output;

/// <summary>Writes a command's result: to the file of <c>-o</c>, else to standard output.</summary>
internal static class ResultOutput
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes bytes. A failure while they are made leaves nothing behind, unless the result is written as it comes.</summary>
    /// <param name="session">Where the run writes.</param>
    /// <param name="path">The file of <c>-o</c>; null for standard output.</param>
    /// <param name="write">Makes the result.</param>
    /// <param name="asItComes">The result may be large: it goes to standard output while it is made.</param>
    public static void Write(Session session, string? path, Action<Stream> write, bool asItComes = false)
    {
        if (path is not null)
        {
            AtomicFile.Write(path, write);
            return;
        }

        if (asItComes)
        {
            AsItComes(session.Output, write);
            return;
        }

        using var result = new MemoryStream();
        write(result);
        Copy(result, session.Output);
    }

    /// <summary>Copies a result to standard output.</summary>
    public static void Copy(MemoryStream result, Stream output)
    {
        try
        {
            result.Position = 0;
            result.CopyTo(output);
            output.Flush();
        }
        catch (IOException)
        {
            // The reader of a pipe has gone (mingzhang check … | head): it has what it wanted.
        }
    }

    /// <summary>Writes text, by <paramref name="toTerminal"/> where people read it as it comes.</summary>
    public static void WriteText(Session session, string? path, Action<TextWriter> plain, Action<TextWriter> toTerminal, bool asItComes = false)
    {
        bool terminal = path is null && session.OutputIsTerminal;
        Write(session, path, stream =>
        {
            using var writer = new StreamWriter(stream, Utf8, leaveOpen: true);
            (terminal ? toTerminal : plain)(writer);
        }, asItComes);
    }

    private static void AsItComes(Stream output, Action<Stream> write)
    {
        try
        {
            using var pipe = new PipeStream(output);
            write(pipe);
        }
        catch (ReaderGoneException)
        {
            // As above; the rest need not be made.
        }
    }
}
