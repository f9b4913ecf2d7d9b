using Mingzhang.Core.Figures;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>Takes a line apart into words, figures, dashes and errors, with the cells that tabs or bars mark.</summary>
internal static class LineLexer
{
    private static readonly string[] Errors = ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#####"];

    private static readonly System.Buffers.SearchValues<char> Rule = System.Buffers.SearchValues.Create("|-:= \u3000");

    /// <summary>The pieces of a line. Rows of a Markdown table lose their rules (<c>|---|</c>).</summary>
    internal static TableLine Read(string text, int line)
    {
        var atoms = new List<Atom>();
        char separator = text.Contains('\t') ? '\t' : text.AsSpan().TrimStart().StartsWith("|") ? '|' : '\0';
        if (separator == '\0')
        {
            ReadCell(text, 0, text.Length, line, -1, atoms);
            return new TableLine(line, false, 0, atoms);
        }

        int start = separator == '|' ? text.IndexOf('|') + 1 : 0, cell = 0;
        if (separator == '|' && !text.AsSpan().ContainsAnyExcept(Rule)) return new TableLine(line, true, 0, atoms);
        while (start <= text.Length)
        {
            int end = text.IndexOf(separator, start);
            if (end < 0) end = text.Length;
            if (!(separator == '|' && end == text.Length && text.AsSpan(start).IsWhiteSpace())) ReadCell(text, start, end, line, cell++, atoms);
            start = end + 1;
        }

        return new TableLine(line, true, cell, atoms);
    }

    private static void ReadCell(string text, int start, int end, int line, int cell, List<Atom> atoms)
    {
        int at = start, last = -1;
        while (at < end)
        {
            if (Characters.IsSpace(text[at]) || (text[at] == '*' && cell >= 0))
            {
                at++;
                continue;
            }

            int length = ItemLength(text, at, end, out AtomKind kind, out Printed figure);
            if (length == 0)
            {
                kind = AtomKind.Text;
                length = TextLength(text, at, end);
            }

            var span = TextSpan.InLine(line, at, length);
            bool glued = at == last;
            // Words apart by blanks only are one caption.
            if (kind == AtomKind.Text && atoms.Count > 0 && atoms[^1] is { Kind: AtomKind.Text } before && before.Cell == cell)
            {
                atoms[^1] = before with { Span = before.Span.To(span) };
            }
            else
            {
                Close(atoms, text);
                atoms.Add(new Atom(kind, text.Substring(at, length), figure, span, cell, glued));
            }

            at = last = at + length;
        }

        Close(atoms, text);
    }

    /// <summary>Gives the last piece the characters that it has grown to, once.</summary>
    private static void Close(List<Atom> atoms, string text)
    {
        if (atoms.Count > 0 && atoms[^1] is { Kind: AtomKind.Text } words && words.Text.Length != words.Span.EndColumn - words.Span.Column)
            atoms[^1] = words with { Text = text[words.Span.Column..words.Span.EndColumn] };
    }

    /// <summary>Length of the figure, dash or error at a place; 0 if words stand there.</summary>
    private static int ItemLength(string text, int at, int end, out AtomKind kind, out Printed figure)
    {
        figure = default;
        kind = AtomKind.Text;
        char c = text[at];
        if (c == '#')
        {
            foreach (string error in Errors)
            {
                if (at + error.Length > end || string.CompareOrdinal(text, at, error, 0, error.Length) != 0) continue;
                kind = AtomKind.Error;
                return error.Length;
            }

            return 0;
        }

        bool minus = c is '-' or '－' or '−' or '–' or '—' or '/' or '﹣';
        if (minus || c is '+' or '＋')
        {
            int next = at + 1;
            if (c is '-' or '－' or '−' or '﹣' or '+' or '＋' && next < end && Characters.IsDigit(text[next]))
            {
                int digits = FigureLength(text, next, end, out _);
                if (digits > 0 && Printed.TryParse(text.AsSpan(at, digits + 1), out figure))
                {
                    kind = AtomKind.Figure;
                    return digits + 1;
                }
            }

            while (minus && next < end && text[next] is '-' or '－' or '−' or '–' or '—') next++;
            bool alone = (next == end || Characters.IsSpace(text[next])) && (at == 0 || !Characters.IsHan(text[at - 1]));
            kind = AtomKind.Dash;
            return minus && alone ? next - at : 0;
        }

        if (!Characters.IsDigit(c)) return 0;
        int length = FigureLength(text, at, end, out figure);
        // A number before a unit or inside words is part of the caption: 100万元以上, 2023年度.
        if (length == 0 || (at + length < end && text[at + length] is '年' or '万' or '元' or '%' or '％' or '.' or '．')) return 0;
        kind = AtomKind.Figure;
        return length;
    }

    private static int FigureLength(string text, int at, int end, out Printed figure)
    {
        int last = at;
        while (last < end && last - at < Printed.MaxLength && (Characters.IsDigit(text[last]) || text[last] is '.' or '．' or ',' or '，')) last++;
        while (last > at && !Characters.IsDigit(text[last - 1])) last--;
        return Printed.TryParse(text.AsSpan(at, last - at), out figure) ? last - at : 0;
    }

    /// <summary>Length of the words at a place: up to a blank, or to a figure with decimals or of several digits that is run together with them.</summary>
    private static int TextLength(string text, int at, int end)
    {
        int i = at;
        while (i < end && !Characters.IsSpace(text[i]))
        {
            if (i > at && Characters.IsDigit(text[i]) && !Characters.IsDigit(text[i - 1]) && EndsWord(text[i - 1]) && FigureLength(text, i, end, out Printed figure) is > 0 and var length)
            {
                bool atEnd = i + length == end || Characters.IsSpace(text[i + length]) || Characters.IsHan(text[i + length]);
                if (atEnd && (figure.Decimals > 0 || length >= 3)) break;
            }

            i++;
        }

        return i - at;
    }

    private static bool EndsWord(char c) => Characters.IsHan(c) || c is '）' or ')' or '，' or '、' or '：' or ':';
}
