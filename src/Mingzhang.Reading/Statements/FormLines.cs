using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Outlines;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>Divides a form's stretch of text into the lines of its table and the notes under it; takes the amounts' unit from above the table.</summary>
internal static class FormLines
{
    /// <summary>A line of more pieces is no row of a table.</summary>
    private const int MostPieces = 400;

    private const int LongestHeading = 60;
    private const int ShortestHeading = 4;

    private static readonly string[] NoteMarks = ["注:", "注.", "注：", "说明:", "备注:", "注1", "注2"];
    private static readonly string[] Units = ["万元", "亿元", "千元", "元"];

    /// <summary>The lines of the table with their pieces, blank ones left out. Fills the form's notes, unit and last line.</summary>
    internal static List<TableLine> Read(SourceText text, RawForm form)
    {
        var lines = new List<TableLine>();
        var notes = new NoteJoiner(form.Notes);
        bool inNotes = false, inTable = false, celled = false;
        for (int number = form.Region.FirstLine; number <= form.Region.LastLine; number++)
        {
            string raw = text.Lines[number - 1];
            if (raw.AsSpan().IsWhiteSpace())
            {
                continue;
            }

            TableLine line = LineLexer.Read(raw, number);
            if (line.IsBlank) continue;
            if (celled && Leaves(line, raw, form)) break;
            celled |= line.HasCells && inTable;
            form.LastLine = number;
            if (line.Atoms.Count > MostPieces)
            {
                form.Unread.Add(new Unread(TextSpan.InLine(number, 0, raw.Length), raw, UnreadReason.UnknownLayout));
                continue;
            }

            if (!inTable && form.AmountUnit is null) form.AmountUnit = UnitIn(line);
            if (!inNotes && IsLabel(line)) continue;
            bool row = line.HasCells && line.Atoms.Exists(a => a.IsItem);
            if (inNotes ? !row : !line.HasCells && IsNote(raw, inTable))
            {
                inNotes = true;
                notes.Add(raw, number);
                continue;
            }

            inNotes = false;
            celled |= line.HasCells && form.Region.Form.Shape != Core.Forms.FormShape.Register && line.Words.StartsWith(Core.Forms.Address.Total, StringComparison.Ordinal);
            inTable |= line.Atoms.Exists(a => a.IsItem);
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>Whether a line under a table in cells is a heading, so that what follows is no part of the form.</summary>
    private static bool Leaves(TableLine line, string raw, RawForm form)
    {
        if (line.HasCells || !line.IsText || raw.Length > LongestHeading || IsNote(raw, inTable: true) || IsLabel(line) || UnitIn(line) is not null) return false;
        bool open = form.Notes.Count > 0 && !NoteJoiner.Ends(form.Notes[^1].Text);
        return !open && HeadingLine.IsTitle(line.Words) && line.Words.Length >= ShortestHeading;
    }

    /// <summary>Whether a line is a note: by its mark, as a formula, or as a sentence under the table.</summary>
    private static bool IsNote(string raw, bool inTable)
    {
        string plain = Characters.Squeeze(raw.Length > 120 ? raw.AsSpan(0, 120) : raw);
        foreach (string mark in NoteMarks)
        {
            if (plain.StartsWith(mark, StringComparison.Ordinal)) return true;
        }

        if (plain.Contains('=') && plain.AsSpan().ContainsAny('行', '栏')) return true;
        bool sentence = plain.Contains('。') || (plain.Length >= 8 && plain.AsSpan().ContainsAny('无', '没') && plain.AsSpan().ContainsAny('本', '我', '年'));
        return inTable && sentence && !char.IsAsciiDigit(plain[0]);
    }

    /// <summary>Whether a line above the table names the department, the unit or the form's number; a further page repeats it.</summary>
    private static bool IsLabel(TableLine line)
    {
        string words = line.Words;
        if (words.Length > 120 || line.Atoms.Exists(a => a.Figure.Decimals > 0)) return false;
        return words.StartsWith("部门:", StringComparison.Ordinal) || words.StartsWith("部门名称:", StringComparison.Ordinal) || words.Contains("单位:", StringComparison.Ordinal)
            || words.StartsWith("公开", StringComparison.Ordinal);
    }

    /// <summary>The unit in <c>单位：万元</c> or <c>金额单位：元</c>; null if the line does not print one.</summary>
    private static string? UnitIn(TableLine line)
    {
        string words = line.Words;
        for (int at = words.IndexOf("单位", StringComparison.Ordinal); at >= 0; at = words.IndexOf("单位", at + 2, StringComparison.Ordinal))
        {
            ReadOnlySpan<char> rest = words.AsSpan(at + 2).TrimStart(':').TrimStart("人民币");
            foreach (string unit in Units)
            {
                if (rest.StartsWith(unit)) return unit;
            }
        }

        return null;
    }

    /// <summary>Joins the lines of notes: a note goes on until it ends as a sentence or formula does, or another begins.</summary>
    private sealed class NoteJoiner(List<Note> notes)
    {
        internal void Add(string raw, int line)
        {
            int start = raw.Length - raw.AsSpan().TrimStart().Length;
            string text = raw.Trim();
            var span = TextSpan.InLine(line, start, text.Length);
            if (notes.Count > 0 && !Ends(notes[^1].Text) && !Begins(text)) notes[^1] = new Note(notes[^1].Text + text, notes[^1].Span.To(span));
            else notes.Add(new Note(text, span));
        }

        internal static bool Ends(string note) => note[^1] is '。' or '；' or ';' or '）' or ')' or '行' or '栏' or '.' || !note.Contains('，');

        private static bool Begins(string text) => IsNote(text, inTable: false) || Characters.IsDigit(text[0]);
    }
}
