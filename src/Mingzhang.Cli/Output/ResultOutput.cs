using System.Text;

namespace Mingzhang.Cli.Output;

/// <summary>Writes a command's result: to the file of <c>-o</c>, else to standard output.</summary>
internal static class ResultOutput
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes bytes. A failure while they are made leaves nothing behind.</summary>
    public static void Write(Session session, string? path, Action<Stream> write)
    {
        if (path is not null)
        {
            AtomicFile.Write(path, write);
            return;
        }

        using var result = new MemoryStream();
        write(result);
        try
        {
            result.Position = 0;
            result.CopyTo(session.Output);
            session.Output.Flush();
        }
        catch (IOException)
        {
            // The reader of a pipe has gone (mingzhang check … | head): it has what it wanted.
        }
    }

    /// <summary>Writes text, by <paramref name="toTerminal"/> where people read it as it comes.</summary>
    public static void WriteText(Session session, string? path, Action<TextWriter> plain, Action<TextWriter> toTerminal)
    {
        bool terminal = path is null && session.OutputIsTerminal;
        Write(session, path, stream =>
        {
            using var writer = new StreamWriter(stream, Utf8, leaveOpen: true);
            (terminal ? toTerminal : plain)(writer);
        });
    }
}
