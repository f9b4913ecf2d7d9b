using Mingzhang.Accounts.Books;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Explanations;

/// <summary>Last year's figures under this year's addresses: a line that the edition renumbered is found by its caption.</summary>
internal sealed class PriorCells
{
    private readonly PriorYear? _prior;
    private readonly Edition _edition;
    private readonly HashSet<string> _forms = [];

    internal PriorCells(Book book)
    {
        _prior = book.Prior;
        _edition = book.Edition;
        if (_prior is null) return;
        foreach (Address address in _prior.Cells.Keys) _forms.Add(address.Form);
    }

    /// <summary>Last year's figure; zero for a cell that was blank, null where last year's form is not known or was not read in full.</summary>
    internal Printed? Figure(Address address)
    {
        if (_prior is null || !_forms.Contains(address.Form)) return null;
        Address? then = Then(address);
        if (then is { } known && _prior.Cells.TryGetValue(known, out Printed figure)) return figure;
        return _prior.PartialForms.Contains(address.Form) ? null : new Printed(0, 2);
    }

    private Address? Then(Address address)
    {
        if (_prior!.Edition is not { } edition || edition.Id == _edition.Id) return address;
        if (_edition.Form(address.Form)?.Line(address.Row) is not { } line) return address;
        FormLine? same = edition.Form(address.Form)?.Lines.FirstOrDefault(l => l.Class == line.Class && Named(l, line.Caption) && l.Columns.SequenceEqual(line.Columns));
        return same is null ? null : address with { Row = same.Number };
    }

    private static bool Named(FormLine line, string caption) =>
        line.Caption == caption || (!line.OtherCaptions.IsDefault && line.OtherCaptions.Contains(caption));
}
