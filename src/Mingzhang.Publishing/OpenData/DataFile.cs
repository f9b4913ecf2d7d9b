using System.Collections.Immutable;
using System.Text;

namespace Mingzhang.Publishing.OpenData;

/// <summary>A file of rows (UTF-8, comma-separated, RFC 4180) and what its columns are.</summary>
/// <param name="Name">File name without <c>.csv</c>.</param>
/// <param name="Title">What it holds, in Chinese.</param>
/// <param name="Key">Columns that name a row; empty if none do.</param>
/// <param name="Fields">The columns.</param>
/// <param name="Rows">The rows, a value for each column; empty for none.</param>
internal sealed record DataFile(string Name, string Title, ImmutableArray<string> Key, ImmutableArray<DataField> Fields, IEnumerable<string?[]> Rows)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the rows under a line of names.</summary>
    public void Write(Stream stream)
    {
        using var writer = new StreamWriter(stream, Utf8, leaveOpen: true);
        Line(writer, [.. Fields.Select(f => f.Name)]);
        foreach (string?[] row in Rows) Line(writer, [.. Fields.Select((field, i) => field.Type == "string" ? Neutral(row[i] ?? "") : row[i] ?? "")]);
    }

    /// <summary>A text that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    internal static string Neutral(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠', ..] ? "'" + text : text;

    private static void Line(StreamWriter writer, string[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0) writer.Write(',');
            bool quoted = values[i].AsSpan().IndexOfAny(",\"\r\n") >= 0;
            writer.Write(quoted ? $"\"{values[i].Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : values[i]);
        }

        writer.Write('\n');
    }
}
