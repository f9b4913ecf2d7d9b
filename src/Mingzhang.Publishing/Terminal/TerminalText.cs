using System.Collections.Immutable;
using Spectre.Console;

namespace Mingzhang.Publishing.Terminal;

/// <summary>Writes report lines to a terminal: colours where it has them and NO_COLOR is not set, wrapped at its width with the indent kept.</summary>
internal static class TerminalText
{
    private const int WidestReport = 120;

    /// <summary>Writes to the process's terminal through <paramref name="terminal"/>.</summary>
    public static void Write(IEnumerable<ReportLine> lines, TextWriter terminal) =>
        Write(lines, Console(terminal, Math.Min(WidthOfTerminal(), WidestReport), Colours()));

    /// <summary>A console of a width and with the colours given.</summary>
    public static IAnsiConsole Console(TextWriter writer, int width, ColorSystem colours)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours == ColorSystem.NoColors ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = (ColorSystemSupport)colours,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        return console;
    }

    public static void Write(IEnumerable<ReportLine> lines, IAnsiConsole console)
    {
        foreach (ReportLine line in lines)
        {
            if (line.Runs.IsEmpty) console.WriteLine();
            foreach (ImmutableArray<Run> wrapped in Wrapping.Wrap(line, console.Profile.Width))
            {
                var paragraph = new Paragraph(new string(' ', line.Indent)) { Overflow = Overflow.Crop };
                foreach (Run run in wrapped) paragraph.Append(run.Text, StyleOf(run.Tone));
                console.Write(paragraph);
                console.WriteLine();
            }
        }
    }

    // NO_COLOR (no-color.org) and terminals that say they have none.
    private static ColorSystem Colours() =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) || Environment.GetEnvironmentVariable("TERM") is "dumb"
            ? ColorSystem.NoColors
            : ColorSystem.Standard;

    private static int WidthOfTerminal()
    {
        try
        {
            return System.Console.WindowWidth is > 20 and int width ? width : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Faint => new Style(Color.Grey),
        Tone.Quote => new Style(Color.Olive),
        Tone.Error => new Style(Color.Red, decoration: Decoration.Bold),
        Tone.Warning => new Style(Color.Yellow, decoration: Decoration.Bold),
        Tone.Rounding => new Style(Color.Teal),
        Tone.Info => new Style(Color.Blue),
        Tone.Good => new Style(Color.Green),
        _ => Style.Plain,
    };
}
