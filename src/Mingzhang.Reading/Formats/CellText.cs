using System.Text;

namespace Mingzhang.Reading.Formats;

/// <summary>The text of a table's cell on one line.</summary>
internal static class CellText
{
    /// <summary>Without line ends and tabs: lines of a cell are run together as its words are, with a blank between two Latin words or figures.</summary>
    internal static string Joined(string text)
    {
        if (!text.AsSpan().ContainsAny('\n', '\r', '\t')) return text.Trim(' ');
        var joined = new StringBuilder(text.Length);
        foreach (Range part in text.AsSpan().SplitAny('\n', '\r', '\t'))
        {
            ReadOnlySpan<char> line = text.AsSpan(part).Trim();
            if (line.IsEmpty) continue;
            if (joined.Length > 0 && char.IsAsciiLetterOrDigit(joined[^1]) && char.IsAsciiLetterOrDigit(line[0])) joined.Append(' ');
            joined.Append(line);
        }

        return joined.ToString();
    }
}
