using Mingzhang.Core.Figures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>What a piece of a table line is.</summary>
internal enum AtomKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A figure, a code or a line number: digits, by looks alone.</summary>
    Figure,

    /// <summary>A dash that stands for an empty cell.</summary>
    Dash,

    /// <summary>A spreadsheet's error (<c>#REF!</c>).</summary>
    Error,
}

/// <summary>A piece of a table line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As printed.</param>
/// <param name="Figure">The figure, for <see cref="AtomKind.Figure"/>.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Cell">Index of its cell, from 0; −1 on a line without cells.</param>
/// <param name="Glued">No blank stands between it and the piece before.</param>
internal readonly record struct Atom(AtomKind Kind, string Text, Printed Figure, TextSpan Span, int Cell, bool Glued = false)
{
    /// <summary>Whether it takes a cell: a figure, a dash or an error.</summary>
    internal bool IsItem => Kind != AtomKind.Text;

    /// <summary>The digits of a number printed without decimals, separators or sign, as codes and line numbers are; else null.</summary>
    internal string? Digits => Kind == AtomKind.Figure && Figure.Decimals == 0 && Sources.Characters.IsDigit(Text[0]) && !Text.AsSpan().ContainsAny(',', '，')
        ? Sources.Characters.Squeeze(Text)
        : null;

    /// <summary>The whole number that it shows as a code or line number would; −1 if it does not.</summary>
    internal int Number => Digits is { Length: <= 7 } digits && int.TryParse(digits, out int number) ? number : -1;
}

/// <summary>A line of a form's stretch of text in its pieces.</summary>
/// <param name="Line">Its number, 1-based.</param>
/// <param name="HasCells">Whether cells are marked, by tabs or bars; else blanks are all there is.</param>
/// <param name="Cells">Number of cells; 0 on a line without.</param>
/// <param name="Atoms">Its pieces in order; empty for a blank line.</param>
internal sealed record TableLine(int Line, bool HasCells, int Cells, List<Atom> Atoms)
{
    private string? _words;

    internal bool IsBlank => Atoms.Count == 0;

    /// <summary>Only words.</summary>
    internal bool IsText => Atoms.Count > 0 && Atoms.TrueForAll(a => a.Kind == AtomKind.Text);

    /// <summary>Only figures, dashes and errors.</summary>
    internal bool IsItems => Atoms.Count > 0 && Atoms.TrueForAll(a => a.IsItem);

    /// <summary>All words, squeezed.</summary>
    internal string Words => _words ??= Sources.Characters.Squeeze(string.Concat(Atoms.Where(a => a.Kind == AtomKind.Text).Select(a => a.Text)));

    /// <summary>A number alone on a line without cells, as pages are numbered: <c>12</c>, <c>- 12 -</c>.</summary>
    internal bool IsLoneNumber => !HasCells && Atoms.Count(a => a.Kind == AtomKind.Figure) == 1 && Atoms.TrueForAll(a => a.Kind is AtomKind.Dash || a.Number is >= 0 and < 1000);

    /// <summary>The whole line.</summary>
    internal TextSpan Span => Atoms[0].Span.To(Atoms[^1].Span);
}
