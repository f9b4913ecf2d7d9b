using Mingzhang.Checking.Engine;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Facts;

/// <summary>All forms of a disclosure as sheets of one network.</summary>
internal sealed class FactSheets
{
    private readonly Edition _edition;
    private readonly Sheet[] _sheets;
    private readonly Dictionary<Address, int> _blanks = [];
    private readonly Dictionary<Address, int> _aliases = [];
    private readonly FactNetwork _network;

    /// <summary>Puts every form of a disclosure into the network.</summary>
    public FactSheets(CheckContext context, FactNetwork network)
    {
        _edition = context.Edition;
        _network = network;
        _sheets = new Sheet[_edition.Forms.Length];
        for (int i = 0; i < _sheets.Length; i++)
        {
            FormDefinition form = _edition.Forms[i];
            Core.Disclosures.Statement? statement = context.Statement(form.Id);
            _sheets[i] = Sheet.Of(form, statement, Figures.Scale(statement?.AmountUnit, context.Disclosure.AmountUnit), network);
        }
    }

    /// <summary>Number of forms in the edition.</summary>
    public int Count => _sheets.Length;

    /// <summary>The sheet of a form by its index in the edition.</summary>
    public Sheet this[int form] => _sheets[form];

    /// <summary>The figure of an occurrence.</summary>
    public decimal ValueOf(int occurrence) => _network[occurrence].Value;

    /// <summary>The sheet of a form by its number; null if the edition has none.</summary>
    public Sheet? Of(string form)
    {
        foreach (Sheet sheet in _sheets)
        {
            if (sheet.Definition.Id == form) return sheet;
        }

        return null;
    }

    /// <summary>
    /// The occurrence of a cell, a blank one included; for an unread cell that of one which is the same fact; −1 if it is unknown or the edition
    /// has no such cell.
    /// </summary>
    public int OccurrenceOf(Address address)
    {
        if (Of(address.Form) is not { } sheet) return -1;
        int column = Sheet.ColumnOf(sheet.Definition, address.Column);
        if (column < 0) return -1;
        int row = sheet.RowOf(address.Row);
        int occurrence = sheet.At(row, address.Row, column);
        if (occurrence == Sheet.Blank) return BlankAt(sheet, row, address);
        return occurrence >= 0 ? occurrence : _aliases.GetValueOrDefault(address, -1);
    }

    /// <summary>Lets an unread cell stand for another occurrence of the same fact.</summary>
    public void Alias(Address unread, int occurrence) => _aliases.TryAdd(unread, occurrence);

    /// <summary>The occurrence of a blank cell; made when first asked for.</summary>
    public int BlankAt(Sheet sheet, int row, Address address)
    {
        if (_blanks.TryGetValue(address, out int known)) return known;
        int blank = _network.Add(new Occurrence(OccurrenceKind.Blank, 0, 0, address, row < 0 ? null : sheet.Statement!.Rows[row]));
        _blanks.Add(address, blank);
        return blank;
    }
}
