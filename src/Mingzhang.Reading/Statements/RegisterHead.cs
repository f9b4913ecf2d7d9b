using System.Collections.Immutable;
using Mingzhang.Core.Forms;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>Which cells of a register are which of its columns, by the captions of its head.</summary>
internal sealed class RegisterHead
{
    private const int MostLines = 8;
    private const int LeastPrefix = 3;

    private RegisterHead(FormDefinition form, Dictionary<int, FormText> texts, Dictionary<int, int> figures, int lines)
    {
        (Form, Texts, Figures, Lines) = (form, texts, figures, lines);
    }

    private FormDefinition Form { get; }

    /// <summary>The columns of texts by cell.</summary>
    internal Dictionary<int, FormText> Texts { get; }

    /// <summary>The columns of figures, as indices into the form's, by cell.</summary>
    internal Dictionary<int, int> Figures { get; }

    /// <summary>How many lines the head takes.</summary>
    internal int Lines { get; }

    /// <summary>The head of a table; null where its captions do not name the register's columns.</summary>
    internal static RegisterHead? Of(FormDefinition form, List<TableLine> lines)
    {
        var head = new List<TableLine>();
        foreach (TableLine line in lines.Take(MostLines))
        {
            if (!line.HasCells || line.Atoms.Exists(a => a.IsItem) || !line.Atoms.Exists(a => IsCaption(form, a.Text)) || IsTotal(line)) break;
            head.Add(line);
        }

        if (head.Count == 0) return null;
        int cells = head.Max(l => l.Atoms.Max(a => a.Cell)) + 1;
        var texts = new Dictionary<int, FormText>();
        var figures = new Dictionary<int, int>();
        for (int cell = 0; cell < cells; cell++)
        {
            ImmutableArray<string> own = [.. head.Select(l => Characters.Squeeze(string.Concat(l.Atoms.Where(a => a.Cell == cell).Select(a => a.Text)))).Where(t => t.Length > 0)];
            if (own.IsEmpty) continue;
            if (form.Texts.Where(t => Names(Captions(t), own)).ToList() is [var text] && !texts.ContainsValue(text)) texts[cell] = text;
            else
            {
                List<int> named = [.. Enumerable.Range(0, form.Columns.Length).Where(i => Names(Captions(form.Columns[i]), own))];
                if (named.Count > 1) named = named.FindAll(i => Under(form.Columns[i], head, cell));
                if (named.Count == 1 && !figures.ContainsValue(named[0])) figures[cell] = named[0];
            }
        }

        return figures.Count > 0 && texts.Count > 0 ? new RegisterHead(form, texts, figures, head.Count) : null;
    }

    /// <summary>Whether a line repeats the head, as a further page does.</summary>
    internal bool IsRepeated(TableLine line) =>
        line.Atoms.TrueForAll(a => a.Kind == AtomKind.Text) && line.Atoms.Count(a => IsCaption(Form, a.Text)) >= Math.Max(2, line.Atoms.Count - 1);

    /// <summary>Whether a text in a cell is the end of that cell's caption, slipped into the first row.</summary>
    internal bool IsRest(int cell, string text) =>
        Texts.TryGetValue(cell, out FormText? column) && Captions(column).Any(c => text.Length < c.Length && c.EndsWith(Characters.Squeeze(text), StringComparison.Ordinal)) && text.Length <= LeastPrefix;

    /// <summary>Whether a line is the total, by its first words.</summary>
    internal static bool IsTotal(TableLine line) => Characters.Squeeze(line.Atoms.Find(a => a.Kind == AtomKind.Text).Text ?? "") is "合计" or "总计" or "总合计";

    private static bool IsCaption(FormDefinition form, string text)
    {
        string words = Characters.Squeeze(text);
        return form.Texts.Any(t => Captions(t).Contains(words)) || form.Columns.Any(c => Captions(c).Contains(words) || c.Captions.Any(o => Characters.Squeeze(o) == words));
    }

    private static bool Names(IEnumerable<string> captions, ImmutableArray<string> own)
    {
        string joined = string.Concat(own);
        return captions.Any(c => own[^1] == c || joined == c || (own.Length == 1 && own[0].Length >= LeastPrefix && own[0].Length < c.Length && c.StartsWith(own[0], StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Captions(FormText text) => text.OtherCaptions.Prepend(text.Caption).Select(c => Characters.Squeeze(c));

    private static IEnumerable<string> Captions(FormColumn column) =>
        (column.OtherCaptions.IsDefault ? [] : column.OtherCaptions).Prepend(column.Caption).Select(c => Characters.Squeeze(c));

    /// <summary>Whether the outer captions of a column stand over a cell, or left of it where they span several.</summary>
    private static bool Under(FormColumn column, List<TableLine> head, int cell)
    {
        foreach (string outer in column.Captions.SkipLast(1))
        {
            string words = Characters.Squeeze(outer);
            bool over = head.Exists(l => l.Atoms.FindLast(a => a.Cell <= cell) is { Text: { } text } && Characters.Squeeze(text) == words);
            if (!over) return false;
        }

        return true;
    }
}
