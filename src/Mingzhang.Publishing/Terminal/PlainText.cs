using System.Text;

namespace Mingzhang.Publishing.Terminal;

/// <summary>Writes report lines as they are: no colour, no wrapping.</summary>
internal static class PlainText
{
    public static void Write(IEnumerable<ReportLine> lines, TextWriter writer)
    {
        foreach (ReportLine line in lines)
        {
            if (!line.Runs.IsEmpty) writer.Write(new string(' ', line.Indent));
            foreach (Run run in line.Runs) writer.Write(Clean(run.Text));
            writer.Write('\n');
        }
    }

    /// <summary>A text of several lines in one: line ends and tabs become blanks, control characters go.</summary>
    public static string OneLine(string text)
    {
        var one = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is '\n' or '\t' or ' ')
            {
                if (one.Length > 0 && one[^1] != ' ') one.Append(' ');
            }
            else if (!IsUnsafe(c)) one.Append(c);
        }

        return one.ToString().TrimEnd();
    }

    /// <summary>Without characters that a terminal would obey: a document must not be able to move the cursor or hide text.</summary>
    public static string Clean(string text) => text.Any(IsUnsafe) ? string.Concat(text.Where(c => !IsUnsafe(c))) : text;

    private static bool IsUnsafe(char c) => char.IsControl(c) || c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069';
}
