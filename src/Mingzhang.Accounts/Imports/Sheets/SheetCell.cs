using System.Globalization;
using Mingzhang.Accounts.Books.Values;
using Mingzhang.Accounts.Imports.Rows;

namespace Mingzhang.Accounts.Imports.Sheets;

/// <summary>Why a cell has no value that could be used: a formula that was never calculated, an error value.</summary>
/// <param name="Reason">What it is.</param>
internal sealed record CellFault(Core.Findings.Text Reason);

/// <summary>A cell of a spreadsheet: text, a number, a day, a fault, or nothing.</summary>
internal readonly record struct SheetCell(object? Value)
{
    internal bool IsBlank => Value is null || (Value is string text && text.Length == 0);

    internal bool IsNumber => Value is double;

    internal CellFault? Fault => Value as CellFault;

    /// <summary>What the cell says, in one line; whole numbers without decimals, so that a code stored as a number is the code again.</summary>
    internal string Text => Value switch
    {
        null or CellFault => "",
        string text => text,
        double number when number == Math.Floor(number) && Math.Abs(number) < 1e15 => number.ToString("0", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "TRUE" : "FALSE",
        object other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>A text cell: line ends become blanks, blanks around it go.</summary>
    internal static SheetCell Of(string text) => new(text.ReplaceLineEndings(" ").Trim(' ', '\t', '\u3000', '\u00A0', '\uFEFF'));

    /// <summary>The text without any blanks and with ASCII forms narrowed, for comparing with words.</summary>
    internal string Word
    {
        get
        {
            string text = Widths.Narrow(Text);
            return text.AsSpan().ContainsAny(" \t\u3000\u00A0") ? string.Concat(text.Where(c => c is not (' ' or '\t' or '\u3000' or '\u00A0'))) : text;
        }
    }
}

/// <summary>A sheet of a spreadsheet.</summary>
/// <param name="Name">Its name; empty for CSV.</param>
/// <param name="Rows">The rows; row 1 is the first. Rows may have different lengths.</param>
/// <param name="Merges">Merged ranges, 0-based and inclusive.</param>
internal sealed record Sheet(string Name, List<SheetCell[]> Rows, List<(int Top, int Left, int Bottom, int Right)> Merges)
{
    private const int MostCovered = 1_000_000;

    /// <summary>The number of columns.</summary>
    internal int Width { get; } = Rows.Count == 0 ? 0 : Rows.Max(r => r.Length);

    /// <summary>The cell at a place, 0-based; blank outside.</summary>
    internal SheetCell At(int row, int column) => row < Rows.Count && column < Rows[row].Length ? Rows[row][column] : default;

    /// <summary>Whether nothing stands in it.</summary>
    internal bool IsEmpty => Rows.TrueForAll(r => r.All(c => c.IsBlank));

    /// <summary>The cell at a place; inside a merged range the one that carries its text.</summary>
    internal SheetCell Covering(int row, int column) =>
        At(row, column) is { IsBlank: false } cell ? cell : Covered.TryGetValue((row, column), out (int Row, int Column) anchor) ? At(anchor.Row, anchor.Column) : default;

    /// <summary>Whether a place lies inside a merged range and is not its first.</summary>
    internal bool IsCovered(int row, int column) => Covered.TryGetValue((row, column), out (int Row, int Column) anchor) && anchor != (row, column);

    /// <summary>Whether a row sums others up.</summary>
    internal bool IsTotal(int row) => Array.Exists(Rows[row], c => c.Value is string && TotalRow.IsWord(c.Word));

    private Dictionary<(int Row, int Column), (int Row, int Column)> Covered => field ??= Cover();

    private Dictionary<(int Row, int Column), (int Row, int Column)> Cover()
    {
        var covered = new Dictionary<(int, int), (int, int)>();
        foreach ((int top, int left, int bottom, int right) in Merges)
        {
            // A range may claim to cover whole columns: only what the sheet holds counts.
            for (int row = top; row <= Math.Min(bottom, Rows.Count - 1) && covered.Count < MostCovered; row++)
            {
                for (int column = left; column <= Math.Min(right, Width - 1); column++) covered[(row, column)] = (top, left);
            }
        }

        return covered;
    }

    /// <summary>The letters by which spreadsheet programs name a column, from 0: <c>A</c>, <c>AB</c>.</summary>
    internal static string Letters(int column)
    {
        string letters = "";
        for (int rest = column; rest >= 0; rest = (rest / 26) - 1) letters = (char)('A' + (rest % 26)) + letters;
        return letters;
    }

    /// <summary>The column of letters; −1 if they are none.</summary>
    internal static int Column(string letters)
    {
        if (letters.Length is 0 or > 3) return -1;
        int column = 0;
        foreach (char letter in letters)
        {
            if (!char.IsAsciiLetter(letter)) return -1;
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A') + 1;
        }

        return column - 1;
    }
}
