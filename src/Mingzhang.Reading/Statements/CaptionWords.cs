namespace Mingzhang.Reading.Statements;

/// <summary>Puts together what the taking apart of a line parted: digits that belong to a caption.</summary>
internal static class CaptionWords
{
    /// <summary>The line with <c>1、</c> and <c>201</c> before a caption as part of the caption.</summary>
    internal static TableLine Join(TableLine line, LineCaptions[] sides)
    {
        if (!line.Atoms.Exists(a => a.Kind == AtomKind.Figure)) return line;
        var atoms = new List<Atom>();
        for (int i = 0; i < line.Atoms.Count; i++)
        {
            Atom atom = line.Atoms[i];
            if (i + 1 < line.Atoms.Count && line.Atoms[i + 1] is { Kind: AtomKind.Text } words && BelongsTo(atom, words, sides))
            {
                atoms.Add(words with { Text = atom.Text + words.Text, Span = atom.Span.To(words.Span), Cell = words.Cell, Glued = false });
                i++;
            }
            else atoms.Add(atom);
        }

        return atoms.Count == line.Atoms.Count ? line : line with { Atoms = atoms };
    }

    private static bool BelongsTo(Atom number, Atom words, LineCaptions[] sides)
    {
        if (number.Digits is not { } digits) return false;
        bool same = number.Cell == words.Cell;
        if (same && words.Glued && digits.Length <= 2) return words.Text[0] is '、' or '.' or '．';
        if (digits.Length != 3) return false;
        // The code of a class stands before its name, in one cell with it or in the one before.
        return same ? sides.Any(s => s.IsClass(digits)) : words.Cell == number.Cell + 1 && sides.Any(s => s.IsClass(digits, words.Text));
    }
}
