using Mingzhang.Checking.Facts;

namespace Mingzhang.Checking.Forms;

/// <summary>The rows or codes that a quantifier goes over, and where each form shows them; looked up once for all relations that go over them.</summary>
/// <param name="keys">The keys or codes, in order.</param>
/// <param name="sheets">The forms.</param>
/// <param name="lines">Which line of a form of lines a class is; null where the keys are rows.</param>
internal sealed class BoundRows(List<string> keys, FactSheets sheets, ClassLines? lines)
{
    /// <summary>A form of lines has no line for the class.</summary>
    public const int NoLine = -2;

    private readonly int[]?[] _rows = new int[sheets.Count][];

    /// <summary>How many there are.</summary>
    public int Count => keys.Count;

    /// <summary>The key under which a form shows one; null if a form of lines has no line for it.</summary>
    public string? KeyIn(int form, int at) => lines is null ? keys[at] : lines.KeyIn(form, keys[at]);

    /// <summary>The row in which a form shows one; −1 if it does not, <see cref="NoLine"/> if it has no line for it.</summary>
    public int RowIn(int form, int at)
    {
        if (_rows[form] is { } known) return known[at];
        var rows = new int[keys.Count];
        for (int i = 0; i < rows.Length; i++) rows[i] = KeyIn(form, i) is { } key ? sheets[form].RowOf(key) : NoLine;
        _rows[form] = rows;
        return rows[at];
    }
}
