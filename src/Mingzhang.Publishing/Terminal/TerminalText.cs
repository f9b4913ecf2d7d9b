using Spectre.Console;

namespace Mingzhang.Publishing.Terminal;

/// <summary>Writes report lines to a terminal: colours where it has them and NO_COLOR is not set, wrapped at its width with the indent kept.</summary>
internal static class TerminalText
{
    public static void Write(IEnumerable<ReportLine> lines, TextWriter terminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal) });
        foreach (ReportLine line in lines)
        {
            if (line.Runs.IsEmpty)
            {
                console.WriteLine();
                continue;
            }

            var paragraph = new Paragraph();
            foreach (Run run in line.Runs) paragraph.Append(PlainText.Clean(run.Text), StyleOf(run.Tone));
            console.Write(new Padder(paragraph, new Padding(line.Indent, 0, 0, 0)).Expand());
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
