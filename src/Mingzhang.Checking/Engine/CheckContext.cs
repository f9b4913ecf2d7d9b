using System.Collections.Immutable;
using Mingzhang.Checking.Links;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Engine;

/// <summary>What is known of a cell.</summary>
public enum CellState
{
    /// <summary>It has a figure.</summary>
    Figure,

    /// <summary>The form was read and the cell is blank: zero.</summary>
    Blank,

    /// <summary>The form, the row or the cell was not read, or holds text that is no figure.</summary>
    Unknown,
}

/// <summary>What a cell holds.</summary>
/// <param name="State">Figure, blank or unknown.</param>
/// <param name="Figure">The figure; zero where blank.</param>
/// <param name="Cell">The cell as printed; null where blank or unknown.</param>
public readonly record struct CellReading(CellState State, Printed Figure, Cell? Cell);

/// <summary>The disclosure under check with the look-ups that rules share. Built once for a check; rules do not change it.</summary>
public sealed class CheckContext
{
    private readonly Dictionary<string, Statement> _statements = [];
    private readonly Dictionary<string, Dictionary<string, StatementRow>> _rows = [];
    private readonly ClaimIndex<string> _claimsBySubject;
    private readonly ClaimIndex<int> _claimsByGroup;
    private readonly Dictionary<Type, object> _derived = [];

    /// <summary>Prepares the look-ups.</summary>
    public CheckContext(Disclosure disclosure, ImmutableArray<LinkedDocument> links = default, Rounding rounding = Rounding.HalfUp)
    {
        Disclosure = disclosure;
        Links = links.IsDefault ? [] : links;
        Rounding = rounding;
        foreach (Statement statement in disclosure.Statements) _statements.TryAdd(statement.Form, statement);
        _claimsBySubject = new ClaimIndex<string>(disclosure.Claims, static c => c.Subject.Key);
        _claimsByGroup = new ClaimIndex<int>(disclosure.Claims, static c => c.Group);
    }

    /// <summary>The disclosure.</summary>
    public Disclosure Disclosure { get; }

    /// <summary>The other documents that it is checked against.</summary>
    public ImmutableArray<LinkedDocument> Links { get; }

    /// <summary>How the document rounds; the first rule finds out.</summary>
    public Rounding Rounding { get; internal set; }

    /// <summary>Its edition.</summary>
    public Edition Edition => Disclosure.Edition;

    /// <summary>The form with a number; null if the document has none.</summary>
    public Statement? Statement(string form) => _statements.GetValueOrDefault(form);

    /// <summary>The row of a form; null if the form does not show it.</summary>
    public StatementRow? Row(string form, string key)
    {
        if (!_rows.TryGetValue(form, out Dictionary<string, StatementRow>? rows))
        {
            ImmutableArray<StatementRow> printed = Statement(form)?.Rows ?? [];
            _rows[form] = rows = new Dictionary<string, StatementRow>(printed.Length);
            foreach (StatementRow row in printed) rows.TryAdd(row.Key, row);
        }

        return rows.GetValueOrDefault(key);
    }

    /// <summary>What a cell holds.</summary>
    public CellReading Read(string form, string row, string column)
    {
        if (Statement(form) is not { } statement || statement.State is StatementState.Unread) return default(CellReading) with { State = CellState.Unknown };
        if (Row(form, row) is not { } found)
            return new CellReading(statement.State is StatementState.Partial && !statement.Unread.IsEmpty ? CellState.Unknown : CellState.Blank, default, null);
        if (found.Cell(column) is { } cell)
            return cell.Figure is { } figure ? new CellReading(CellState.Figure, figure, cell) : new CellReading(CellState.Unknown, default, cell);
        return new CellReading(found.UnreadColumns.Contains(column) ? CellState.Unknown : CellState.Blank, default, null);
    }

    /// <summary>What a cell holds.</summary>
    public CellReading Read(Address address) => Read(address.Form, address.Row, address.Column);

    /// <summary>The claims that speak of a subject, in document order.</summary>
    public ArraySegment<Claim> ClaimsOn(string subjectKey) => _claimsBySubject[subjectKey];

    /// <summary>The claims of one sentence or list item, in document order.</summary>
    public ArraySegment<Claim> ClaimsInGroup(int group) => _claimsByGroup[group];

    /// <summary>What several rules derive from the disclosure, made once for a check: one object of each type.</summary>
    internal T Derived<T>(Func<CheckContext, T> make)
        where T : class
    {
        if (_derived.TryGetValue(typeof(T), out object? known)) return (T)known;
        T made = make(this);
        _derived[typeof(T)] = made;
        return made;
    }

    /// <summary>Every true value that a figure of the document stands for.</summary>
    public Interval IntervalOf(Printed figure) => figure.ToInterval(Rounding);
}
