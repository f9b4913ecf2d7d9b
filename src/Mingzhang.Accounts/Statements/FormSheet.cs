using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Forms;

namespace Mingzhang.Accounts.Statements;

/// <summary>What the accounts put into one form, in 分, before totals: rows by key, amounts by the places of the form's columns.</summary>
internal sealed class FormSheet
{
    private readonly FormDefinition _form;
    private readonly ImmutableArray<(int Column, Fill Fill)> _columns;
    private readonly ImmutableArray<(string Row, int Column, Fill Fill)> _cells;
    private readonly Dictionary<string, string> _classLines = [];
    private readonly Dictionary<string, string> _codes = [];
    private readonly HashSet<(string Row, int Column)> _filledCells = [];

    internal FormSheet(FormDefinition form)
    {
        _form = form;
        _columns = [.. form.Columns.Select((c, i) => (i, c.Fill)).Where(c => c.Fill is not null).Select(c => (c.i, c.Fill!))];
        foreach (FormLine line in form.Lines.Where(l => l.Class is not null)) _classLines[line.Class!] = line.Number;
        foreach (FormCode code in form.Codes)
        {
            _codes[code.Key] = code.Key;
            foreach (string other in code.OtherCodes.IsDefault ? [] : code.OtherCodes) _codes[other] = code.Key;
        }

        _cells = [.. form.Lines.Where(l => l.Fill is not null).SelectMany(CellsOf)];
        foreach ((string row, int column, _) in _cells) _filledCells.Add((row, column));
    }

    /// <summary>Amounts in 分 by row; rows may be all nothing.</summary>
    internal Dictionary<string, long[]> Rows { get; } = [];

    /// <summary>Whether the accounts fill a cell; else a relation gives it, or nothing.</summary>
    internal bool IsFilled(string row, int column) => _form.Shape switch
    {
        FormShape.Lines => _filledCells.Contains((row, column)) || (_form.Line(row)?.Class is not null && _form.Columns[column].Fill is not null),
        FormShape.FunctionalCodes => row.Length == (int)FunctionalLevel.Item && _form.Columns[column].Fill is not null,
        FormShape.EconomicBlocks => row.Length == 5 && char.IsAsciiDigit(row[0]) && _form.Columns[column].Fill is not null,
        _ => _form.Columns[column].Fill is not null,
    };

    /// <summary>Puts money into every cell that shows it; false if none does.</summary>
    internal bool Add(Money money)
    {
        bool any = false;
        foreach ((string row, int column, Fill fill) in _cells)
        {
            if (money.Sign(fill) is not 0 and int sign) any |= Put(row, column, sign * money.Cents);
        }

        string? key = null;
        foreach ((int column, Fill fill) in _columns)
        {
            int sign = money.Sign(fill);
            if (sign == 0) continue;
            key ??= RowOf(money);
            if (key.Length > 0) any |= Put(key, column, sign * money.Cents);
        }

        return any;
    }

    private IEnumerable<(string Row, int Column, Fill Fill)> CellsOf(FormLine line)
    {
        for (int column = 0; column < _form.Columns.Length; column++)
        {
            if (!line.Columns.Contains(_form.Columns[column].Number)) continue;
            if (_form.Columns[column].Fill is { } fill) yield return (line.Number, column, Fill.Join(line.Fill!, fill));
            else if (line.Columns.Length == 1) yield return (line.Number, column, line.Fill!);
        }
    }

    /// <summary>The row in which money of a code stands; empty if the form has none.</summary>
    private string RowOf(Money money) => _form.Shape switch
    {
        FormShape.Lines => money.Functional.Length >= 3 ? _classLines.GetValueOrDefault(money.Functional[..3], "") : "",
        FormShape.FunctionalCodes => money.Functional,
        FormShape.EconomicBlocks => _codes.GetValueOrDefault(money.Economic, ""),
        _ => "1",
    };

    private bool Put(string row, int column, long cents)
    {
        ref long[]? amounts = ref CollectionsMarshal.GetValueRefOrAddDefault(Rows, row, out _);
        amounts ??= new long[_form.Columns.Length];
        amounts[column] += cents;
        return true;
    }
}
