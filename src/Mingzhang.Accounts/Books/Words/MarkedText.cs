using System.Collections.Immutable;
using System.Text;
using Mingzhang.Accounts.Books.Problems;

namespace Mingzhang.Accounts.Books.Words;

/// <summary>A section of <c>prose.md</c>: what stands under a <c># heading</c> or a <c>## heading</c> below it.</summary>
/// <param name="Heading">The heading without its marks.</param>
/// <param name="Line">Its line.</param>
/// <param name="Paragraphs">Paragraphs: lines parted by blank ones, joined as Chinese is (a blank only between Latin words).</param>
/// <param name="Rows">Rows of a table in it, cell by cell, with their lines; the row of dashes left out.</param>
/// <param name="Entries">The sections of the next level.</param>
internal sealed record MarkedSection(
    string Heading,
    int Line,
    ImmutableArray<(int Line, string Text)> Paragraphs,
    ImmutableArray<(int Line, ImmutableArray<string> Cells)> Rows,
    ImmutableArray<MarkedSection> Entries);

/// <summary>
/// Takes <c>prose.md</c> apart by its headings: <c>#</c> begins a section, <c>##</c> an entry in it. Only headings, paragraphs, tables and comments
/// (<c>&lt;!-- --&gt;</c>) mean anything; every other character is text.
/// </summary>
internal static class MarkedText
{
    internal static List<MarkedSection> Read(string text, FileProblems log)
    {
        var sections = new List<Draft>();
        Draft? current = null;
        bool comment = false;
        int number = 0;
        foreach (ReadOnlySpan<char> raw in text.EnumerateLines())
        {
            number++;
            string line = WithoutComments(raw.ToString(), ref comment).Trim(' ', '\t', '\u3000', '\uFEFF');
            if (line.StartsWith("# ", StringComparison.Ordinal) || line.StartsWith("## ", StringComparison.Ordinal))
            {
                bool entry = line[1] == '#';
                string heading = line.TrimStart('#').Trim();
                if (entry && sections.Count == 0) Stray(line, number, log);
                current = new Draft(heading, number);
                if (entry && sections.Count > 0) sections[^1].Entries.Add(current);
                else if (!entry) sections.Add(current);
            }
            else if (line.StartsWith('#'))
            {
                log.Error("book.prose.heading", number, "", new($"标题“{Short(line)}”不对", $"the heading \"{Short(line)}\" is not understood"), new("节用“# 名称”，条目用“## 名称”，井号后空一格", "write # name for a section and ## name for an entry, with a blank behind the marks"));
            }
            else if (current is not null)
            {
                current.Add(line, number);
            }
            else if (line.Length > 0)
            {
                Stray(line, number, log);
            }
        }

        if (comment) log.Error("book.prose.comment", number, "", new("注释 <!-- 没有结束", "a comment <!-- is never closed"), new("用 --> 结束注释", "close it with -->"));
        return [.. sections.Select(s => s.Section())];
    }

    private static void Stray(string line, int number, FileProblems log) =>
        log.Error("book.prose.stray", number, "", new($"“{Short(line)}”不在任何节内", $"\"{Short(line)}\" stands in no section"), new("在它前面写节的标题，如“# 主要职责”", "put a section's heading before it, like # 主要职责"));

    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "…";

    private static string WithoutComments(string line, ref bool comment)
    {
        if (!comment && !line.Contains("<!--", StringComparison.Ordinal)) return line;
        var kept = new StringBuilder();
        int at = 0;
        while (at < line.Length)
        {
            int mark = line.IndexOf(comment ? "-->" : "<!--", at, StringComparison.Ordinal);
            if (!comment) kept.Append(line, at, (mark < 0 ? line.Length : mark) - at);
            if (mark < 0) break;
            at = mark + (comment ? 3 : 4);
            comment = !comment;
        }

        return kept.ToString();
    }

    private sealed class Draft(string heading, int line)
    {
        private readonly List<(int Line, string Text)> _paragraphs = [];
        private readonly List<(int, ImmutableArray<string>)> _rows = [];
        private readonly StringBuilder _open = new();
        private int _openLine;

        internal List<Draft> Entries { get; } = [];

        internal void Add(string text, int number)
        {
            if (text.StartsWith('|'))
            {
                Close();
                ImmutableArray<string> cells = Cells(text);
                if (!cells.All(c => c.Length > 0 && c.All(x => x is '-' or ':'))) _rows.Add((number, cells));
            }
            else if (text.Length == 0)
            {
                Close();
            }
            else
            {
                if (_open.Length == 0) _openLine = number;
                else if (char.IsAsciiLetterOrDigit(_open[^1]) && char.IsAsciiLetterOrDigit(text[0])) _open.Append(' ');
                _open.Append(text);
            }
        }

        internal MarkedSection Section()
        {
            Close();
            return new MarkedSection(heading, line, [.. _paragraphs], [.. _rows], [.. Entries.Select(e => e.Section())]);
        }

        private void Close()
        {
            if (_open.Length > 0) _paragraphs.Add((_openLine, _open.ToString()));
            _open.Clear();
        }

        private static ImmutableArray<string> Cells(string row)
        {
            var cells = ImmutableArray.CreateBuilder<string>();
            var cell = new StringBuilder();
            for (int i = 1; i < row.Length; i++)
            {
                if (row[i] == '\\' && i + 1 < row.Length && row[i + 1] == '|') cell.Append(row[++i]);
                else if (row[i] == '|')
                {
                    cells.Add(cell.ToString().Trim());
                    cell.Clear();
                }
                else cell.Append(row[i]);
            }

            if (cell.ToString().Trim() is { Length: > 0 } last) cells.Add(last);
            return cells.ToImmutable();
        }
    }
}
