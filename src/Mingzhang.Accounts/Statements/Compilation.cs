using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Accounts.Rounding;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Accounts.Statements;

/// <summary>
/// The accounts of a book kept up to date while entries change. A change costs what the forms that it touches cost, whatever the
/// number of entries. Not safe for several threads.
/// </summary>
public sealed class Compilation
{
    private readonly Book _book;
    private readonly MoneyReader _reader;
    private readonly Executions _executions;
    private readonly StatementPrinter _printer;
    private readonly ImmutableArray<(FormDefinition Form, FormSheet Sheet, FormTotals Totals)> _forms;
    private readonly Statement?[] _printed;
    private readonly Dictionary<int, LedgerEntry?> _changed = [];
    private readonly List<LedgerEntry?> _added = [];
    private YearAccounts? _accounts;

    /// <summary>Compiles a book.</summary>
    /// <param name="book">The book, without errors.</param>
    /// <param name="rounding">How figures are printed.</param>
    public Compilation(Book book, FigureRounding rounding = FigureRounding.Plain)
    {
        _book = book;
        Rounding = rounding;
        _reader = new MoneyReader(book);
        _executions = new Executions(book, _reader);
        _printer = new StatementPrinter(book.Edition);
        _forms = [.. book.Edition.Forms.Select(f => (f, new FormSheet(f), new FormTotals(f)))];
        _printed = new Statement?[_forms.Length];
        foreach (OpeningBalance opening in book.Openings) Take(_reader.Of(opening));
        foreach (BudgetLine line in book.Budget) Take(_reader.Of(line));
        CombinationTable combinations = book.Ledger.Combinations;
        for (int i = 0; i < combinations.Count; i++) Take(_reader.Of(book.Ledger.Dimensions, combinations.Keys[i], combinations.Cents[i]));
    }

    /// <summary>How figures are printed.</summary>
    public FigureRounding Rounding { get; }

    /// <summary>Number of places for entries: those of the ledger and those added; removed ones keep their place.</summary>
    public int Count => _book.Ledger.Count + _added.Count;

    /// <summary>The accounts as they are now.</summary>
    public YearAccounts Accounts => _accounts ??= Print();

    /// <summary>The entry at a place; null if it was removed.</summary>
    public LedgerEntry? this[int index] =>
        index >= _book.Ledger.Count ? _added[index - _book.Ledger.Count]
        : _changed.TryGetValue(index, out LedgerEntry? changed) ? changed
        : _book.Ledger[index];

    /// <summary>Puts another entry in the place of one.</summary>
    public void Replace(int index, LedgerEntry entry) => Set(index, entry);

    /// <summary>Takes an entry away; the places of the others stay.</summary>
    public void Remove(int index) => Set(index, null);

    /// <summary>Adds an entry; its place.</summary>
    public int Add(LedgerEntry entry)
    {
        _added.Add(null);
        Set(Count - 1, entry);
        return Count - 1;
    }

    /// <summary>The forms before they are rounded.</summary>
    internal ImmutableArray<ExactForm> Exact() => [.. _forms.Select(f => f.Totals.Of(f.Sheet))];

    private void Set(int index, LedgerEntry? entry)
    {
        if (this[index] is { } before && _reader.Of(before) is { } old) Take(old with { Cents = -old.Cents });
        if (entry is not null) Take(_reader.Of(entry));
        if (index >= _book.Ledger.Count) _added[index - _book.Ledger.Count] = entry;
        else _changed[index] = entry;
    }

    private void Take(Money? money)
    {
        if (money is not { } some) return;
        _accounts = null;
        _executions.Add(some);
        for (int i = 0; i < _forms.Length; i++)
        {
            if (_forms[i].Sheet.Add(some)) _printed[i] = null;
        }
    }

    private YearAccounts Print()
    {
        if (Rounding == FigureRounding.Balanced) return PrintBalanced();
        for (int i = 0; i < _forms.Length; i++)
        {
            if (_printed[i] is not null) continue;
            (FormDefinition form, FormSheet sheet, FormTotals totals) = _forms[i];
            _printed[i] = _printer.Print(form, totals.Of(sheet), (_, _, cents) => StatementPrinter.Plain(cents));
        }

        return _executions.Of([.. _printed.Select(p => p!)], StatementPrinter.Plain);
    }

    private YearAccounts PrintBalanced()
    {
        ImmutableArray<ExactForm> exact = Exact();
        var rounding = new BalancedRounding(_book.Edition, exact);
        ImmutableArray<Statement> statements = [.. _forms.Select((f, i) => _printer.Print(f.Form, exact[i], (row, column, cents) =>
            rounding.Figure(new CellPlace(i, row, column)) is { } figure ? StatementPrinter.Figure(figure) : StatementPrinter.Plain(cents)))];
        Printed Print(long cents) => rounding.FigureOf(cents) is { } figure ? StatementPrinter.Figure(figure) : StatementPrinter.Plain(cents);
        return _executions.Of(statements, Print) with { PlainForms = rounding.PlainForms };
    }
}
